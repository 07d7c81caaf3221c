/** Everything that this browser keeps of texts, whose it is, and how it is erased. */
import { unsavedCookieName } from '../unsaved.ts';
import {
	COPIES,
	documentOfCopy,
	PLACES_CACHE,
	SHELL_CACHE,
	WRITER_COOKIE
} from '../writing-place.ts';
import { deleteCopy } from './stored-copy.ts';

/** Where the account that wrote here, and the names of its copies, are noted: not every browser can list them. */
const RECORD = 'parvis-copies';
/** A copy has no end of its own but signing out. */
const A_YEAR = 365 * 86_400;

interface KeptRecord {
	accountId: string;
	copies: string[];
}

/**
 * Erases what other accounts left, before anything is shown to this one. On a shared computer nothing
 * can be opened without a connection either.
 */
export async function forgetOthers(of: {
	accountId: string;
	personId: string;
	sharedComputer: boolean;
}): Promise<void> {
	const record = readRecord();
	const isOwn = record?.accountId === of.accountId;
	if (!isOwn || of.sharedComputer) await forgetOffline();
	if (isOwn) return;
	for (const name of await listCopies(record)) {
		if (!name.startsWith(`${COPIES}${of.personId}-`)) await forgetCopy(name);
	}
	if (of.sharedComputer) localStorageOrNull()?.removeItem(RECORD);
	else writeRecord({ accountId: of.accountId, copies: [] });
}

/** Notes that there is a copy of this name. */
export function noteCopy(accountId: string, name: string): void {
	const record = readRecord();
	const copies = record?.accountId === accountId ? record.copies : [];
	if (copies.includes(name)) return;
	writeRecord({ accountId, copies: [...copies, name] });
}

/** The names of an account's copies: those that it noted, and those of the person that it is here. */
export async function listOwnCopies(of: {
	accountId: string;
	personId: string | null;
}): Promise<string[]> {
	const record = readRecord();
	const noted = record?.accountId === of.accountId ? record.copies : [];
	const own = (name: string) => name.startsWith(`${COPIES}${of.personId ?? ''}-`);
	return (await listCopies(record)).filter((name) => noted.includes(name) || own(name));
}

/** Tells the server, at sign-out, whether unsaved words of a document are kept here. */
export function noteUnsaved(documentId: string, isUnsaved: boolean): void {
	const secure = location.protocol === 'https:' ? '; secure' : '';
	document.cookie = `${unsavedCookieName(documentId)}=1; path=/; samesite=lax; max-age=${isUnsaved ? A_YEAR : 0}${secure}`;
}

/** Erases all of it: copies, places, the page that opens them, its workers and every mark. */
export async function forgetEverything(): Promise<void> {
	await Promise.all([
		forgetOffline(),
		...(await listCopies(readRecord())).map((name) => forgetCopy(name))
	]);
	localStorageOrNull()?.removeItem(RECORD);
}

/** Which account wrote last on this browser, while nobody has signed in or out since; null otherwise. */
export function lastWriter(): string | null {
	const found = document.cookie
		.split('; ')
		.find((cookie) => cookie.startsWith(`${WRITER_COOKIE}=`));
	return found?.slice(WRITER_COOKIE.length + 1) ?? null;
}

/** What a browser without a secure address has none of. */
export function hasOffline(): boolean {
	return 'serviceWorker' in navigator && 'caches' in globalThis;
}

async function forgetOffline(): Promise<void> {
	if (!hasOffline()) return;
	const registrations = await navigator.serviceWorker.getRegistrations();
	const names = await caches.keys();
	await Promise.all([
		...registrations.map((registration) => registration.unregister()),
		...names.filter(isOurs).map((name) => caches.delete(name))
	]);
}

function isOurs(cache: string): boolean {
	return cache === PLACES_CACHE || cache.startsWith(SHELL_CACHE);
}

/** Erases one copy, and the mark that says so. */
export async function forgetCopy(name: string): Promise<void> {
	await deleteCopy(name);
	const documentId = documentOfCopy(name);
	if (documentId !== null) noteUnsaved(documentId, false);
}

async function listCopies(record: KeptRecord | null): Promise<string[]> {
	const noted = record?.copies ?? [];
	try {
		if (!('databases' in indexedDB)) return noted;
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		return [...new Set([...noted, ...names.filter((name) => documentOfCopy(name) !== null)])];
	} catch {
		return noted;
	}
}

function readRecord(): KeptRecord | null {
	const storage = localStorageOrNull();
	try {
		const record: unknown = JSON.parse(storage?.getItem(RECORD) ?? 'null');
		if (typeof record !== 'object' || record === null) return null;
		const fields = new Map<string, unknown>(Object.entries(record));
		const accountId = fields.get('accountId');
		const copies = fields.get('copies');
		if (typeof accountId !== 'string' || !Array.isArray(copies)) return null;
		return { accountId, copies: copies.filter((name) => typeof name === 'string') };
	} catch {
		return null;
	}
}

function writeRecord(record: KeptRecord): void {
	try {
		localStorageOrNull()?.setItem(RECORD, JSON.stringify(record));
	} catch {
		// Full, or refused: browsers that can list their databases do without.
	}
}

/** Some browsers refuse even to be asked. */
function localStorageOrNull(): Storage | null {
	try {
		return globalThis.localStorage;
	} catch {
		return null;
	}
}
