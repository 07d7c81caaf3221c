import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { nameVersionForm } from '../document-form.ts';
import { getDocument } from './get-document.ts';
import { findTextsAt } from './moment-queries.ts';
import { insertVersion } from './version-writes.ts';

/**
 * Keeps what a document says now under a name.
 * @throws {AppError} not_found, forbidden, conflict when it cannot be read whole
 */
export async function nameVersion(
	context: CommandContext,
	input: v.InferOutput<typeof nameVersionForm>
): Promise<void> {
	const { trx, actor, now } = context;
	const document = await getDocument({ db: trx, actor }, input.document);
	authorize(actor, 'document.name-version', document.home.subject);
	const { id: documentId, headSeq: seq } = document;
	const texts = await findTextsAt(trx, documentId, seq);
	if (!texts) throw new AppError('conflict', { reason: 'document.damaged' });
	const { personId } = actor;
	await insertVersion(trx, {
		documentId,
		seq,
		kind: 'named',
		label: input.label,
		texts,
		personId,
		now
	});
	await recordEvent(context, {
		verb: 'document-version-named',
		subjectKind: 'document',
		subjectId: documentId,
		detail: { seq }
	});
}
