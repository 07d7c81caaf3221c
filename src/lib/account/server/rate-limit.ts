/** How often something may be tried: token buckets in the database, shared by all processes. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { hashToken } from './token.ts';

export interface Bucket {
	/** How many in a row. */
	capacity: number;
	/** How many come back in a minute. */
	perMinute: number;
}

/**
 * Takes one token of a bucket. False when it is empty: then nothing is taken. The key is hashed, for
 * it may hold an address.
 */
export async function takeToken(
	db: Kysely<Database>,
	key: string,
	{ capacity, perMinute }: Bucket,
	now: Date
): Promise<boolean> {
	const elapsed = sql<number>`greatest(0, extract(epoch from ${now}::timestamptz - rate_limit.updated_at)::float8)`;
	const filled = sql<number>`least(${capacity}::float8, rate_limit.tokens + ${elapsed} * ${perMinute / 60}::float8)`;
	const taken = await db
		.insertInto('rateLimit')
		.values({ key: hashToken(key), tokens: capacity - 1, updatedAt: now })
		.onConflict((conflict) =>
			conflict
				.column('key')
				.doUpdateSet({ tokens: sql<number>`${filled} - 1`, updatedAt: now })
				.where(filled, '>=', 1)
		)
		.returning('key')
		.execute();
	return taken.length > 0;
}

/** Puts back what was taken for an act that turned out not to count. */
export async function returnToken(
	db: Kysely<Database>,
	key: string,
	{ capacity }: Bucket
): Promise<void> {
	await db
		.updateTable('rateLimit')
		.set((eb) => ({ tokens: sql<number>`least(${capacity}::float8, ${eb.ref('tokens')} + 1)` }))
		.where('key', '=', hashToken(key))
		.execute();
}

/** Deletes buckets that nobody drew from for a day, which are full again. Says how many. */
export async function purgeRateLimits(db: Kysely<Database>, now: Date): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('rateLimit')
		.where('updatedAt', '<', new Date(now.getTime() - 86_400_000))
		.executeTakeFirst();
	return Number(numDeletedRows);
}
