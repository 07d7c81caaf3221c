/**
 * Erases an account. It reaches into the tables of higher nouns, for what identifies somebody must
 * go from all of them in one transaction, and no noun above could be forgotten by a command here.
 */
import type { Transaction } from 'kysely';
import type { Database } from '#lib/database/schema.ts';

const UNPUBLISHED = ['RECEIVED', 'RETURNED', 'HELD_PRIVACY', 'WITHDRAWN'] as const;

/** Persons of an account, one a territory. */
export async function listPersonIds(
	trx: Transaction<Database>,
	accountId: string
): Promise<string[]> {
	const rows = await trx
		.selectFrom('person')
		.select('id')
		.where('accountId', '=', accountId)
		.orderBy('id')
		.limit(1000)
		.execute();
	return rows.map(({ id }) => id);
}

/** Deletes what these persons alone wrote and nobody has read: it never was public. */
export async function deleteUnpublished(
	trx: Transaction<Database>,
	personIds: readonly string[]
): Promise<void> {
	await trx
		.deleteFrom('proposal')
		.where('publishedAt', 'is', null)
		.where('state', 'in', UNPUBLISHED)
		.where('id', 'in', (eb) =>
			eb.selectFrom('proposalAuthor').select('proposalId').where('personId', 'in', personIds)
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('proposalAuthor')
						.select('proposalAuthor.personId')
						.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
						.where('proposalAuthor.personId', 'not in', personIds)
				)
			)
		)
		.execute();
	await trx
		.deleteFrom('comment')
		.where('personId', 'in', personIds)
		.where('state', 'in', ['held', 'withdrawn'])
		.execute();
}

/** Takes persons out of their groups and roles, and leaves of them a name that says they left. */
export async function anonymise(
	trx: Transaction<Database>,
	personIds: readonly string[],
	goneName: string,
	now: Date
): Promise<void> {
	await trx.deleteFrom('appointment').where('personId', 'in', personIds).execute();
	await trx.deleteFrom('suspension').where('personId', 'in', personIds).execute();
	await trx
		.updateTable('membership')
		.set({ state: 'left', endedAt: now })
		.where('personId', 'in', personIds)
		.where('state', 'in', ['applied', 'active'])
		.execute();
	await trx
		.updateTable('membership')
		.set({ motivation: '', refusalReason: '' })
		.where('personId', 'in', personIds)
		.execute();
	await forgetReplies(trx, personIds, now);
	await trx
		.updateTable('person')
		.set({ publicName: goneName, accountId: null, communeId: null, ageConfirmedAt: null })
		.where('id', 'in', personIds)
		.execute();
}

/** Where to write to these persons about what they alone signed; letters not yet posted stay unwritten. */
async function forgetReplies(
	trx: Transaction<Database>,
	personIds: readonly string[],
	now: Date
): Promise<void> {
	const own = await trx
		.selectFrom('proposalAuthor as own')
		.select('own.proposalId')
		.where('own.personId', 'in', personIds)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('proposalAuthor as other')
						.select('other.personId')
						.whereRef('other.proposalId', '=', 'own.proposalId')
						.where('other.personId', 'not in', personIds)
				)
			)
		)
		.limit(10_000)
		.execute();
	const proposalIds = own.map(({ proposalId }) => proposalId);
	if (proposalIds.length === 0) return;
	await trx
		.updateTable('proposalReply')
		.set({ channel: 'none', email: null, postalAddress: null, townHallCommuneId: null })
		.where('proposalId', 'in', proposalIds)
		.execute();
	await trx
		.updateTable('delivery')
		.set({ state: 'done', doneAt: now })
		.where('proposalId', 'in', proposalIds)
		.where('state', '=', 'to_print')
		.execute();
}

/** Deletes an address wherever it was written: replies, reports, invitations, codes, mails, account. */
export async function deleteAddress(
	trx: Transaction<Database>,
	account: { id: string; email: string }
): Promise<void> {
	await trx
		.updateTable('proposalReply')
		.set({ channel: 'none', email: null })
		.where('email', '=', account.email)
		.execute();
	await trx
		.updateTable('report')
		.set({ contactEmail: null })
		.where('contactEmail', '=', account.email)
		.execute();
	await trx.deleteFrom('invitation').where('email', '=', account.email).execute();
	await trx.deleteFrom('signInCode').where('email', '=', account.email).execute();
	await trx.deleteFrom('mail').where('recipient', '=', account.email).execute();
	await trx.deleteFrom('account').where('id', '=', account.id).execute();
}
