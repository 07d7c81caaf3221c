/** Keeps who typed what beside the updates, so that these may go one day. */
import type { Kysely } from 'kysely';
import { inTransaction } from '#lib/database/transaction.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Attribution } from '../attribution.ts';
import { readAttributions, type ReadAttributions } from './attribution-queries.ts';

/** Stores the attributions of what was typed since the last time. Two at once do no harm: one of them stores nothing. */
export async function attributeDocument(db: Kysely<Database>, documentId: string): Promise<void> {
	for (;;) {
		const read = await readAttributions(db, documentId);
		if (!read || read.to === read.from || !(await store(db, documentId, read))) return;
	}
}

async function store(
	db: Kysely<Database>,
	documentId: string,
	read: ReadAttributions
): Promise<boolean> {
	const before = new Map(read.stored.map((one) => [keyOf(one), one]));
	const now = new Map(read.book.entries().map((one) => [keyOf(one), one]));
	const gone = [...before].filter(([key]) => !now.has(key)).map(([, one]) => one);
	const come = [...now].filter(([key]) => !before.has(key)).map(([, one]) => one);
	return inTransaction(db, async (trx) => {
		const { numUpdatedRows } = await trx
			.updateTable('document')
			.set({ attributedSeq: read.to })
			.where('id', '=', documentId)
			.where('attributedSeq', '=', read.from)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) return false;
		for (const { clientId, from } of gone) {
			await trx
				.deleteFrom('documentAttribution')
				.where('documentId', '=', documentId)
				.where('clientId', '=', clientId)
				.where('clockFrom', '=', from)
				.execute();
		}
		for (let start = 0; start < come.length; start += 500) {
			await trx
				.insertInto('documentAttribution')
				.values(
					come.slice(start, start + 500).map(({ clientId, from, to, personId, via, at }) => ({
						documentId,
						clientId,
						clockFrom: from,
						clockTo: to,
						personId,
						via,
						at
					}))
				)
				.execute();
		}
		return true;
	});
}

function keyOf({ clientId, from, to, personId, via }: Attribution): string {
	return `${clientId} ${from} ${to} ${personId ?? ''} ${via}`;
}
