/** Sessions. The one module behind which Lucia lives: leaving it is rewriting this file. */
import { sql, type Kysely } from 'kysely';
import { Lucia, TimeSpan } from 'lucia';
import type { Database } from '#lib/database/schema.ts';
import { sessionLifetime } from '../account.ts';
import type { SignedIn } from './actor-queries.ts';
import { notifyRevoked } from './revocation.ts';
import { expiryAt, selectSessions, sessionAdapter } from './session-adapter.ts';
import { hashToken } from './token.ts';

/** A session that is seen often is written this often at most, in milliseconds. */
const REFRESH_EVERY = 60_000;

export interface NewSession {
	accountId: string;
	sharedComputer: boolean;
	deviceLabel: string;
	now: Date;
}

export interface Device {
	id: string;
	deviceLabel: string;
	createdAt: Date;
	lastSeenAt: Date;
	sharedComputer: boolean;
}

function luciaAt(db: Kysely<Database>, now: Date) {
	return new Lucia(sessionAdapter(db, now), {
		// Lucia renews in the second half of its one lifetime; ours are two, kept by readSession.
		sessionExpiresIn: new TimeSpan(0, 'ms'),
		getSessionAttributes: (attributes) => attributes,
		getUserAttributes: (attributes) => attributes
	});
}

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaAt>;
	}
}

/** Signs an account in on a device. Gives the token for its cookie; it is stored nowhere. */
export async function createSession(db: Kysely<Database>, session: NewSession): Promise<string> {
	const { accountId, sharedComputer, now } = session;
	const { absolute } = sessionLifetime(sharedComputer);
	const { id } = await luciaAt(db, now).createSession(accountId, {
		rowId: '',
		lastSeenAt: now,
		absoluteExpiresAt: new Date(now.getTime() + absolute),
		sharedComputer,
		deviceLabel: session.deviceLabel.slice(0, 80)
	});
	return id;
}

/** Who a cookie's token stands for, or null when it is unknown or over. One query; one more a minute. */
export async function readSession(
	db: Kysely<Database>,
	token: string,
	now: Date
): Promise<SignedIn | null> {
	const { session, user } = await luciaAt(db, now).validateSession(token);
	if (!session) return null;
	const { rowId, lastSeenAt, absoluteExpiresAt, sharedComputer } = session;
	if (now.getTime() - lastSeenAt.getTime() >= REFRESH_EVERY) {
		const expiresAt = expiryAt(now, absoluteExpiresAt, sharedComputer);
		await db
			.updateTable('session')
			.set({ lastSeenAt: now, expiresAt })
			.where('id', '=', rowId)
			.where('lastSeenAt', '<', now)
			.execute();
	}
	return {
		accountId: user.id,
		sessionId: rowId,
		sharedComputer,
		demonstration: user.demonstration,
		suspended: user.suspended
	};
}

/**
 * Who each of some tokens stands for: one query for all, for live documents, which ask all the time. A
 * token that is unknown or over is left out. Asking renews the session of none but those whose people
 * `acted` since: an open page alone must not keep a shared computer signed in.
 */
export async function listSignedIn(
	db: Kysely<Database>,
	tokens: readonly string[],
	acted: ReadonlySet<string>,
	now: Date
): Promise<Map<string, SignedIn>> {
	const ids = new Map(tokens.map((token) => [hashToken(token), token]));
	const rows = await selectSessions(db)
		.where(sql<boolean>`session.id = any(${[...ids.keys()]}::text[])`)
		.where('session.expiresAt', '>', now)
		.where('session.absoluteExpiresAt', '>', now)
		.execute();
	const seen = rows.filter(
		(row) =>
			now.getTime() - row.lastSeenAt.getTime() >= REFRESH_EVERY &&
			acted.has(ids.get(row.rowId) ?? '')
	);
	if (seen.length > 0) await refresh(db, seen, now);
	return new Map(
		rows.map((row) => [
			ids.get(row.rowId) ?? '',
			{
				accountId: row.accountId,
				sessionId: row.rowId,
				sharedComputer: row.sharedComputer,
				demonstration: row.demonstration,
				suspended: row.suspendedAt !== null
			}
		])
	);
}

async function refresh(
	db: Kysely<Database>,
	rows: readonly { rowId: string; absoluteExpiresAt: Date; sharedComputer: boolean }[],
	now: Date
): Promise<void> {
	const ends = rows.map((row) => expiryAt(now, row.absoluteExpiresAt, row.sharedComputer));
	await db
		.updateTable('session')
		.from(
			sql<{ id: string; ends: Date }>`unnest(
				${rows.map((row) => row.rowId)}::text[],
				${ends.map((end) => end.toISOString())}::timestamptz[]
			)`.as<'seen'>(sql`seen(id, ends)`)
		)
		.set((eb) => ({ lastSeenAt: now, expiresAt: eb.ref('seen.ends') }))
		.whereRef('session.id', '=', 'seen.id')
		.where('lastSeenAt', '<', now)
		.execute();
}

/** Signs this device out. A token that is over or unknown is no error. */
export async function endSession(db: Kysely<Database>, token: string, now: Date): Promise<void> {
	const lucia = luciaAt(db, now);
	const { session } = await lucia.validateSession(token);
	await lucia.invalidateSession(token);
	if (session) await notifyRevoked(db, { sessionId: session.rowId });
}

/** Signs an account out everywhere, or everywhere but on the device `exceptId`. Says of how many. */
export async function endAllSessions(
	db: Kysely<Database>,
	accountId: string,
	exceptId?: string
): Promise<number> {
	const ended = await db
		.deleteFrom('session')
		.where('accountId', '=', accountId)
		.$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
		.returning('id')
		.execute();
	for (const { id } of ended) await notifyRevoked(db, { sessionId: id });
	return ended.length;
}

/** The devices where an account is signed in, last seen first, 50 at most. */
export async function listSessions(
	db: Kysely<Database>,
	accountId: string,
	now: Date
): Promise<Device[]> {
	return db
		.selectFrom('session')
		.select(['id', 'deviceLabel', 'createdAt', 'lastSeenAt', 'sharedComputer'])
		.where('accountId', '=', accountId)
		.where('expiresAt', '>', now)
		.orderBy('lastSeenAt', 'desc')
		.orderBy('id')
		.limit(50)
		.execute();
}

/** Signs one device of an account out, by the id that the list shows. Says whether there was one. */
export async function endOtherSession(
	db: Kysely<Database>,
	accountId: string,
	id: string
): Promise<boolean> {
	const ended = await db
		.deleteFrom('session')
		.where('id', '=', id)
		.where('accountId', '=', accountId)
		.returning('id')
		.execute();
	if (ended.length === 0) return false;
	await notifyRevoked(db, { sessionId: id });
	return true;
}

/** Deletes sessions that are over. Says how many. */
export async function purgeSessions(db: Kysely<Database>, now: Date): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('session')
		.where('expiresAt', '<=', now)
		.executeTakeFirst();
	return Number(numDeletedRows);
}
