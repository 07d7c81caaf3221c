import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { checkDocumentIsOpen } from '#lib/document/server/rewrite-queries.ts';
import { addSectionEdit } from '#lib/document/server/section-writes.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { WriteSectionFormSchema } from '../action-sheet-form.ts';
import { findSheetSubject } from './action-sheet-queries.ts';

/**
 * Writes in a part of one text of a sheet from a plain form: the document's owner applies it after the
 * commit, if that part still reads as it did when the form was opened.
 * @throws {AppError} not_found, forbidden, conflict when the text is closed or the part is another one by
 * now, invalid when nothing was typed
 */
export async function writeSheetSection(
	context: CommandContext,
	{ sheet: sheetId, text, ...typed }: v.InferOutput<typeof WriteSectionFormSchema>
): Promise<{ intentId: string }> {
	const { trx, actor, now } = context;
	const sheet = found(await findSheetSubject({ db: trx, actor }, sheetId));
	authorize(actor, 'consolidation.work', sheet);
	// Signed while it was being written: the text is what stands in the way, not who writes.
	const { documentId } = sheet;
	await checkDocumentIsOpen(trx, documentId);
	authorize(actor, 'action-sheet.write', sheet);
	const { personId } = actor;
	const edit = { documentId, text, typed, personId, mayBeEmpty: true, now };
	const intentId = await addSectionEdit(trx, edit);
	await recordEvent(context, {
		verb: 'action-sheet-written',
		subjectKind: 'action_sheet',
		subjectId: sheet.id,
		detail: { text, intentId }
	});
	return { intentId };
}
