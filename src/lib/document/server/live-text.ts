/** The stored form of a document: a Yjs document whose root texts are its named texts. */
import * as Y from 'yjs';
import { DamagedDocument } from '../damaged.ts';
import { isTextName } from '../document.ts';
import { toDelta, type Delta, type Insert } from '../delta.ts';

export interface InitialState {
	clientId: number;
	clockTo: number;
	bytes: Uint8Array;
}

/** Reads a named text of a live document. */
export function deltaOf(live: Y.Doc, text: string): Insert[] {
	return toDelta(live.getText(text).toDelta());
}

/**
 * Makes the first state of a document from its texts, typed by one new client id.
 * @throws {Error} when a name is not that of a text
 */
export function initialState(texts: Readonly<Record<string, Delta>>): InitialState {
	const live = new Y.Doc();
	live.transact(() => {
		for (const [name, delta] of Object.entries(texts)) {
			if (!isTextName(name)) throw new Error(`${name} cannot name a text`);
			live.getText(name).applyDelta([...delta]);
		}
	});
	const clientId = live.clientID;
	return {
		clientId,
		clockTo: Y.getState(live.store, clientId),
		bytes: Y.encodeStateAsUpdate(live)
	};
}

/**
 * Builds a live document from a snapshot and the updates after it, in one transaction: merging a long
 * tail one by one is quadratic.
 * @throws {DamagedDocument} when one cannot be read, or something it rests on is missing
 */
export function buildLive(parts: readonly Uint8Array[]): Y.Doc {
	const live = new Y.Doc();
	try {
		applyAll(live, parts);
	} catch (error) {
		throw new DamagedDocument('a stored update cannot be read', { cause: error });
	}
	if (live.store.pendingStructs !== null || live.store.pendingDs !== null) {
		throw new DamagedDocument('the stored updates do not follow one another');
	}
	return live;
}

/** Builds a live document as above; null when its parts cannot be read. */
export function buildSound(parts: readonly Uint8Array[]): Y.Doc | null {
	try {
		return buildLive(parts);
	} catch (error) {
		if (error instanceof DamagedDocument) return null;
		throw error;
	}
}

/**
 * Applies updates in one transaction, as if typed here: else Yjs would tidy formats, which deletes what
 * no stored update deletes, in nobody's name.
 */
export function applyAll(live: Y.Doc, updates: readonly Uint8Array[]): void {
	live.transact((transaction) => {
		for (const update of updates) Y.applyUpdate(live, update);
		// Applying an update marks the whole transaction as come from elsewhere.
		transaction.local = true;
	});
}
