import type { Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { isFictitious, type MailContent } from '../mail.ts';
import { currentMailQueue } from './mail-queue.ts';

export interface NewMail extends MailContent {
	territoryId: string | null;
	/** What it is about, such as `sign-in-code` or `answer`: for counts and the outbox. */
	kind: string;
	recipient: string;
	now: Date;
	/** Printed on the console of a real site without mail server: sign-in and invitations alone. */
	printable?: boolean;
}

/**
 * Writes a mail and the job that sends it in the caller's transaction: both are there or neither.
 * Without a mail server, or to a fictitious address, it stays in the outbox. Gives the mail's id.
 */
export async function queueMail(trx: Transaction<Database>, mail: NewMail): Promise<string> {
	const queue = currentMailQueue();
	const leaves = queue.delivery === 'send' && !isFictitious(mail.recipient);
	const id = newId();
	await trx
		.insertInto('mail')
		.values({
			id,
			territoryId: mail.territoryId,
			kind: mail.kind,
			recipient: mail.recipient,
			subject: mail.subject,
			text: mail.text,
			html: mail.html,
			state: leaves ? 'queued' : 'kept',
			createdAt: mail.now
		})
		.execute();
	if (leaves) await queue.enqueue(trx, id);
	else if (queue.delivery === 'print' && mail.printable === true) queue.print(mail.text);
	return id;
}
