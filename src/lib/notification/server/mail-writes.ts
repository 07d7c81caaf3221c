/** What sending does to the mail table. Each is one statement: SMTP is spoken outside transactions. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';

const DAY = 86_400_000;

export interface MailToSend {
	id: string;
	kind: string;
	recipient: string;
	subject: string;
	text: string;
	html: string;
	createdAt: Date;
}

/** Takes a mail that still waits and counts the attempt; null when it was sent or given up. */
export async function beginMailAttempt(
	db: Kysely<Database>,
	id: string
): Promise<MailToSend | null> {
	const row = await db
		.updateTable('mail')
		.set((eb) => ({ attempts: eb('attempts', '+', 1) }))
		.where('id', '=', id)
		.where('state', '=', 'queued')
		.returning(['id', 'kind', 'recipient', 'subject', 'text', 'html', 'createdAt'])
		.executeTakeFirst();
	return row ?? null;
}

/** Notes that the mail server took a mail. */
export async function markMailSent(db: Kysely<Database>, id: string, now: Date): Promise<void> {
	await db
		.updateTable('mail')
		.set({ state: 'sent', sentAt: now, lastError: null })
		.where('id', '=', id)
		.execute();
}

/** Notes why an attempt failed, and that it was the last one when `final`. `error` is a code alone. */
export async function markMailFailed(
	db: Kysely<Database>,
	id: string,
	error: string,
	final: boolean
): Promise<void> {
	await db
		.updateTable('mail')
		.set({ lastError: error, ...(final ? { state: 'failed' as const } : {}) })
		.where('id', '=', id)
		.where('state', '=', 'queued')
		.execute();
}

/** Mails that wait, oldest first, 500 at most. */
export async function listQueuedMailIds(db: Kysely<Database>): Promise<string[]> {
	const rows = await db
		.selectFrom('mail')
		.select('id')
		.where('state', '=', 'queued')
		.orderBy('createdAt')
		.limit(500)
		.execute();
	return rows.map(({ id }) => id);
}

/**
 * Deletes codes after a day; after thirty, mail that the outbox kept, and what other mails said: that
 * one left, and when, stays. Says how many rows changed.
 */
export async function purgeMail(db: Kysely<Database>, now: Date): Promise<number> {
	const codes = await db
		.deleteFrom('mail')
		.where('kind', '=', 'sign-in-code')
		.where('createdAt', '<', new Date(now.getTime() - DAY))
		.executeTakeFirst();
	const old = new Date(now.getTime() - 30 * DAY);
	const kept = await db
		.deleteFrom('mail')
		.where('state', '=', 'kept')
		.where('createdAt', '<', old)
		.executeTakeFirst();
	const contents = await db
		.updateTable('mail')
		.set({ text: '', html: '' })
		.where('state', 'in', ['sent', 'failed'])
		.where('text', '!=', '')
		.where('createdAt', '<', old)
		.executeTakeFirst();
	return [codes.numDeletedRows, kept.numDeletedRows, contents.numUpdatedRows].reduce(
		(sum, rows) => sum + Number(rows),
		0
	);
}
