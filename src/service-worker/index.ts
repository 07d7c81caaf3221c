/**
 * Opens a text again while there is no connection. Registered by writing pages only, each for its own
 * address: no other page, no form and no live document ever passes here. See docs/adr/0021.
 */
import { version } from '$service-worker';
import { isUnsaved, deleteCopy } from '#lib/document/editor/stored-copy.ts';
import {
	copyName,
	PLACES_CACHE,
	readWritingPlace,
	SHELL_CACHE,
	SHELL_PAGE
} from '#lib/document/writing-place.ts';

declare const self: ServiceWorkerGlobalScope;

const shell = `${SHELL_CACHE}${version}`;

self.addEventListener('install', (event) => {
	event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
	event.waitUntil(dropOlderShells());
});

// A worker that was let go while its page was open may be taken up again without being installed anew.
self.addEventListener('message', (event) => {
	event.waitUntil(caches.match(SHELL_PAGE).then((kept) => (kept ? undefined : keepShell())));
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== self.location.origin) return;
	if (request.mode === 'navigate') event.respondWith(openPage(event));
	else if (url.pathname.startsWith('/_app/')) event.respondWith(keptFile(request));
});

/** Keeps the page that stands in for the text's own, and the files it needs: nothing of anybody. */
async function keepShell(): Promise<void> {
	const page = await fetch(SHELL_PAGE, { cache: 'no-store', credentials: 'omit' });
	if (!page.ok || page.redirected) throw new Error('the shell was not given');
	const html = await page.clone().text();
	const cache = await caches.open(shell);
	await cache.addAll(new Set([...html.matchAll(/\/_app\/[\w./-]+/g)].map(([file]) => file)));
	await cache.put(SHELL_PAGE, page);
}

async function dropOlderShells(): Promise<void> {
	const names = (await caches.keys()).filter((name) => name.startsWith(SHELL_CACHE));
	await Promise.all(names.filter((name) => name !== shell).map((name) => caches.delete(name)));
}

/** The server's answer whenever there is one, whatever it says; the shell only when there is none. */
async function openPage(event: FetchEvent): Promise<Response> {
	try {
		const answer = await fetch(event.request);
		if (isRefusal(answer)) event.waitUntil(forgetText(answer.status));
		return answer;
	} catch {
		return (await caches.match(SHELL_PAGE)) ?? Response.error();
	}
}

/** Sent to sign in, or not let in. */
function isRefusal({ type, status }: Response): boolean {
	return type === 'opaqueredirect' || [401, 403, 404, 410].includes(status);
}

/**
 * The text no longer opens without the server. Its copy goes too where this person may not come back
 * to it, unless it has words that were never saved: these wait for the sign-out page, which says so.
 */
async function forgetText(status: number): Promise<void> {
	const { pathname } = new URL(self.registration.scope);
	const cache = await caches.open(PLACES_CACHE);
	const kept = await cache.matchAll(pathname, { ignoreSearch: true });
	for (const answer of kept) {
		const place = readWritingPlace(await answer.json());
		if (!place || status < 403) continue;
		const name = copyName(place);
		if (!(await isUnsaved(name))) await deleteCopy(name);
	}
	await cache.delete(pathname, { ignoreSearch: true });
	await self.registration.unregister();
}

/** Files of the build never change under their names. */
async function keptFile(request: Request): Promise<Response> {
	return (await caches.match(request)) ?? fetch(request);
}
