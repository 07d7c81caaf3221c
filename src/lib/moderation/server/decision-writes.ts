import type { Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { DecisionKind } from '../decision.ts';

/** Writes what was decided of a proposal, by whom and why. The reason is told to its author. */
export async function insertDecision(
	trx: Transaction<Database>,
	decision: {
		territoryId: string;
		proposalId: string;
		personId: string | null;
		decision: DecisionKind;
		reason?: string;
		redirectedTo?: string;
		rewritten?: boolean;
		at: Date;
	}
): Promise<void> {
	await trx
		.insertInto('moderationDecision')
		.values({ id: newId(), ...decision })
		.execute();
}
