import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { sealDocument } from '#lib/document/server/seal-writes.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { StepSheetFormSchema } from '../action-sheet-form.ts';
import { canStep, needsDecision } from '../action-sheet.ts';
import { missingFor } from '../completeness.ts';
import { factsOf, findActionSheet } from './action-sheet-queries.ts';
import { updateActionSheet } from './action-sheet-writes.ts';
import { findBodyName } from './sheet-choices-queries.ts';

/**
 * Moves a sheet one step on or back. What the step asks for must be there; arbitration and signature
 * say which body decided, and when. A signature seals the texts: they only change by amendment.
 * @throws {AppError} not_found, forbidden, conflict for a step that is not one, a stale form or a text
 * that is being changed, invalid when something is missing
 */
export async function stepActionSheet(
	context: CommandContext,
	input: v.InferOutput<typeof StepSheetFormSchema>
): Promise<{ sheetId: string }> {
	const { trx, actor, now } = context;
	const sheet = found(await findActionSheet({ db: trx, actor }, input.sheet));
	authorize(actor, 'action-sheet.write', sheet);
	const { to, bodyId, decidedOn } = input;
	if (!canStep(sheet.state, to)) throw new AppError('conflict', { reason: 'actionSheet.no_step' });
	if (missingFor(to, factsOf(sheet)).length > 0) {
		throw new AppError('invalid', { reason: 'actionSheet.incomplete' });
	}
	if (needsDecision(to)) {
		if (bodyId === null || (await findBodyName(trx, sheet.contractId, bodyId)) === null) {
			throw new AppError('invalid', { reason: 'actionSheet.body_required', field: 'bodyId' });
		}
		if (decidedOn === null) {
			throw new AppError('invalid', { reason: 'actionSheet.day', field: 'decidedOn' });
		}
	}
	const values = { state: to, updatedAt: now };
	if (!(await updateActionSheet(trx, sheet.id, input.knownUpdate, values))) {
		throw new AppError('conflict', { reason: 'actionSheet.stale' });
	}
	if (to === 'SIGNED') {
		await sealDocument(trx, { documentId: sheet.documentId, personId: actor.personId, now });
	}
	await recordEvent(context, {
		verb: 'action-sheet-stepped',
		subjectKind: 'action_sheet',
		subjectId: sheet.id,
		detail: { from: sheet.state, to, bodyId, on: decidedOn }
	});
	return { sheetId: sheet.id };
}
