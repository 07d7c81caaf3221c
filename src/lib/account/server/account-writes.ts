import type { Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';

/** The account of an address, made now when there is none. Two at once make one. */
export async function ensureAccount(
	trx: Transaction<Database>,
	account: { email: string; locale: 'fr' | 'en'; now: Date }
): Promise<{ id: string; isNew: boolean }> {
	const made = await trx
		.insertInto('account')
		.values({
			id: newId(),
			email: account.email,
			locale: account.locale,
			createdAt: account.now
		})
		.onConflict((conflict) => conflict.column('email').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (made) return { id: made.id, isNew: true };
	const { id } = await trx
		.selectFrom('account')
		.select('id')
		.where('email', '=', account.email)
		.executeTakeFirstOrThrow();
	return { id, isNew: false };
}

/** Writes down the language in which an account is written to. */
export async function setAccountLocale(
	trx: Transaction<Database>,
	accountId: string,
	locale: 'fr' | 'en'
): Promise<void> {
	await trx.updateTable('account').set({ locale }).where('id', '=', accountId).execute();
}
