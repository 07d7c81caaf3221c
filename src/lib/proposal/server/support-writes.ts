import type { Transaction } from 'kysely';
import type { Database } from '#lib/database/schema.ts';

/** Writes a support and counts it, once. Says whether it is new. */
export async function addSupport(
	trx: Transaction<Database>,
	proposalId: string,
	personId: string | null,
	now: Date
): Promise<boolean> {
	if (personId === null) return false;
	const added = await trx
		.insertInto('support')
		.values({ proposalId, personId, at: now })
		.onConflict((conflict) => conflict.constraint('support_once').doNothing())
		.returning('proposalId')
		.execute();
	if (added.length > 0) await count(trx, proposalId, 1);
	return added.length > 0;
}

/** Removes a support and counts it off. Says whether there was one. */
export async function removeSupport(
	trx: Transaction<Database>,
	proposalId: string,
	personId: string | null
): Promise<boolean> {
	const removed = await trx
		.deleteFrom('support')
		.where('proposalId', '=', proposalId)
		.where('personId', '=', personId)
		.returning('proposalId')
		.execute();
	if (removed.length > 0) await count(trx, proposalId, -1);
	return removed.length > 0;
}

async function count(trx: Transaction<Database>, proposalId: string, by: 1 | -1) {
	await trx
		.updateTable('proposal')
		.set((eb) => ({ supportCount: eb('supportCount', '+', by) }))
		.where('id', '=', proposalId)
		.execute();
}
