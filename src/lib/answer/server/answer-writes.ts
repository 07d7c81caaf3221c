import type { Insertable, Transaction, Updateable } from 'kysely';
import type { AnswerTable, Database, DeliveryTable } from '#lib/database/schema.ts';
import { AppError } from '#lib/errors.ts';

/**
 * Writes the first version of an answer to a contribution: one at a time is in preparation.
 * @throws {AppError} conflict when somebody prepared one in the meantime
 */
export async function insertAnswer(
	trx: Transaction<Database>,
	row: Insertable<AnswerTable>
): Promise<void> {
	const result = await trx
		.insertInto('answer')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (result.numInsertedOrUpdatedRows !== 1n) {
		throw new AppError('conflict', { reason: 'answer.stale' });
	}
}

/**
 * Changes an answer that is still at the version the form knew, which rises by one.
 * @throws {AppError} conflict when somebody changed it since
 */
export async function updateAnswer(
	trx: Transaction<Database>,
	answerId: string,
	version: number,
	values: Updateable<AnswerTable>
): Promise<void> {
	const result = await trx
		.updateTable('answer')
		.set({ ...values, version: version + 1 })
		.where('id', '=', answerId)
		.where('version', '=', version)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { reason: 'answer.stale' });
}

/** Makes the answer that was sent history, before the one that replaces it is; nothing when there is none. */
export async function replacePublished(
	trx: Transaction<Database>,
	proposalId: string
): Promise<void> {
	await trx
		.updateTable('answer')
		.set({ state: 'replaced' })
		.where('proposalId', '=', proposalId)
		.where('state', '=', 'published')
		.execute();
}

/** Writes down that an author is told, and by which way. */
export async function insertDelivery(
	trx: Transaction<Database>,
	row: Insertable<DeliveryTable>
): Promise<void> {
	await trx.insertInto('delivery').values(row).execute();
}

/** Marks a letter as sent or handed over; false when it was already. */
export async function markDeliveryDone(
	trx: Transaction<Database>,
	deliveryId: string,
	now: Date
): Promise<boolean> {
	const result = await trx
		.updateTable('delivery')
		.set({ state: 'done', doneAt: now })
		.where('id', '=', deliveryId)
		.where('state', '=', 'to_print')
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}
