/** The one-time link that an empty site prints on its console. */
import type { Kysely, Transaction } from 'kysely';
import { hashToken, newToken } from '#lib/account/server/token.ts';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';

/** Two days: time to start a server on a Friday and to fill the form on a Sunday. */
const LASTS = 48 * 3_600_000;

/**
 * Makes the link of an empty site, in place of any earlier one. Gives the token that ends
 * `/installation/…`, or null when the site has a territory.
 */
export async function createSetupLink(db: Kysely<Database>, now: Date): Promise<string | null> {
	const territory = await db.selectFrom('territory').select('id').limit(1).executeTakeFirst();
	if (territory) return null;
	await db.deleteFrom('setupLink').where('usedAt', 'is', null).execute();
	const token = newToken();
	await db
		.insertInto('setupLink')
		.values({
			id: newId(),
			tokenHash: hashToken(token),
			createdAt: now,
			expiresAt: new Date(now.getTime() + LASTS)
		})
		.execute();
	return token;
}

/** Whether a link may still be used. */
export async function isSetupLinkValid(
	db: Kysely<Database>,
	token: string,
	now: Date
): Promise<boolean> {
	const row = await db
		.selectFrom('setupLink')
		.select('id')
		.where('tokenHash', '=', hashToken(token))
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.executeTakeFirst();
	return row !== undefined;
}

/** Uses a link up. False when it was used, is over or unknown: of two uses at once one gets it. */
export async function useSetupLink(
	trx: Transaction<Database>,
	token: string,
	now: Date
): Promise<boolean> {
	const used = await trx
		.updateTable('setupLink')
		.set({ usedAt: now })
		.where('tokenHash', '=', hashToken(token))
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.returning('id')
		.execute();
	return used.length > 0;
}
