import { redirect, type RequestEvent } from '@sveltejs/kit';
import { localeCookieAttributes, localeCookieName } from '#lib/account/cookies.ts';
import { deviceForm, localeForm, signOutForm } from '#lib/account/name-form.ts';
import { shownCommune } from '#lib/account/person.ts';
import { findOwnAccount } from '#lib/account/server/account-queries.ts';
import { changeLocale } from '#lib/account/server/change-locale.ts';
import { findOwnPerson, listOwnBodies } from '#lib/account/server/person-queries.ts';
import { listSessions } from '#lib/account/server/session.ts';
import { signOut, signOutDevice } from '#lib/account/server/sign-out.ts';
import { AppError, found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { endVisit, isHttps } from '#lib/site/visit.ts';
import { hasLeftWords } from './left-texts.ts';

export const load = async ({ locals, url, cookies }) => {
	const territory = found(locals.territory);
	const { db, actor } = locals.context;
	if (actor.accountId === null) throw new AppError('unauthenticated');
	const [account, person, devices, groups] = await Promise.all([
		findOwnAccount(db, actor.accountId),
		findOwnPerson(db, actor.accountId, territory.id),
		listSessions(db, actor.accountId, new Date()),
		actor.personId === null ? [] : listOwnBodies(db, actor.personId)
	]);
	const commune =
		person && person.communeName !== null && person.communePopulation !== null
			? { name: person.communeName, population: person.communePopulation }
			: null;
	return {
		account: { email: found(account).email, locale: found(account).locale },
		person: person?.nameChosen
			? {
					publicName: person.publicName,
					college: person.college,
					communeName: commune?.name ?? null,
					communeIsShown: shownCommune(commune, territory.nameThreshold) !== null
				}
			: null,
		roles: actor.roles,
		groups,
		devices: devices.map((device) => ({ ...device, isThis: device.id === actor.sessionId })),
		hasLeftWords: hasLeftWords(cookies),
		notice: url.searchParams.get('fait')
	};
};

const account = (slug: string | undefined) => `/${slug ?? ''}/compte`;

const leave = formAction(signOutForm, signOut, {
	done(_result, event) {
		endVisit(event);
		return `/${event.params.territory ?? ''}/connexion/fin`;
	}
});

/** Signing out wipes what this browser keeps of texts: when some of it is unsaved, that is said first. */
async function askFirst({ cookies, request, params }: RequestEvent): Promise<void> {
	if (!hasLeftWords(cookies)) return;
	const sent = await request.clone().formData();
	if (sent.get('unsaved') === 'lose') return;
	redirect(
		303,
		`${account(params.territory)}/deconnexion${sent.has('everywhere') ? '?partout' : ''}`
	);
}

export const actions = {
	'sign-out': async (event: RequestEvent) => {
		await askFirst(event);
		return leave(event);
	},
	'sign-out-device': formAction(deviceForm, signOutDevice, {
		done: (_result, event) => `${account(event.params.territory)}?fait=appareil`
	}),
	language: formAction(localeForm, changeLocale, {
		done(_result, event, { locale }) {
			const https = isHttps(event);
			event.cookies.set(localeCookieName(https), locale, localeCookieAttributes(https));
			return `${account(event.params.territory)}?fait=langue`;
		}
	})
};
