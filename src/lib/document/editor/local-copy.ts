/** The copy of a live document in the browser: one for each person, document and epoch. */
import { transact } from 'lib0/indexeddb';
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { toDelta } from '../delta.ts';
import { toPlainText } from '../plain-text.ts';
import { copyName, SAVED_MARK, TITLE_MARK, UNSAVED_MARK } from '../writing-place.ts';
import { noteCopy, noteUnsaved } from './kept-here.ts';

export interface CopyOf {
	accountId: string;
	personId: string;
	documentId: string;
	epoch: number;
	title: string;
}

/** A private window may never answer. */
const PATIENCE = 3000;

export class LocalCopy {
	readonly #of: CopyOf;
	readonly #kept: IndexeddbPersistence;
	/** The browser keeps unsaved words of an earlier epoch too. */
	hasEarlier = false;
	#isMarked = false;

	private constructor(of: CopyOf, kept: IndexeddbPersistence) {
		this.#of = of;
		this.#kept = kept;
	}

	/**
	 * Reads the copy into a document and keeps what is written from then on; null when the browser
	 * refuses. `onLost` is called once it keeps nothing more: `gone` when the browser threw the copy
	 * away, `full` when it takes no more.
	 */
	static async open(
		of: CopyOf,
		live: Y.Doc,
		onLost: (reason: 'gone' | 'full') => void
	): Promise<LocalCopy | null> {
		if (!hasStorage()) return null;
		const isEmpty = live.store.clients.size === 0;
		const kept = new IndexeddbPersistence(copyName(of), live);
		// Before anybody can type: all that is in the text then came from the copy.
		const state = kept.whenSynced.then(() => Y.decodeStateVector(Y.encodeStateVector(live)));
		let wasUnsaved = false;
		try {
			wasUnsaved = await read(kept);
		} catch {
			return null;
		}
		const { db } = kept;
		if (!db) return null;
		note(kept, TITLE_MARK, of.title);
		if (!wasUnsaved) note(kept, SAVED_MARK, isEmpty ? await state : null);
		let isLost = false;
		const lose = (reason: 'gone' | 'full') => () => {
			if (isLost) return;
			isLost = true;
			// What comes after a piece that is missing could not be read again: nothing more is written.
			letGo(kept);
			onLost(reason);
		};
		// Being thrown away is told as a change of version to whoever has it open, and closes it.
		for (const event of ['close', 'versionchange']) db.addEventListener(event, lose('gone'));
		for (const event of ['error', 'abort']) db.addEventListener(event, lose('full'));
		noteCopy(of.accountId, copyName(of));
		return new LocalCopy(of, kept);
	}

	/**
	 * Notes whether the copy has unsaved words, for later visits and for the page that signs out; with
	 * what the text had before the first of them.
	 */
	mark(isUnsaved: boolean, before?: Map<number, number>): void {
		if (isUnsaved === this.#isMarked) return;
		this.#isMarked = isUnsaved;
		if (before) note(this.#kept, SAVED_MARK, before);
		note(this.#kept, UNSAVED_MARK, isUnsaved ? 1 : 0);
		noteUnsaved(this.#of.documentId, isUnsaved || this.hasEarlier);
	}

	/** Waits until the browser has written what was typed so far. */
	async written(): Promise<void> {
		// The copy writes in this same turn: asked after it, the store answers after it.
		await Promise.resolve();
		const { db } = this.#kept;
		if (!db) return;
		const [updates] = transact(db, ['updates'], 'readonly');
		await new Promise((resolve, reject) => {
			const asked = updates?.getKey(0);
			if (!asked) return resolve(null);
			asked.onsuccess = resolve;
			asked.onerror = reject;
		});
	}

	/** Removes the copy. */
	async clear(): Promise<void> {
		this.mark(false);
		await this.#kept.clearData();
	}

	/** Lets go of the copy, which stays. */
	close(): void {
		letGo(this.#kept);
	}
}

export interface EarlierWords {
	words: string;
	/** Removes them, once they were copied. */
	forget: () => Promise<void>;
}

/**
 * Reads what a person wrote, and never saw saved, in earlier epochs of a document: it can no longer be
 * brought in, only copied. Copies that hold nothing unsaved are removed; those of another text of the
 * document wait for it.
 */
export async function readEarlierWords(of: CopyOf, text: string): Promise<EarlierWords> {
	const words: string[] = [];
	const kept: string[] = [];
	for (const name of await listCopies(of)) {
		if (name === copyName(of)) continue;
		const live = new Y.Doc();
		const copy = new IndexeddbPersistence(name, live);
		const isUnsaved = await inTime(read(copy));
		const written = toPlainText(toDelta(live.getText(text).toDelta()));
		if (isUnsaved && written !== '') {
			words.push(written);
			kept.push(name);
			letGo(copy);
		} else if (isUnsaved === false) await copy.clearData();
		else letGo(copy);
		live.destroy();
	}
	return {
		words: words.join('\n\n'),
		forget: async () => {
			for (const name of kept) await clearDocument(name);
		}
	};
}

async function listCopies(of: CopyOf): Promise<string[]> {
	if (!hasStorage() || !('databases' in indexedDB)) return [];
	const prefix = copyName({ ...of, epoch: 0 }).slice(0, -1);
	const databases = (await inTime(indexedDB.databases())) ?? [];
	return databases.map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix));
}

/** Some browsers refuse even to be asked. */
function hasStorage(): boolean {
	try {
		return typeof indexedDB !== 'undefined';
	} catch {
		return false;
	}
}

/** Waits for the copy's words, and says whether some are unsaved; asking for the mark fails as soon as it cannot be opened. */
async function read(kept: IndexeddbPersistence): Promise<boolean> {
	const mark: unknown = await kept.get(UNSAVED_MARK);
	await kept.whenSynced;
	return mark === 1;
}

function note(kept: IndexeddbPersistence, mark: string, value: unknown): void {
	// The store takes whatever can be cloned, though its types name a few.
	kept.set(mark, value as string).catch(() => {});
}

function letGo(kept: IndexeddbPersistence): void {
	kept.destroy().catch(() => {});
}

/** Null when it fails or does not come in time. */
export function inTime<T>(work: Promise<T>): Promise<T | null> {
	return Promise.race([
		work.catch(() => null),
		new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE))
	]);
}
