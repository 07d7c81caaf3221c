/** The outbox of the demonstration. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';

export interface OutboxScope {
	/** True on a public address: only mail to accounts of the demonstration, never a visitor's. */
	demonstrationOnly: boolean;
}

export interface OutboxLine {
	id: string;
	recipient: string;
	subject: string;
	state: 'queued' | 'sent' | 'failed' | 'kept';
	createdAt: Date;
}

/** Mails of the outbox, last first, 100 at most. */
export async function listOutbox(db: Kysely<Database>, scope: OutboxScope): Promise<OutboxLine[]> {
	return outbox(db, scope)
		.select(['mail.id', 'mail.recipient', 'mail.subject', 'mail.state', 'mail.createdAt'])
		.orderBy('mail.createdAt', 'desc')
		.orderBy('mail.id', 'desc')
		.limit(100)
		.execute();
}

/** One mail of the outbox with its text, or null. */
export async function findOutboxMail(
	db: Kysely<Database>,
	id: string,
	scope: OutboxScope
): Promise<(OutboxLine & { text: string }) | null> {
	const row = await outbox(db, scope)
		.select([
			'mail.id',
			'mail.recipient',
			'mail.subject',
			'mail.state',
			'mail.createdAt',
			'mail.text'
		])
		.where('mail.id', '=', id)
		.executeTakeFirst();
	return row ?? null;
}

function outbox(db: Kysely<Database>, { demonstrationOnly }: OutboxScope) {
	return db
		.selectFrom('mail')
		.$if(demonstrationOnly, (query) =>
			query.where('mail.recipient', 'in', (eb) =>
				eb.selectFrom('account').select('account.email').where('account.demonstration', '=', true)
			)
		);
}
