import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { RemoveLineFormSchema } from '../line-forms.ts';
import { findSheetSubject } from './action-sheet-queries.ts';
import { deleteLine } from './action-sheet-writes.ts';

/**
 * Takes a funding line off a sheet.
 * @throws {AppError} not_found, forbidden, conflict when it is gone already
 */
export async function removeFundingLine(
	context: CommandContext,
	input: v.InferOutput<typeof RemoveLineFormSchema>
): Promise<{ sheetId: string }> {
	const { trx, actor } = context;
	const sheet = found(await findSheetSubject({ db: trx, actor }, input.sheet));
	authorize(actor, 'action-sheet.write', sheet);
	if (!(await deleteLine(trx, 'fundingLine', sheet.id, input.lineId))) {
		throw new AppError('conflict', { reason: 'actionSheet.line_gone' });
	}
	await recordEvent(context, {
		verb: 'funding-line-removed',
		subjectKind: 'action_sheet',
		subjectId: sheet.id,
		detail: { lineId: input.lineId }
	});
	return { sheetId: sheet.id };
}
