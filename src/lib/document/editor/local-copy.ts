/** The copy of a live document in the browser: one for each person, document and epoch. */
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { toDelta } from '../delta.ts';
import { toPlainText } from '../plain-text.ts';
import { unsavedCookieName } from '../unsaved.ts';

export interface CopyOf {
	personId: string;
	documentId: string;
	epoch: number;
}

/** Where a mark stands while the copy has words that the server was not said to have. */
const UNSAVED = 'unsaved';
/** A private window may never answer. */
const PATIENCE = 3000;
const A_MONTH = 30 * 86_400;

export class LocalCopy {
	readonly #of: CopyOf;
	readonly #kept: IndexeddbPersistence;
	#isMarked = false;

	private constructor(of: CopyOf, kept: IndexeddbPersistence) {
		this.#of = of;
		this.#kept = kept;
	}

	/**
	 * Reads the copy into a document and keeps what is written from then on; null when the browser
	 * refuses. `onLost` is called when it stops keeping: no room any more, or thrown away.
	 */
	static async open(of: CopyOf, live: Y.Doc, onLost: () => void): Promise<LocalCopy | null> {
		if (typeof indexedDB === 'undefined') return null;
		const kept = new IndexeddbPersistence(nameOf(of), live);
		// What it opens on the way fails there; the patience below says so.
		kept.whenSynced.catch(() => {});
		const isOpen = await settled(kept.whenSynced.then(() => true));
		if (!isOpen || !kept.db) return null;
		for (const event of ['error', 'abort', 'close']) kept.db.addEventListener(event, onLost);
		return new LocalCopy(of, kept);
	}

	/** Notes whether the copy has unsaved words, for later visits and for the page that signs out. */
	mark(isUnsaved: boolean): void {
		if (isUnsaved === this.#isMarked) return;
		this.#isMarked = isUnsaved;
		void this.#kept.set(UNSAVED, isUnsaved ? 1 : 0).catch(() => {});
		const secure = location.protocol === 'https:' ? '; secure' : '';
		document.cookie = `${unsavedCookieName(this.#of.documentId)}=1; path=/; samesite=lax; max-age=${isUnsaved ? A_MONTH : 0}${secure}`;
	}

	/** Removes the copy. */
	async clear(): Promise<void> {
		this.mark(false);
		await this.#kept.clearData();
	}

	/** Lets go of the copy, which stays. */
	close(): void {
		void this.#kept.destroy();
	}
}

export interface EarlierWords {
	words: string;
	/** Removes them, once they were copied. */
	forget: () => Promise<void>;
}

/**
 * Reads what a person wrote, and never saw saved, in earlier epochs of a document: it can no longer be
 * brought in, only copied. Copies without such words are removed.
 */
export async function readEarlierWords(of: CopyOf, text: string): Promise<EarlierWords> {
	const words: string[] = [];
	const kept: string[] = [];
	for (const name of await listCopies(of)) {
		if (name === nameOf(of)) continue;
		const live = new Y.Doc();
		const copy = new IndexeddbPersistence(name, live);
		const isOpen = (await settled(copy.whenSynced.then(() => true))) ?? false;
		const isUnsaved = isOpen && (await settled<unknown>(copy.get(UNSAVED))) === 1;
		const written = toPlainText(toDelta(live.getText(text).toDelta()));
		if (isUnsaved && written !== '') {
			words.push(written);
			kept.push(name);
			copy.destroy().catch(() => {});
		} else if (isOpen) await copy.clearData();
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
	if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return [];
	const prefix = nameOf({ ...of, epoch: 0 }).slice(0, -1);
	const databases = (await settled(indexedDB.databases())) ?? [];
	return databases.map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix));
}

function nameOf({ personId, documentId, epoch }: CopyOf): string {
	return `parvis-${personId}-${documentId}-${epoch}`;
}

/** Null when it fails or does not come in time. */
function settled<T>(work: Promise<T>): Promise<T | null> {
	return Promise.race([
		work.catch(() => null),
		new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE))
	]);
}
