// The guarded transaction. The embedded database has one connection: using `db` while a transaction
// is open would wait for ever, so it throws instead, on both engines alike.
import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

const current = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Runs `work` in one transaction: committed when it returns, undone when it throws. Inside, use only
 * `trx`, and await nothing but the database.
 *
 * @throws {Error} when a transaction is open already
 */
export async function inTransaction<T>(
	db: Kysely<Database>,
	work: (trx: Transaction<Database>) => Promise<T>
): Promise<T> {
	refuseInsideTransaction();
	return db.transaction().execute((trx) => {
		const state = { open: true };
		return current.run(state, async () => {
			try {
				return await work(trx);
			} finally {
				state.open = false;
			}
		});
	});
}

/**
 * Throws when the caller is inside an open transaction, where only its `trx` may be used.
 */
export function refuseInsideTransaction(): void {
	if (current.getStore()?.open) {
		throw new Error('db was used inside a transaction: pass trx to every query instead');
	}
}

/**
 * Gives the instant at which the transaction began, by the database's clock: the `now` of commands.
 */
export async function readNow(trx: Transaction<Database>): Promise<Date> {
	const { rows } = await sql<{ now: Date }>`select now() as now`.execute(trx);
	const [row] = rows;
	if (!row) throw new Error('the database did not tell the time');
	return row.now;
}
