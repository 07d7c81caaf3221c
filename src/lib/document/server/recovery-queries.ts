/** What is left of a document when a row of it cannot be read: its last good state. */
import type { Kysely } from 'kysely';
import type * as Y from 'yjs';
import type { Database } from '#lib/database/schema.ts';
import { DamagedDocument } from '../damaged.ts';
import type { Insert } from '../delta.ts';
import { isIntact } from './checksum.ts';
import {
	findDocument,
	findStored,
	listUpdatesAfter,
	readOwners,
	type StoredDocument
} from './document-queries.ts';
import { applyAll, buildLive, deltaOf } from './live-text.ts';
import { findSnapshot, listTexts } from './moment-queries.ts';

/**
 * Reads a document as far as it can be trusted: `damage` says which update stopped it. Null when there
 * is no such document.
 * @throws {DamagedDocument} when nothing of it can be read
 */
export async function findSound(
	db: Kysely<Database>,
	documentId: string
): Promise<StoredDocument | null> {
	const head = await findDocument(db, documentId);
	if (!head) return null;
	const snapshot = await findSnapshot(db, documentId, { epoch: head.epoch });
	const snapshotSeq = snapshot?.seq ?? 0;
	const updates = await listUpdatesAfter(db, documentId, snapshotSeq);
	const hole = updates.findIndex((update, index) => update.seq !== snapshotSeq + index + 1);
	const broken = updates.findIndex((update) => !isIntact(update));
	const stop = Math.min(...[hole, broken].filter((index) => index >= 0), updates.length);
	const following = updates.slice(0, stop);
	const first = snapshot ? [snapshot.state] : [];
	const sound = countSound(
		first,
		following.map(({ bytes }) => bytes)
	);
	const headSeq = snapshotSeq + sound;
	if (headSeq === 0) throw new DamagedDocument(`nothing of document ${documentId} can be read`);
	const isWhole = headSeq >= head.headSeq && sound === updates.length;
	return {
		...head,
		headSeq,
		texts: await listTexts(db, documentId),
		snapshotSeq,
		parts: [...first, ...following.slice(0, sound).map(({ bytes }) => bytes)],
		clients: await readOwners(db, documentId),
		...(!isWhole && { damage: { seq: headSeq + 1 } })
	};
}

/**
 * Reads a text as it is stored now, formats included: for the form without JavaScript, which must show
 * what it will be checked against. Of a damaged document, its last good state.
 */
export async function findDelta(
	db: Kysely<Database>,
	documentId: string,
	text: string
): Promise<Insert[] | null> {
	const read = await readWhole(db, documentId);
	if (!read?.stored.texts.includes(text)) return null;
	const { live } = read;
	const delta = deltaOf(live, text);
	live.destroy();
	return delta;
}

/**
 * Reads a document whole, or as far as it can be trusted when a row of it is damaged.
 * @throws {DamagedDocument} when nothing of it can be read
 */
export async function readWhole(
	db: Kysely<Database>,
	documentId: string
): Promise<{ stored: StoredDocument; live: Y.Doc } | null> {
	try {
		const stored = await findStored(db, documentId);
		return stored && { stored, live: buildLive(stored.parts) };
	} catch (error) {
		if (!(error instanceof DamagedDocument)) throw error;
		const stored = await findSound(db, documentId);
		return stored && { stored, live: buildLive(stored.parts) };
	}
}

/** The live document at its last good state; null when nothing of it can be read. */
export async function findLastGood(
	db: Kysely<Database>,
	documentId: string
): Promise<Y.Doc | null> {
	try {
		return (await readWhole(db, documentId))?.live ?? null;
	} catch (error) {
		if (error instanceof DamagedDocument) return null;
		throw error;
	}
}

/** How many updates, from the first, read and follow one another. */
function countSound(first: readonly Uint8Array[], updates: readonly Uint8Array[]): number {
	if (reads([...first, ...updates])) return updates.length;
	const live = buildLive(first);
	try {
		for (let count = 0; count < updates.length; count++) {
			try {
				applyAll(live, updates.slice(count, count + 1));
			} catch {
				return count;
			}
			if (live.store.pendingStructs !== null || live.store.pendingDs !== null) return count;
		}
		return updates.length;
	} finally {
		live.destroy();
	}
}

function reads(parts: readonly Uint8Array[]): boolean {
	try {
		buildLive(parts).destroy();
		return true;
	} catch {
		return false;
	}
}
