import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { IndicatorFormSchema } from '../line-forms.ts';
import { findActionSheet } from './action-sheet-queries.ts';
import { saveIndicator } from './action-sheet-writes.ts';

/**
 * Adds an indicator, or changes one of the sheet's own. Without a code it gets the next of the sheet.
 * @throws {AppError} not_found, forbidden
 */
export async function recordIndicator(
	context: CommandContext,
	input: v.InferOutput<typeof IndicatorFormSchema>
): Promise<{ sheetId: string; indicatorId: string }> {
	const { trx, actor } = context;
	const sheet = found(await findActionSheet({ db: trx, actor }, input.sheet));
	authorize(actor, 'action-sheet.write', sheet);
	const { sheet: actionSheetId, indicatorId, reference, ...values } = input;
	if (indicatorId !== null) found(sheet.indicators.find(({ id }) => id === indicatorId));
	const id = indicatorId ?? newId();
	const position = sheet.indicators.length;
	const code = reference || `I-${sheet.code.replace(/^FA-/, '')}-${String(position + 1)}`;
	await saveIndicator(trx, { id, actionSheetId, position, ...values, code });
	await recordEvent(context, {
		verb: indicatorId === null ? 'indicator-added' : 'indicator-edited',
		subjectKind: 'action_sheet',
		subjectId: actionSheetId,
		detail: { indicatorId: id }
	});
	return { sheetId: actionSheetId, indicatorId: id };
}
