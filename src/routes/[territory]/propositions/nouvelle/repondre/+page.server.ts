import { randomInt } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { PSEUDONYMS, pseudonym } from '#lib/account/person.ts';
import { requestSignIn } from '#lib/account/server/request-sign-in.ts';
import { runCommand } from '#lib/command.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { environment } from '#lib/env.ts';
import { AppError, found } from '#lib/errors.ts';
import { invalid, refused } from '#lib/form-action.ts';
import { readForm, type FormValues } from '#lib/form.ts';
import { sensitiveKinds } from '#lib/moderation/sensitive-text.ts';
import {
	draftSchema,
	knownReplySchema,
	newcomerReplySchema,
	strangerReplySchema
} from '#lib/proposal/proposal-form.ts';
import type { KeptDraft } from '#lib/proposal/server/draft-queries.ts';
import { keepDraft } from '#lib/proposal/server/keep-draft.ts';
import { submitDraft } from '#lib/proposal/server/submit-draft.ts';
import { findAccountEmail } from '#lib/proposal/server/window-queries.ts';
import { refuseCodes, withoutVisitorAddresses } from '#lib/site/demonstration.ts';
import {
	browserTokenOf,
	forgetPendingToken,
	keepBrowserToken,
	keepPendingToken,
	networkOfVisit,
	pendingTokenOf
} from '#lib/site/visit.ts';
import { listCommunes } from '#lib/territory/server/commune-queries.ts';
import { draftOf, keepSent } from '../draft.ts';

/** Fields of this step that are kept while a code is on its way. */
const KEPT = ['replyChannel', 'publicName', 'college', 'ageConfirmed', 'consented'] as const;

export const load = async (event) => {
	const { db, actor } = event.locals.context;
	const territory = found(event.locals.territory);
	const draft = await draftOf(event);
	const parsed = v.safeParse(draftSchema, draft?.fields);
	if (!draft || !parsed.success) {
		return {
			draft: null,
			remains: false,
			communes: [],
			answerDays: null,
			email: null,
			values: {},
			sensitive: []
		};
	}
	const [contract, communes, email] = [
		await findCurrentContract(db, territory.id),
		await listCommunes(db, territory.id),
		await findAccountEmail(db, actor.accountId)
	];
	const { title, what, forWhom, location } = parsed.output;
	const values: FormValues = {
		publicName: pseudonym(randomInt(PSEUDONYMS)),
		replyChannel: actor.accountId === null ? '' : 'email',
		townHallCommuneId: parsed.output.communeId ?? '',
		...(draft.sharedComputer && { shared: 'on' }),
		...draft.reply
	};
	return {
		draft: { title, what, token: draft.token },
		// All was said before, and a code has told since then who says it.
		remains: actor.accountId !== null && Object.keys(draft.reply).length > 0,
		communes: communes.map(({ id, name }) => ({ id, name })),
		answerDays: contract?.answerDays ?? null,
		email,
		values,
		sensitive: sensitiveKinds([title, what, forWhom, location].join('\n'))
	};
};

export const actions = {
	envoyer: async (event) => {
		const { actor } = event.locals.context;
		const values = readForm(await event.request.formData());
		const draft = await draftOf(event);
		if (!draft) return sentAlready(event);
		const schema =
			actor.accountId === null
				? strangerReplySchema
				: actor.named
					? knownReplySchema
					: newcomerReplySchema;
		const parsed = v.safeParse(schema, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		const reply = parsed.output;
		let target: string;
		try {
			if (reply.token !== draft.token) {
				throw new AppError('conflict', { reason: 'proposal.draft_changed' });
			}
			target =
				reply.replyChannel === 'email' && 'email' in reply
					? await askForCode(event, draft, values, reply.email)
					: await send(event, draft, withoutVisitorAddresses(reply));
		} catch (error) {
			return refused(event, values, error);
		}
		redirect(303, target);
	}
};

type Sent = v.InferOutput<typeof knownReplySchema> | v.InferOutput<typeof newcomerReplySchema>;

async function send(event: RequestEvent, draft: KeptDraft, reply: Sent): Promise<string> {
	const pendingToken = found(pendingTokenOf(event));
	await runCommand(event.locals.context, submitDraft, {
		draft: v.parse(draftSchema, draft.fields),
		reply,
		identity: 'publicName' in reply ? reply : null,
		token: draft.token,
		network: networkOfVisit(event),
		pendingToken
	});
	forgetPendingToken(event);
	keepSent(event, draft.token);
	return here(event, 'merci');
}

/** An answer by e-mail needs an address that is theirs: a code goes there, and this step waits. */
async function askForCode(
	event: RequestEvent,
	draft: KeptDraft,
	values: FormValues,
	email: string
): Promise<string> {
	refuseCodes();
	const territory = found(event.locals.territory);
	const { context, locale } = event.locals;
	const kept = await runCommand(context, keepDraft, {
		fields: draft.fields,
		reply: Object.fromEntries(KEPT.map((name) => [name, textOf(values[name])])),
		pendingToken: pendingTokenOf(event),
		sharedComputer: values.shared !== undefined,
		network: networkOfVisit(event)
	});
	keepPendingToken(event, kept.pendingToken, kept.sharedComputer);
	const homePath = `/${territory.slug}`;
	const token = await runCommand(context, requestSignIn, {
		email,
		sharedComputer: values.shared !== undefined,
		nextPath: here(event, 'repondre'),
		homePath,
		browserToken: browserTokenOf(event),
		pendingToken: kept.pendingToken,
		network: networkOfVisit(event),
		locale,
		territoryId: territory.id,
		territoryName: territory.name,
		linkBase: `${environment().origin}${homePath}/connexion/lien`
	});
	keepBrowserToken(event, token);
	return `${homePath}/connexion/code`;
}

/** The button pressed twice: the first post took the draft, its thanks are due. */
function sentAlready(event: RequestEvent): never {
	redirect(303, here(event, 'merci'));
}

function here(event: RequestEvent, step: string): string {
	return `/${event.params.territory ?? ''}/propositions/nouvelle/${step}`;
}

function textOf(value: string | string[] | undefined): string {
	return (Array.isArray(value) ? value[0] : value) ?? '';
}
