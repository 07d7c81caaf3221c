import type { Transaction } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';

export interface EventContext {
	trx: Transaction<Database>;
	actor: Pick<Actor, 'personId' | 'territoryId'>;
	now: Date;
}

export interface NewEvent {
	/** Past tense, such as `proposal-submitted`. */
	verb: string;
	subjectKind: string;
	subjectId: string | null;
	territoryId?: string;
	/** Ids, states and counts only: never what people wrote, never an address. */
	detail?: Record<string, string | number | boolean | null>;
}

/**
 * Appends the one event of a command, in its transaction. History, notifications and the feed read
 * it. The secret ballot is the one command that records none.
 */
export async function recordEvent(context: EventContext, event: NewEvent): Promise<void> {
	await context.trx
		.insertInto('event')
		.values({
			id: newId(),
			territoryId: event.territoryId ?? context.actor.territoryId,
			personId: context.actor.personId,
			verb: event.verb,
			subjectKind: event.subjectKind,
			subjectId: event.subjectId,
			detail: event.detail ?? {},
			at: context.now
		})
		.execute();
}
