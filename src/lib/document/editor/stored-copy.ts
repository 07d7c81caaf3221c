/** A copy as the browser stores it, for those who do not open the text: pages that erase, the service worker. */
import { transact } from 'lib0/indexeddb';
import { SAVED_MARK, TITLE_MARK, UNSAVED_MARK } from '../writing-place.ts';

/** Where y-indexeddb keeps what is not the text. */
const MARKS = 'custom';
const UPDATES = 'updates';
/** A database that somebody holds open may never answer. */
const PATIENCE = 3000;

/** Erases a copy; whoever has it open is told, and lets go of it. */
export async function deleteCopy(name: string): Promise<void> {
	await answer(() => indexedDB.deleteDatabase(name));
}

/** Says whether there is such a copy, and makes none. */
export async function isStored(name: string): Promise<boolean> {
	const db = await openStored(name);
	db?.close();
	return db !== null;
}

/** Says whether a copy has words that the server was not said to have. */
export async function isUnsaved(name: string): Promise<boolean> {
	const db = await openStored(name);
	if (!db) return false;
	try {
		const [marks] = transact(db, [MARKS], 'readonly');
		const mark = marks && (await answer<unknown>(() => marks.get(UNSAVED_MARK)));
		return mark === 1;
	} finally {
		db.close();
	}
}

export interface StoredCopy {
	updates: Uint8Array[];
	/** What its page is called; copies of before have none. */
	title: string | null;
	/** What the server was known to have of it, as clocks by client id; null when that is not known. */
	saved: Map<number, number> | null;
}

/** Reads a copy without opening its text; null when it cannot be read. */
export async function readStored(name: string): Promise<StoredCopy | null> {
	const db = await openStored(name);
	if (!db) return null;
	try {
		const [texts, marks] = transact(db, [UPDATES, MARKS], 'readonly');
		if (!texts || !marks) return null;
		const [updates, title, saved] = await Promise.all([
			answer<unknown[]>(() => texts.getAll()),
			answer<unknown>(() => marks.get(TITLE_MARK)),
			answer<unknown>(() => marks.get(SAVED_MARK))
		]);
		return (
			updates && {
				updates: updates.filter((update) => update instanceof Uint8Array),
				title: typeof title === 'string' ? title : null,
				saved: saved instanceof Map ? new Map<number, number>(saved) : null
			}
		);
	} finally {
		db.close();
	}
}

async function openStored(name: string): Promise<IDBDatabase | null> {
	const db = await answer(() => {
		const request = indexedDB.open(name);
		// Only a database that was not there is made anew: then it is not to be.
		request.onupgradeneeded = () => request.transaction?.abort();
		return request;
	});
	if (!db) return null;
	if (db.objectStoreNames.contains(MARKS)) return db;
	db.close();
	return null;
}

/** What a request gives; null when it fails, is refused or takes too long. */
function answer<T>(ask: () => IDBRequest<T>): Promise<T | null> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(null), PATIENCE);
		const settle = (result: T | null) => {
			clearTimeout(timer);
			resolve(result);
		};
		try {
			const request = ask();
			request.onsuccess = () => settle(request.result);
			request.onerror = () => settle(null);
		} catch {
			settle(null);
		}
	});
}
