import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { isWritable } from '../document.ts';
import type { restoreForm } from '../document-form.ts';
import { addIntent } from './document-writes.ts';
import { getDocument } from './get-document.ts';
import { findTextsThen } from './history-queries.ts';
import { insertVersion } from './version-writes.ts';

/**
 * Makes a document read again as it did at a moment: an edit like another, by whoever asks for it, so
 * that nothing that was written since disappears from the history.
 * @throws {AppError} not_found, forbidden, closed when the text is frozen, conflict when the moment is not kept any more
 */
export async function restoreMoment(
	context: CommandContext,
	input: v.InferOutput<typeof restoreForm>
): Promise<void> {
	const { trx, actor, now } = context;
	const document = await getDocument({ db: trx, actor }, input.document);
	authorize(actor, 'document.restore', document.home.subject);
	if (!isWritable(document.state)) throw new AppError('closed', { reason: 'document.frozen' });
	const { personId } = actor;
	const { id: documentId } = document;
	const texts =
		input.seq <= document.headSeq ? await findTextsThen(trx, documentId, input.seq) : null;
	if (!texts) throw new AppError('conflict', { reason: 'document.no_moment' });
	for (const [text, delta] of texts) {
		const intent = { kind: 'restore_text' as const, text, delta };
		await addIntent(trx, { documentId, intent, personId, now });
	}
	const { seq } = input;
	await insertVersion(trx, { documentId, seq, kind: 'restored', label: '', texts, personId, now });
	await recordEvent(context, {
		verb: 'document-restored',
		subjectKind: 'document',
		subjectId: documentId,
		detail: { seq }
	});
}
