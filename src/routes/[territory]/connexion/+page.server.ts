import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { safeNextPath } from '#lib/account/next-path.ts';
import { requestSignIn } from '#lib/account/server/request-sign-in.ts';
import { signInForm } from '#lib/account/sign-in-form.ts';
import { runCommand } from '#lib/command.ts';
import { environment } from '#lib/env.ts';
import { found } from '#lib/errors.ts';
import { invalid, refused } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import {
	demonstrationIsOpen,
	demonstrationIsPublic,
	mailStays,
	refuseCodes
} from '#lib/site/demonstration.ts';
import {
	browserTokenOf,
	keepBrowserToken,
	keepPendingToken,
	networkOfVisit,
	pendingTokenOf
} from '#lib/site/visit.ts';

export const load = (event) => {
	const { locals, url, params } = event;
	const demonstration = demonstrationIsOpen();
	return {
		next: safeNextPath(url.searchParams.get('suite'), `/${params.territory}`),
		hasPending: pendingTokenOf(event) !== null,
		signedIn: locals.context.actor.accountId !== null,
		demonstration,
		mailStays: mailStays(),
		isPublic: demonstrationIsPublic()
	};
};

export const actions = {
	send: async (event) => {
		const { locals } = event;
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(signInForm, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		const territory = found(locals.territory);
		const homePath = `/${territory.slug}`;
		const pendingToken = pendingTokenOf(event);
		try {
			refuseCodes();
			const token = await runCommand(locals.context, requestSignIn, {
				email: parsed.output.email,
				sharedComputer: parsed.output.shared,
				nextPath: parsed.output.suite,
				homePath,
				browserToken: browserTokenOf(event),
				pendingToken,
				network: networkOfVisit(event),
				locale: locals.locale,
				territoryId: territory.id,
				territoryName: territory.name,
				linkBase: `${environment().origin}${homePath}/connexion/lien`
			});
			keepBrowserToken(event, token);
			if (parsed.output.shared && pendingToken !== null) {
				keepPendingToken(event, pendingToken, true);
			}
		} catch (error) {
			return refused(event, values, error);
		}
		redirect(303, `${homePath}/connexion/code`);
	}
};
