import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { MergeFormSchema } from '../lineage-form.ts';
import { findContribution } from './contribution-queries.ts';
import { insertEdge, lockStates, moveContribution } from './lineage-writes.ts';

/**
 * Groups a contribution with another one: an act of lineage, not a copy. Its words, supports and
 * comments stay where they are and readable, its author is still owed an answer, undo restores it.
 * @throws {AppError} not_found, forbidden, invalid for itself, conflict when either is not in debate
 */
export async function mergeProposals(
	context: CommandContext,
	input: v.InferOutput<typeof MergeFormSchema>
): Promise<{ edgeId: string }> {
	const { trx, actor, now } = context;
	const reader = { db: trx, actor };
	const from = found(await findContribution(reader, input.proposalId));
	authorize(actor, 'consolidation.work', from);
	const into = found(await findContribution(reader, input.intoProposalId));
	if (from.id === into.id) {
		throw new AppError('invalid', { reason: 'lineage.same', field: 'intoProposalId' });
	}
	const states = await lockStates(trx, [from.id, into.id]);
	if (states.get(from.id) !== 'PUBLISHED')
		throw new AppError('conflict', { reason: 'lineage.not_open' });
	// A target that is itself grouped would make rings possible.
	if (into.contractId !== from.contractId || states.get(into.id) !== 'PUBLISHED') {
		throw new AppError('conflict', { reason: 'lineage.target_not_open', field: 'intoProposalId' });
	}
	const edgeId = await insertEdge(trx, {
		territoryId: from.territoryId,
		proposalId: from.id,
		intoProposalId: into.id,
		relation: 'merged',
		reason: input.reason,
		personId: actor.personId,
		at: now
	});
	await moveContribution(trx, from.id, 'PUBLISHED', { state: 'MERGED_INTO', updatedAt: now });
	await recordEvent(context, {
		verb: 'proposals-merged',
		subjectKind: 'proposal',
		subjectId: from.id,
		detail: { intoProposalId: into.id, edgeId }
	});
	return { edgeId };
}
