import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';

/** Channel on which live documents hear, after the commit, that someone lost a right. */
export const REVOKED_CHANNEL = 'parvis_revoked';

/** Whose sockets must be closed or asked again: those that fit every field given. */
export interface Revoked {
	sessionId?: string;
	accountId?: string;
	personId?: string;
	documentId?: string;
}

/** Tells live documents, with the caller's transaction, that rights changed: nothing leaves if it is undone. */
export async function notifyRevoked(db: Kysely<Database>, revoked: Revoked): Promise<void> {
	await sql`select pg_notify(${REVOKED_CHANNEL}, ${JSON.stringify(revoked)})`.execute(db);
}
