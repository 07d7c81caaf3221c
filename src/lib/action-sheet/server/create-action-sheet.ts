import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { createDocument } from '#lib/document/server/document-writes.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { CreateSheetFormSchema } from '../action-sheet-form.ts';
import { proposeCode, SHEET_DOCUMENT } from '../action-sheet.ts';
import { readDetails } from '../details.ts';
import { insertActionSheet, replaceObjectives } from './action-sheet-writes.ts';
import { findObjective, isAmendmentOf, listSheetCodes } from './sheet-choices-queries.ts';

/**
 * Opens a sheet under an operational objective, as a draft, with the document of its two texts.
 * @throws {AppError} not_found, forbidden, conflict when its code is taken, invalid for a foreign amendment
 */
export async function createActionSheet(
	context: CommandContext,
	input: v.InferOutput<typeof CreateSheetFormSchema>
): Promise<{ sheetId: string; code: string }> {
	const { trx, actor, now } = context;
	const objective = found(await findObjective({ db: trx, actor }, input.objectiveId));
	authorize(actor, 'action-sheet.create', objective);
	const { territoryId, contractId, axisId } = objective;
	const { amendmentId } = input;
	if (amendmentId !== null && !(await isAmendmentOf(trx, contractId, amendmentId))) {
		throw new AppError('invalid', { reason: 'contract.amendment_unknown', field: 'amendmentId' });
	}
	const taken = await listSheetCodes(trx, contractId);
	const code = input.reference || proposeCode(objective.code, taken);
	if (taken.includes(code)) {
		throw new AppError('conflict', { reason: 'actionSheet.code_taken', field: 'reference' });
	}
	const documentId = await createDocument(trx, {
		territoryId,
		kind: SHEET_DOCUMENT,
		texts: { context: input.context, description: input.description },
		personId: actor.personId,
		now
	});
	const sheetId = newId();
	await insertActionSheet(trx, {
		id: sheetId,
		territoryId,
		contractId,
		amendmentId,
		axisId,
		documentId,
		code,
		title: input.title,
		plainSummary: input.plainSummary,
		state: 'DRAFT',
		details: readDetails({}),
		position: taken.length,
		createdAt: now,
		updatedAt: now
	});
	await replaceObjectives(trx, sheetId, [objective.id]);
	await recordEvent(context, {
		verb: 'action-sheet-created',
		subjectKind: 'action_sheet',
		subjectId: sheetId
	});
	return { sheetId, code };
}
