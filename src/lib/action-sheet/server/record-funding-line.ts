import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { FundingFormSchema } from '../line-forms.ts';
import { findActionSheet } from './action-sheet-queries.ts';
import { saveFundingLine } from './action-sheet-writes.ts';

/**
 * Adds a funding line, or changes one of the sheet's own.
 * @throws {AppError} not_found, forbidden
 */
export async function recordFundingLine(
	context: CommandContext,
	input: v.InferOutput<typeof FundingFormSchema>
): Promise<{ sheetId: string; lineId: string }> {
	const { trx, actor } = context;
	const sheet = found(await findActionSheet({ db: trx, actor }, input.sheet));
	authorize(actor, 'action-sheet.write', sheet);
	const { sheet: actionSheetId, lineId, ...values } = input;
	if (lineId !== null) found(sheet.fundingLines.find(({ id }) => id === lineId));
	const id = lineId ?? newId();
	const position = sheet.fundingLines.length;
	await saveFundingLine(trx, { id, actionSheetId, position, ...values });
	await recordEvent(context, {
		verb: lineId === null ? 'funding-line-added' : 'funding-line-edited',
		subjectKind: 'action_sheet',
		subjectId: actionSheetId,
		detail: { lineId: id }
	});
	return { sheetId: actionSheetId, lineId: id };
}
