/** The two ways to end a sign-in, by the code and by the link, answered alike. */
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { can } from '#lib/access/permissions.ts';
import { confirmSignIn, type ConfirmSignIn } from '#lib/account/server/confirm-sign-in.ts';
import { findActor } from '#lib/account/server/actor-queries.ts';
import { readSession } from '#lib/account/server/session.ts';
import { runCommand } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import type { FormFailure } from '#lib/form.ts';
import { messagesOf } from '#lib/messages/messages.ts';
import {
	browserTokenOf,
	deviceOfVisit,
	keepPendingToken,
	networkOfVisit,
	pendingTokenOf,
	startVisit
} from './visit.ts';

/**
 * Signs in and goes on to the page that asked for it, by way of the public name when something
 * written before waits for one. A refusal answers 400, or 429 after too many.
 */
export async function confirmVisit(event: RequestEvent, proof: ConfirmSignIn['proof']) {
	const { locals } = event;
	const pendingToken = pendingTokenOf(event);
	const outcome = await runCommand(locals.context, confirmSignIn, {
		proof,
		browserToken: browserTokenOf(event),
		network: networkOfVisit(event),
		deviceLabel: deviceOfVisit(event),
		locale: locals.locale,
		sessionToken: locals.sessionToken,
		pendingToken
	});
	if (outcome.kind === 'signed-in') {
		startVisit(event, outcome.token, outcome.sharedComputer);
		if (outcome.sharedComputer && pendingToken !== null) {
			keepPendingToken(event, pendingToken, true);
		}
		redirect(303, await pageAfter(event, outcome.token, outcome.nextPath));
	}
	const { issues } = messagesOf(locals.locale).account;
	const isOften = outcome.reason === 'too-often';
	const said: FormFailure = isOften
		? { action: 'confirm', values: {}, issues: {}, message: issues.too_many_attempts }
		: { action: 'confirm', values: {}, issues: { code: codeIssue(outcome.reason) }, message: '' };
	return fail(isOften ? 429 : 400, { form: said });

	function codeIssue(reason: string): string {
		return reason === 'wrong' ? issues.code_wrong : issues.code_over;
	}
}

async function pageAfter(event: RequestEvent, token: string, nextPath: string): Promise<string> {
	const { context, territory } = event.locals;
	const isPending = pendingTokenOf(event) !== null;
	const isHome = nextPath === `/${event.params.territory ?? ''}`;
	if (!isPending && !isHome) return nextPath;
	const signedIn = await readSession(context.db, token, new Date());
	if (!signedIn) error(500);
	const { slug, id } = found(territory);
	const actor = await findActor(context.db, signedIn, id);
	if (!isPending) {
		// What waits for the coordination is its home.
		const coordinates = can(actor, 'consolidation.work', { territoryId: id });
		return coordinates ? `/${slug}/a-faire` : nextPath;
	}
	// The last step of a proposal asks for the name itself, and has what was typed there before.
	if (actor.named || nextPath === `/${slug}/propositions/nouvelle/repondre`) return nextPath;
	const query = new URLSearchParams({ suite: nextPath });
	return `/${slug}/mon-nom?${query.toString()}`;
}
