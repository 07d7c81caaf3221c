/** What a request says of the browser that sent it, and the cookies that it is given or loses. */
import type { RequestEvent } from '@sveltejs/kit';
import { deviceLabel } from '#lib/account/account.ts';
import {
	browserCookieAttributes,
	browserCookieName,
	pendingActCookieName,
	sessionCookieAttributes,
	sessionCookieName
} from '#lib/account/cookies.ts';
import { clientAddress, networkOf } from '#lib/account/network.ts';
import { unsavedCookieName, unsavedDocuments } from '#lib/document/unsaved.ts';
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

/** Gives the browser its session; the tie of the code has served. */
export function startVisit(event: RequestEvent, token: string, sharedComputer: boolean): void {
	const https = isHttps(event);
	const attributes = sessionCookieAttributes(https, sharedComputer);
	event.cookies.set(sessionCookieName(https), token, attributes);
	event.cookies.delete(browserCookieName(https), browserCookieAttributes(https));
}

/** Takes every cookie of the person back and has the browser forget what pages kept in it. */
export function endVisit(event: RequestEvent): void {
	const https = isHttps(event);
	const attributes = browserCookieAttributes(https);
	for (const name of [sessionCookieName, pendingActCookieName, browserCookieName]) {
		event.cookies.delete(name(https), attributes);
	}
	// What was sent within the hour, with its number, is for nobody else at this computer.
	const path = `/${event.params.territory ?? ''}/propositions/nouvelle`;
	event.cookies.delete('parvis-sent', { ...attributes, path });
	for (const documentId of unsavedDocuments(event.cookies.getAll().map(({ name }) => name))) {
		event.cookies.delete(unsavedCookieName(documentId), { path: '/' });
	}
	event.setHeaders({ 'clear-site-data': '"storage"' });
}
