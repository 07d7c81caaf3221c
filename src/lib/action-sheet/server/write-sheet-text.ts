import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { addIntent } from '#lib/document/server/document-writes.ts';
import { checkDocumentIsOpen } from '#lib/document/server/rewrite-queries.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { WriteTextFormSchema } from '../action-sheet-form.ts';
import { findActionSheet } from './action-sheet-queries.ts';

/**
 * Rewrites a text of a sheet from a plain field, for who has no script: the document's owner applies
 * it after the commit, and leaves untouched what did not change.
 * @throws {AppError} not_found, forbidden, conflict when the text is closed, or changed since the page
 * was made
 */
export async function writeSheetText(
	context: CommandContext,
	input: v.InferOutput<typeof WriteTextFormSchema>
): Promise<{ intentId: string }> {
	const { trx, actor, now } = context;
	const sheet = found(await findActionSheet({ db: trx, actor }, input.sheet));
	authorize(actor, 'consolidation.work', sheet);
	// Signed while it was being written: the text is what stands in the way, not who writes.
	await checkDocumentIsOpen(trx, sheet.documentId);
	authorize(actor, 'action-sheet.write', sheet);
	const { text, plain } = input;
	const base = sheet[text].plain;
	if (input.base.replace(/\s+/gu, ' ').trim() !== base.replace(/\s+/gu, ' ').trim()) {
		throw new AppError('conflict', { reason: 'actionSheet.text_changed', field: 'plain' });
	}
	const intentId = await addIntent(trx, {
		documentId: sheet.documentId,
		intent: { kind: 'replace_text', text, plain, base },
		personId: actor.personId,
		now
	});
	await recordEvent(context, {
		verb: 'action-sheet-written',
		subjectKind: 'action_sheet',
		subjectId: sheet.id,
		detail: { text, intentId }
	});
	return { intentId };
}
