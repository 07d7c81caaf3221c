/**
 * What a visitor wrote before saying who they are, kept for seven days under a token that only their
 * browser holds; for twenty minutes once they said that others use it too. Whoever identifies
 * themselves in that browser takes it up.
 */
import type { Kysely, Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { pendingActLifetime } from '../account.ts';
import { hashToken, newToken } from './token.ts';

export type PendingKind = 'proposal' | 'comment' | 'support';

export interface NewPendingAct {
	territoryId: string;
	kind: PendingKind;
	/** The fields of the form as typed. */
	payload: Record<string, unknown>;
	/** Others use this browser. */
	sharedComputer: boolean;
	now: Date;
}

export interface PendingAct {
	territoryId: string;
	kind: PendingKind;
	payload: Record<string, unknown>;
	sharedComputer: boolean;
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
			sharedComputer: act.sharedComputer,
			expiresAt: endOf(act.now, act.sharedComputer)
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
		.select(['territoryId', 'kind', 'payload', 'sharedComputer', 'createdAt'])
		.where('tokenHash', '=', hashToken(token))
		.where('expiresAt', '>', now)
		.executeTakeFirst();
	return row ?? null;
}

/** Notes that others use this browser: what is kept under a token is over twenty minutes from now. */
export async function keepForSharedComputer(
	trx: Transaction<Database>,
	token: string,
	now: Date
): Promise<void> {
	await trx
		.updateTable('pendingAct')
		.set({ sharedComputer: true, expiresAt: endOf(now, true) })
		.where('tokenHash', '=', hashToken(token))
		.where('expiresAt', '>', now)
		.execute();
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

/** Deletes what nobody took up in time. Says how many. */
export async function purgePendingActs(db: Kysely<Database>, now: Date): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('pendingAct')
		.where('expiresAt', '<=', now)
		.executeTakeFirst();
	return Number(numDeletedRows);
}

function endOf(now: Date, sharedComputer: boolean): Date {
	return new Date(now.getTime() + pendingActLifetime(sharedComputer));
}
