/** Snapshots: states of a document from which it is read quickly, and its past where older updates are gone. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { inTransaction } from '#lib/database/transaction.ts';
import type { Database } from '#lib/database/schema.ts';
import { markMended } from './document-writes.ts';
import { hashOf } from './moment-queries.ts';

/**
 * Keeps a state of a document that was read back, and forgets the others but the two before it, the one
 * that the first update rests on, and the newest of more than ten minutes ago: who moves a passage is
 * looked up from a while before.
 */
export async function saveSnapshot(
	db: Kysely<Database>,
	snapshot: {
		documentId: string;
		seq: number;
		epoch: number;
		state: Uint8Array;
		stateVector: Uint8Array;
	}
): Promise<void> {
	const { documentId } = snapshot;
	await inTransaction(db, async (trx) => {
		await lockSnapshots(trx, documentId);
		await trx
			.insertInto('documentSnapshot')
			.values({ ...snapshot, sha256: hashOf(snapshot.state), at: sql<Date>`now()` })
			.onConflict((conflict) => conflict.columns(['documentId', 'seq']).doNothing())
			.execute();
		await sql`
			with kept as (
				(select seq from document_snapshot where document_id = ${documentId}
					order by seq desc limit 3)
				union all
				(select max(seq) from document_snapshot where document_id = ${documentId} and seq < (
					select min(seq) from document_update where document_id = ${documentId}
				))
				union all
				(select max(seq) from document_snapshot where document_id = ${documentId}
					and at < now() - interval '10 minutes')
			)
			delete from document_snapshot
			where document_id = ${documentId} and seq not in (select seq from kept where seq is not null)
		`.execute(trx);
		await markMended(trx, documentId);
	});
}

/** Keeps others from adding or forgetting snapshots of a document until the transaction ends. */
export async function lockSnapshots(trx: Transaction<Database>, documentId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 0))`.execute(trx);
}
