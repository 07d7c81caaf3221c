/** What of a document's updates is no longer needed. */
import type { Kysely } from 'kysely';
import * as Y from 'yjs';
import type { Database } from '#lib/database/schema.ts';
import { buildSound, deltaOf } from './live-text.ts';
import { findSnapshot, findStateAt, listTexts } from './moment-queries.ts';

/**
 * Finds the snapshot up to which updates may go: all of them made before an instant and counted among
 * the attributions. Null when there is none, or nothing before it.
 */
export async function findCompactable(
	db: Kysely<Database>,
	documentId: string,
	before: Date
): Promise<number | null> {
	const head = await db
		.selectFrom('document')
		.select(['attributedSeq', 'damagedSeq'])
		.where('id', '=', documentId)
		.executeTakeFirst();
	if (!head || head.damagedSeq !== null) return null;
	const rows = await db
		.selectFrom('documentSnapshot as snapshot')
		.select('snapshot.seq')
		.where('snapshot.documentId', '=', documentId)
		.where('snapshot.seq', '<=', head.attributedSeq)
		.where((where) =>
			where.exists(
				where
					.selectFrom('documentUpdate')
					.select('seq')
					.where('documentId', '=', documentId)
					.whereRef('documentUpdate.seq', '=', 'snapshot.seq')
					.where('at', '<', before)
			)
		)
		.orderBy('snapshot.seq', 'desc')
		.limit(1)
		.execute();
	return rows[0]?.seq ?? null;
}

/** Tells whether a snapshot says the same as what the updates before it make. */
export async function readsAlike(
	db: Kysely<Database>,
	documentId: string,
	seq: number
): Promise<boolean> {
	const snapshot = await findSnapshot(db, documentId, { seq });
	if (snapshot?.seq !== seq) return false;
	const earlier = await findStateAt(db, documentId, seq, { without: seq });
	if (!earlier) return false;
	const [one, other] = [buildSound([snapshot.state]), buildSound(earlier.parts)];
	if (!one || !other) return false;
	const names = await listTexts(db, documentId);
	const isSame =
		Buffer.compare(Y.encodeStateVector(one), Y.encodeStateVector(other)) === 0 &&
		names.every(
			(name) => JSON.stringify(deltaOf(one, name)) === JSON.stringify(deltaOf(other, name))
		);
	one.destroy();
	other.destroy();
	return isSame;
}
