/** The texts that this browser can open without a connection. */
import {
	copyName,
	placeAddress,
	PLACES_CACHE,
	readWritingPlace,
	type WritingPlace
} from '../writing-place.ts';
import { hasOffline, lastWriter } from './kept-here.ts';
import { isStored } from './stored-copy.ts';

/**
 * Has this text open again without a connection. The worker knows of this address alone: pages that
 * are read never meet it.
 */
export async function keepPlace(place: WritingPlace): Promise<void> {
	// A server of development has no files that could be kept.
	if (import.meta.env.DEV || place.sharedComputer) return;
	if (!hasOffline() || lastWriter() !== place.accountId) return;
	const cache = await caches.open(PLACES_CACHE);
	// The place and nothing beside it.
	await cache.put(placeAddress(location), Response.json(readWritingPlace(place)));
	const scope = location.pathname;
	const registration = await navigator.serviceWorker.register('/service-worker.js', { scope });
	registration.active?.postMessage('keep');
}

/** The server closed the door: the text no longer opens without it. */
export async function dropPlace(): Promise<void> {
	if (!hasOffline()) return;
	const cache = await caches.open(PLACES_CACHE);
	await cache.delete(location.pathname, { ignoreSearch: true });
	const registration = await navigator.serviceWorker.getRegistration(location.pathname);
	if (registration && new URL(registration.scope).pathname === location.pathname) {
		await registration.unregister();
	}
}

/** The text of this address, when its writer is the last whom this browser knew and its copy is here. */
export async function findPlace(): Promise<WritingPlace | null> {
	if (!hasOffline()) return null;
	const cache = await caches.open(PLACES_CACHE);
	const kept = await cache.match(placeAddress(location));
	const place = readWritingPlace(await kept?.json());
	if (!place || place.accountId !== lastWriter()) return null;
	return (await isStored(copyName(place))) ? place : null;
}
