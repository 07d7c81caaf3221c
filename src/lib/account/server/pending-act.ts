/**
 * What a visitor wrote before saying who they are, kept for seven days under a token that only their
 * browser holds. Whoever identifies themselves in that browser takes it up.
 */
import type { Kysely, Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { hashToken, newToken } from './token.ts';

const KEPT_FOR = 7 * 86_400_000;

export type PendingKind = 'proposal' | 'comment' | 'support';

export interface NewPendingAct {
	territoryId: string;
	kind: PendingKind;
	/** The fields of the form as typed. */
	payload: Record<string, unknown>;
	now: Date;
}

export interface PendingAct {
	territoryId: string;
	kind: PendingKind;
	payload: Record<string, unknown>;
	createdAt: Date;
}

/** Keeps what a visitor wrote. Gives the token for the cookie `pendingActCookieName`. */
export async function keepPendingAct(
	trx: Transaction<Database>,
	act: NewPendingAct
): Promise<string> {
	const token = newToken();
	await trx
		.insertInto('pendingAct')
		.values({
			id: newId(),
			territoryId: act.territoryId,
			tokenHash: hashToken(token),
			kind: act.kind,
			payload: act.payload,
			createdAt: act.now,
			expiresAt: new Date(act.now.getTime() + KEPT_FOR)
		})
		.execute();
	return token;
}

/** What is kept under a token, or null when there is nothing or it is over. */
export async function findPendingAct(
	db: Kysely<Database>,
	token: string,
	now: Date
): Promise<PendingAct | null> {
	const row = await db
		.selectFrom('pendingAct')
		.select(['territoryId', 'kind', 'payload', 'createdAt'])
		.where('tokenHash', '=', hashToken(token))
		.where('expiresAt', '>', now)
		.executeTakeFirst();
	return row ?? null;
}

/** Removes what is kept under a token. Says whether this call did, so that only one of two acts on it. */
export async function dropPendingAct(trx: Transaction<Database>, token: string): Promise<boolean> {
	const dropped = await trx
		.deleteFrom('pendingAct')
		.where('tokenHash', '=', hashToken(token))
		.returning('id')
		.execute();
	return dropped.length > 0;
}

/** Deletes what nobody took up in seven days. Says how many. */
export async function purgePendingActs(db: Kysely<Database>, now: Date): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('pendingAct')
		.where('expiresAt', '<=', now)
		.executeTakeFirst();
	return Number(numDeletedRows);
}
