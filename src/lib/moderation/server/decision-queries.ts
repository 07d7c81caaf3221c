import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import type { Decision } from '../decision.ts';

/**
 * What was decided of a proposal, the latest first, 50 at most. Whoever asks has found the proposal
 * through a read scoped to the actor, and shows reasons to its author and the coordination alone.
 */
export async function listDecisions(
	db: Kysely<Database>,
	territoryId: string,
	proposalId: string
): Promise<Decision[]> {
	return db
		.selectFrom('moderationDecision')
		.leftJoin('person', 'person.id', 'moderationDecision.personId')
		.select([
			'moderationDecision.id',
			'moderationDecision.decision',
			'moderationDecision.reason',
			'moderationDecision.redirectedTo',
			'moderationDecision.rewritten',
			'moderationDecision.at',
			'person.publicName as byName'
		])
		.where('moderationDecision.proposalId', '=', proposalId)
		.where('moderationDecision.territoryId', '=', territoryId)
		.orderBy('moderationDecision.at', 'desc')
		.orderBy('moderationDecision.id', 'desc')
		.limit(50)
		.execute();
}
