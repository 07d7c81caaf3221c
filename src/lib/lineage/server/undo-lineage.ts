import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { UndoFormSchema } from '../lineage-form.ts';
import { isPassage } from '../lineage.ts';
import { findEdge } from './lineage-queries.ts';
import { lockStates, markEdgeUndone, moveContribution } from './lineage-writes.ts';

/**
 * Takes back a grouping or the origin of a passage. A grouped contribution is in debate again, with
 * all it had; words already in a sheet stay there, without an origin, until someone edits the text.
 * What a published answer says is not undone here: it needs another decision.
 * @throws {AppError} not_found, forbidden, conflict when undone already or answered
 */
export async function undoLineage(
	context: CommandContext,
	input: v.InferOutput<typeof UndoFormSchema>
): Promise<{ proposalId: string; actionSheetId: string | null }> {
	const { trx, actor, now } = context;
	const reader = { db: trx, actor };
	const asked = found(await findEdge(reader, input.edgeId));
	authorize(actor, 'consolidation.work', asked);
	// Read again once it is held: another undo or an answer may come at the same instant.
	await lockStates(trx, [asked.proposalId]);
	const edge = found(await findEdge(reader, input.edgeId));
	if (edge.undoneAt !== null) throw new AppError('conflict', { reason: 'lineage.undone_already' });
	if (!isPassage(edge.relation)) {
		if (edge.relation !== 'merged' || edge.answeredAt !== null) {
			throw new AppError('conflict', { reason: 'lineage.answered' });
		}
		if (edge.proposalState === 'MERGED_INTO') {
			const back = { state: 'PUBLISHED', updatedAt: now } as const;
			await moveContribution(trx, edge.proposalId, 'MERGED_INTO', back);
		}
	}
	await markEdgeUndone(trx, edge.id, now);
	await recordEvent(context, {
		verb: 'lineage-undone',
		subjectKind: 'proposal',
		subjectId: edge.proposalId,
		detail: { edgeId: edge.id, relation: edge.relation }
	});
	return { proposalId: edge.proposalId, actionSheetId: edge.actionSheetId };
}
