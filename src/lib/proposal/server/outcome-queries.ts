/** What became of a proposal, as everyone may read it. The proposal was found by a scoped read first. */
import type { Kysely } from 'kysely';
import { prepare } from '#lib/database/prepared.ts';
import type { Database } from '#lib/database/schema.ts';

/** Verbs that the history of a proposal tells; what is internal to the coordination is not among them. */
export const TOLD_VERBS = [
	'proposal-submitted',
	'sheet-entered',
	'proposal-published',
	'proposal-returned',
	'proposal-redirected',
	'proposal-revised',
	'proposal-rewritten',
	'proposal-withdrawn',
	'proposals-merged',
	'passage-taken',
	'answer-published'
] as const;

export interface HistoryEntry {
	verb: string;
	at: Date;
}

/** What happened to a proposal, in order, 100 at most. */
export async function listHistory(
	db: Kysely<Database>,
	territoryId: string,
	proposalId: string
): Promise<HistoryEntry[]> {
	return history.list(db, { territoryId, proposalId });
}

const history = prepare<{ territoryId: string; proposalId: string }>()((db, slot) =>
	db
		.selectFrom('event')
		.select(['event.verb', 'event.at'])
		.where('event.subjectKind', '=', 'proposal')
		.where('event.subjectId', '=', slot('proposalId'))
		.where('event.territoryId', '=', slot('territoryId'))
		.where('event.verb', 'in', [...TOLD_VERBS])
		.orderBy('event.at')
		.orderBy('event.id')
		.limit(100)
);
