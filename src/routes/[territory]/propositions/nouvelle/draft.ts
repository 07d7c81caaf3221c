/** The contribution that a browser keeps under its cookie between the steps. */
import type { RequestEvent } from '@sveltejs/kit';
import { readDraft } from '#lib/proposal/server/draft-queries.ts';
import { findSent } from '#lib/proposal/server/sent-queries.ts';
import { isHttps, pendingTokenOf } from '#lib/site/visit.ts';

/** The draft of this browser in this territory, or null. */
export async function draftOf(event: Pick<RequestEvent, 'cookies' | 'url' | 'locals'>) {
	const token = pendingTokenOf(event);
	return token === null ? null : readDraft(event.locals.context, token, new Date());
}

const DONE = 'parvis-sent';
const TOKEN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Remembers for an hour under which token something was sent, to thank for it, on a shared computer for as
 * long as the session idles: neither its number nor its identifier stands in an address or in the browser.
 */
export function keepSent(event: RequestEvent, token: string): void {
	event.cookies.set(DONE, token, {
		path: `/${event.params.territory ?? ''}/propositions/nouvelle`,
		httpOnly: true,
		sameSite: 'lax',
		secure: isHttps(event),
		maxAge: event.locals.context.actor.sharedComputer ? 20 * 60 : 3600
	});
}

/** What was sent within the hour from this browser, as the database has it, or null. */
export async function sentOf(event: Pick<RequestEvent, 'cookies' | 'locals'>) {
	const token = event.cookies.get(DONE) ?? '';
	return TOKEN.test(token) ? findSent(event.locals.context, token, new Date()) : null;
}
