/** What a request says of the browser that sent it, and the cookies that it is given or loses. */
import type { RequestEvent } from '@sveltejs/kit';
import { deviceLabel } from '#lib/account/account.ts';
import {
	browserCookieAttributes,
	browserCookieName,
	pendingActCookieAttributes,
	pendingActCookieName,
	sessionCookieAttributes,
	sessionCookieName
} from '#lib/account/cookies.ts';
import { eraseDraft } from '#lib/account/server/erase-draft.ts';
import { clientAddress, networkOf } from '#lib/account/network.ts';
import { runCommand } from '#lib/command.ts';
import { unsavedCookieName, unsavedDocuments } from '#lib/document/unsaved.ts';
import { WRITER_COOKIE } from '#lib/document/writing-place.ts';
import { environment } from '#lib/env.ts';

/** Whether the reader's browser speaks https with the site: cookies follow it. */
export function isHttps(event: Pick<RequestEvent, 'url'>): boolean {
	return event.url.protocol === 'https:';
}

/** The network that asks, for limits. Headers of proxies count only when the environment says so. */
export function networkOfVisit(event: RequestEvent): string {
	const forwarded = event.request.headers.get('x-forwarded-for');
	const { trustedProxies } = environment();
	return networkOf(clientAddress(event.getClientAddress(), forwarded, trustedProxies));
}

/** What a list of devices calls this browser. */
export function deviceOfVisit(event: RequestEvent): string {
	return deviceLabel(event.request.headers.get('user-agent') ?? '');
}

/** The token that ties one-time codes to this browser, or null. */
export function browserTokenOf(event: RequestEvent): string | null {
	const token = event.cookies.get(browserCookieName(isHttps(event)));
	return token && /^[\w-]{43}$/.test(token) ? token : null;
}

/** Keeps the token that ties one-time codes to this browser. */
export function keepBrowserToken(event: RequestEvent, token: string): void {
	const https = isHttps(event);
	event.cookies.set(browserCookieName(https), token, browserCookieAttributes(https));
}

/** The token of what this browser keeps until its owner says who they are, or null. */
export function pendingTokenOf(event: Pick<RequestEvent, 'cookies' | 'url'>): string | null {
	return event.cookies.get(pendingActCookieName(isHttps(event))) ?? null;
}

/** Has the browser keep that token; on a shared computer no longer than it runs. */
export function keepPendingToken(
	event: RequestEvent,
	token: string,
	sharedComputer: boolean
): void {
	const https = isHttps(event);
	const attributes = pendingActCookieAttributes(https, sharedComputer);
	event.cookies.set(pendingActCookieName(https), token, attributes);
}

/** Erases what this browser keeps until its owner says who they are, and has it forget. */
export async function erasePending(event: RequestEvent): Promise<void> {
	const pendingToken = pendingTokenOf(event);
	if (pendingToken === null) return;
	await runCommand(event.locals.context, eraseDraft, { pendingToken });
	forgetPendingToken(event);
}

/** Has the browser forget what was sent or erased. */
export function forgetPendingToken(event: RequestEvent): void {
	event.cookies.delete(pendingActCookieName(isHttps(event)), { path: '/' });
}

/** Gives the browser its session; the tie of the code has served. */
export function startVisit(event: RequestEvent, token: string, sharedComputer: boolean): void {
	const https = isHttps(event);
	const attributes = sessionCookieAttributes(https, sharedComputer);
	event.cookies.set(sessionCookieName(https), token, attributes);
	event.cookies.delete(browserCookieName(https), browserCookieAttributes(https));
	// Whoever it is now: texts open without a connection again once this account has opened one with it.
	event.cookies.delete(WRITER_COOKIE, { path: '/' });
}

/**
 * Has the browser know which account may open its texts there without a connection, by a cookie that
 * scripts can read; on a shared computer none. Gives the account, empty where nobody is signed in any more.
 */
export function keepWriter(event: RequestEvent): string {
	const { accountId, sharedComputer } = event.locals.context.actor;
	if (accountId === null) return '';
	const attributes = {
		path: '/',
		httpOnly: false,
		secure: isHttps(event),
		sameSite: 'lax'
	} as const;
	if (sharedComputer) event.cookies.delete(WRITER_COOKIE, attributes);
	else event.cookies.set(WRITER_COOKIE, accountId, { ...attributes, maxAge: 30 * 86_400 });
	return accountId;
}

/** Takes every cookie of the person back and has the browser forget what pages kept in it. */
export function endVisit(event: RequestEvent): void {
	const https = isHttps(event);
	const attributes = browserCookieAttributes(https);
	for (const name of [sessionCookieName, pendingActCookieName, browserCookieName]) {
		event.cookies.delete(name(https), attributes);
	}
	event.cookies.delete(WRITER_COOKIE, { path: '/' });
	// What was sent within the hour, with its number, is for nobody else at this computer.
	const path = `/${event.params.territory ?? ''}/propositions/nouvelle`;
	event.cookies.delete('parvis-sent', { ...attributes, path });
	for (const documentId of unsavedDocuments(event.cookies.getAll().map(({ name }) => name))) {
		event.cookies.delete(unsavedCookieName(documentId), { path: '/' });
	}
	event.setHeaders({ 'clear-site-data': '"storage"' });
}
