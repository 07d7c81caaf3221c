/**
 * What Lucia stores and reads, over Kysely. The table holds the SHA-256 of each token; a session that
 * was found is given back under the token itself, so that Lucia's later calls are hashed again.
 */
import type { Kysely } from 'kysely';
import type { Adapter } from 'lucia';
import type { Database } from '#lib/database/schema.ts';
import { sessionLifetime } from '../account.ts';
import { hashToken } from './token.ts';

export interface SessionAttributes {
	rowId: string;
	lastSeenAt: Date;
	absoluteExpiresAt: Date;
	sharedComputer: boolean;
	deviceLabel: string;
}

export interface AccountAttributes {
	demonstration: boolean;
	suspended: boolean;
}

declare module 'lucia' {
	interface Register {
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: AccountAttributes;
	}
}

/** When a session seen at `now` is over unless it is seen again: the idle end, or the absolute one. */
export function expiryAt(now: Date, absoluteExpiresAt: Date, sharedComputer: boolean): Date {
	const idleEnd = now.getTime() + sessionLifetime(sharedComputer).idle;
	return new Date(Math.min(idleEnd, absoluteExpiresAt.getTime()));
}

/** Sessions with what is asked of their accounts. */
export function selectSessions(db: Kysely<Database>) {
	return db
		.selectFrom('session')
		.innerJoin('account', 'account.id', 'session.accountId')
		.select([
			'session.id as rowId',
			'session.accountId',
			'session.expiresAt',
			'session.absoluteExpiresAt',
			'session.lastSeenAt',
			'session.sharedComputer',
			'session.deviceLabel',
			'account.demonstration',
			'account.suspendedAt'
		]);
}

/**
 * An adapter for one call, at the instant `now`. Lucia compares with the clock of the process, so
 * expiry is told to it as the time left.
 */
export function sessionAdapter(db: Kysely<Database>, now: Date): Adapter {
	const onProcessClock = (instant: Date) =>
		new Date(Date.now() + instant.getTime() - now.getTime());

	return {
		async getSessionAndUser(token) {
			const row = await selectSessions(db)
				.where('session.id', '=', hashToken(token))
				.executeTakeFirst();
			if (!row) return [null, null];
			const { rowId, accountId, absoluteExpiresAt, lastSeenAt, sharedComputer, deviceLabel } = row;
			const expiresAt = new Date(Math.min(row.expiresAt.getTime(), absoluteExpiresAt.getTime()));
			return [
				{
					id: token,
					userId: accountId,
					expiresAt: onProcessClock(expiresAt),
					attributes: { rowId, lastSeenAt, absoluteExpiresAt, sharedComputer, deviceLabel }
				},
				{
					id: accountId,
					attributes: {
						demonstration: row.demonstration,
						suspended: row.suspendedAt !== null
					}
				}
			];
		},
		// Only hashes could be given, which Lucia would take for tokens: listSessions reads the table.
		async getUserSessions() {
			return [];
		},
		async setSession({ id, userId, attributes }) {
			const { absoluteExpiresAt, sharedComputer, deviceLabel } = attributes;
			await db
				.insertInto('session')
				.values({
					id: hashToken(id),
					accountId: userId,
					createdAt: now,
					lastSeenAt: now,
					expiresAt: expiryAt(now, absoluteExpiresAt, sharedComputer),
					absoluteExpiresAt,
					sharedComputer,
					deviceLabel
				})
				.execute();
		},
		// Renewal follows two lifetimes, of which Lucia knows one: readSession does it.
		async updateSessionExpiration() {},
		async deleteSession(token) {
			await db.deleteFrom('session').where('id', '=', hashToken(token)).execute();
		},
		async deleteUserSessions(accountId) {
			await db.deleteFrom('session').where('accountId', '=', accountId).execute();
		},
		async deleteExpiredSessions() {
			await db.deleteFrom('session').where('expiresAt', '<=', now).execute();
		}
	};
}
