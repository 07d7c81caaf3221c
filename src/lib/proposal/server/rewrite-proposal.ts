import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { MAIN_TEXT } from '#lib/document/document.ts';
import { addSectionEdit } from '#lib/document/server/section-writes.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { textSchema } from '../proposal-form.ts';
import { getProposalSubject } from './proposal-queries.ts';

/**
 * Writes in a part of a proposal without a script: asks the document's owner for the edit, which is made
 * only if that part still reads as it did when the form was opened.
 * @throws {AppError} not_found, forbidden without write right, closed when it is no longer in debate,
 * conflict when its text is frozen, when the part is another one by now, or when it has none, invalid
 * when nothing would be left to read
 */
export async function rewriteProposal(
	context: CommandContext,
	{ proposal, ...typed }: v.InferOutput<typeof textSchema>
): Promise<{ documentId: string; intentId: string }> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, proposal);
	authorize(actor, 'proposal.write', { ...subject, state: 'PUBLISHED' });
	if (subject.state !== 'PUBLISHED') {
		throw new AppError('closed', { reason: 'proposal.text_closed' });
	}
	const { documentId } = subject;
	if (documentId === null) throw new AppError('conflict');
	const { personId } = actor;
	const edit = { documentId, text: MAIN_TEXT, typed, personId, mayBeEmpty: false, now };
	const intentId = await addSectionEdit(trx, edit);
	await recordEvent(context, {
		verb: 'proposal-rewritten',
		subjectKind: 'proposal',
		subjectId: subject.id,
		detail: { intentId }
	});
	return { documentId, intentId };
}
