/** What the process does with mail. Set when its jobs start; the environment decides until then. */
import type { Transaction } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { environment } from '#lib/env.ts';
import { mailDelivery, type MailDelivery } from '../mail.ts';

export interface MailQueue {
	delivery: MailDelivery;
	/** Adds the job that sends a mail, in the transaction that wrote it. */
	enqueue(trx: Transaction<Database>, mailId: string): Promise<void>;
	/** Shows on the console what somebody needs to sign in, where there is no mail server. */
	print(text: string): void;
}

// On globalThis: development re-evaluates modules, and the jobs that run are those of the first time.
const KEY = Symbol.for('parvis.mail-queue');

/** Says what to do with mail from now on; null goes back to what the environment says. */
export function setMailQueue(queue: MailQueue | null): void {
	Reflect.set(globalThis, KEY, queue);
}

/**
 * What to do with mail now. Before the jobs start a mail waits in its table, where they look for it
 * once a minute.
 */
export function currentMailQueue(): MailQueue {
	const queue: MailQueue | null | undefined = Reflect.get(globalThis, KEY);
	return (
		queue ?? {
			delivery: mailDelivery(environment()),
			enqueue: () => Promise.resolve(),
			print: (text) => void process.stdout.write(`${text}\n`)
		}
	);
}
