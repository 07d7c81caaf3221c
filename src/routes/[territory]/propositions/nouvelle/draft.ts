/** The contribution that a browser keeps under its cookie between the steps. */
import type { RequestEvent } from '@sveltejs/kit';
import { readDraft } from '#lib/proposal/server/draft-queries.ts';
import { isHttps, pendingTokenOf } from '#lib/site/visit.ts';

/** The draft of this browser in this territory, or null. */
export async function draftOf(event: Pick<RequestEvent, 'cookies' | 'url' | 'locals'>) {
	const token = pendingTokenOf(event);
	return token === null ? null : readDraft(event.locals.context, token, new Date());
}

const DONE = 'parvis-sent';

/**
 * Remembers for an hour what was sent, to thank for it, on a shared computer for as long as the session
 * idles: the number never stands in an address.
 */
export function keepSent(
	event: RequestEvent,
	sent: { followNumber: string; proposalId: string; published: boolean; answered: boolean }
): void {
	const value = [
		sent.followNumber,
		sent.proposalId,
		sent.published ? '1' : '0',
		sent.answered ? '1' : '0'
	].join('.');
	event.cookies.set(DONE, value, {
		path: `/${event.params.territory ?? ''}/propositions/nouvelle`,
		httpOnly: true,
		sameSite: 'lax',
		secure: isHttps(event),
		maxAge: event.locals.context.actor.sharedComputer ? 20 * 60 : 3600
	});
}

/** What was sent within the hour from this browser, or null. */
export function sentOf(event: Pick<RequestEvent, 'cookies'>) {
	const match = /^([A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4})\.([0-9a-f-]{36})\.([01])\.([01])$/.exec(
		event.cookies.get(DONE) ?? ''
	);
	const [, followNumber, proposalId, published, answered] = match ?? [];
	if (followNumber === undefined || proposalId === undefined) return null;
	return { followNumber, proposalId, published: published === '1', answered: answered === '1' };
}
