// Deletes what is over: nothing here is kept longer than it serves.
import type { Kysely } from 'kysely';
import { purgePendingActs } from '#lib/account/server/pending-act.ts';
import { purgeRateLimits } from '#lib/account/server/rate-limit.ts';
import { purgeSessions } from '#lib/account/server/session.ts';
import { purgeSignInCodes } from '#lib/account/server/sign-in-code-writes.ts';
import type { Database } from '#lib/database/schema.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { purgeMail } from '#lib/notification/server/mail-writes.ts';
import { countClosedPolls } from '#lib/poll/server/count-poll.ts';
import { eraseExpiredOriginals } from '#lib/proposal/server/publication-writes.ts';

/**
 * Deletes sessions, codes, pending acts, limits, mails and originals that are over, and counts the
 * polls that closed. Says how many of each.
 */
export async function purge(db: Kysely<Database>, now: Date): Promise<Record<string, number>> {
	return {
		sessions: await purgeSessions(db, now),
		codes: await purgeSignInCodes(db, now),
		pendingActs: await purgePendingActs(db, now),
		limits: await purgeRateLimits(db, now),
		mails: await purgeMail(db, now),
		originals: await inTransaction(db, (trx) => eraseExpiredOriginals(trx, now)),
		polls: await inTransaction(db, (trx) => countClosedPolls(trx, now))
	};
}
