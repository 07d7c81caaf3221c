import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { MAIN_TEXT } from '#lib/document/document.ts';
import { addIntent } from '#lib/document/server/document-writes.ts';
import { checkDocumentIsOpen } from '#lib/document/server/rewrite-queries.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { textSchema } from '../proposal-form.ts';
import { getProposalSubject } from './proposal-queries.ts';
import { findPlainText, isSameText } from './text-queries.ts';

/**
 * Writes in a proposal without a script: asks the document's owner for the edit, which is made only if
 * the text still reads as it did when the form was opened.
 * @throws {AppError} not_found, forbidden without write right, closed when it is no longer in debate,
 * conflict when its text is frozen, is another one by now, or when it has none
 */
export async function rewriteProposal(
	context: CommandContext,
	input: v.InferOutput<typeof textSchema>
): Promise<{ documentId: string; intentId: string }> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal);
	authorize(actor, 'proposal.write', { ...subject, state: 'PUBLISHED' });
	if (subject.state !== 'PUBLISHED') {
		throw new AppError('closed', { reason: 'proposal.text_closed' });
	}
	const { documentId } = subject;
	if (documentId === null) throw new AppError('conflict');
	await checkDocumentIsOpen(trx, documentId);
	const current = await findPlainText(trx, documentId);
	if (!isSameText(current, input.base)) {
		throw new AppError('conflict', { reason: 'proposal.text_changed', field: 'text' });
	}
	const intentId = await addIntent(trx, {
		documentId,
		intent: { kind: 'replace_text', text: MAIN_TEXT, plain: input.text, base: input.base },
		personId: actor.personId,
		now
	});
	await recordEvent(context, {
		verb: 'proposal-rewritten',
		subjectKind: 'proposal',
		subjectId: subject.id,
		detail: { intentId }
	});
	return { documentId, intentId };
}
