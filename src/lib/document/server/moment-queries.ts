/** A document as it was at a moment: the moments are its updates, by number. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import type { Insert } from '../delta.ts';
import { isIntact } from './checksum.ts';
import { buildSound, deltaOf } from './live-text.ts';

/** Snapshots that a document has at most. */
export const MOST_SNAPSHOTS = 6;

export interface StateAt {
	/** The newest sound snapshot before the moment; 0 when it is the beginning. */
	snapshotSeq: number;
	/** That snapshot and the updates after it, in order. */
	parts: Uint8Array[];
}

/** Lists the names of a document's texts. */
export async function listTexts(db: Kysely<Database>, documentId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('documentRender')
		.select('text')
		.where('documentId', '=', documentId)
		.orderBy('text')
		.limit(100)
		.execute();
	return rows.map((row) => row.text);
}

/**
 * Finds the newest snapshot of an epoch up to an update whose bytes are those that were written: one
 * that is not is passed over, since the updates say the same.
 */
export async function findSnapshot(
	db: Kysely<Database>,
	documentId: string,
	upTo: { epoch?: number; seq?: number } = {}
): Promise<{ seq: number; state: Uint8Array } | null> {
	const { epoch, seq } = upTo;
	const rows = await db
		.selectFrom('documentSnapshot')
		.select(['seq', 'state', 'sha256'])
		.where('documentId', '=', documentId)
		.$if(epoch !== undefined, (query) => query.where('epoch', '=', epoch ?? 0))
		.$if(seq !== undefined, (query) => query.where('seq', '<=', seq ?? 0))
		.orderBy('seq', 'desc')
		.limit(MOST_SNAPSHOTS)
		.execute();
	return rows.find((row) => hashOf(row.state) === row.sha256) ?? null;
}

/** Gives the hash under which a snapshot is kept. */
export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Finds what makes a document as of an update; null when it is no longer, or not yet, there, or not what
 * was written. `without` is the number of a snapshot to do without.
 */
export async function findStateAt(
	db: Kysely<Database>,
	documentId: string,
	seq: number,
	{ without }: { without?: number } = {}
): Promise<StateAt | null> {
	const snapshot = await findSnapshot(db, documentId, { seq: without === seq ? seq - 1 : seq });
	const snapshotSeq = snapshot?.seq ?? 0;
	const updates = await db
		.selectFrom('documentUpdate')
		.select(['seq', 'bytes', 'checksum'])
		.where('documentId', '=', documentId)
		.where('seq', '>', snapshotSeq)
		.where('seq', '<=', seq)
		.orderBy('seq')
		.execute();
	if (snapshotSeq + updates.length !== seq || !updates.every(isIntact)) return null;
	return {
		snapshotSeq,
		parts: [...(snapshot ? [snapshot.state] : []), ...updates.map(({ bytes }) => bytes)]
	};
}

/** Reads every text of a document as of an update; null when that moment cannot be read any more. */
export async function findTextsAt(
	db: Kysely<Database>,
	documentId: string,
	seq: number
): Promise<Map<string, Insert[]> | null> {
	const state = await findStateAt(db, documentId, seq);
	const live = state && buildSound(state.parts);
	if (!live) return null;
	const names = await listTexts(db, documentId);
	const texts = new Map(names.map((name) => [name, deltaOf(live, name)]));
	live.destroy();
	return texts;
}
