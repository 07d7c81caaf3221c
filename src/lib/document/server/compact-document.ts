import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { KEPT_DAYS } from '../history.ts';
import type { documentOnlyForm } from '../document-form.ts';
import { findCompactable, readsAlike } from './compaction-queries.ts';
import { getDocument } from './get-document.ts';
import { lockSnapshots } from './snapshot-writes.ts';

/**
 * Drops the detail of what was typed more than 90 days ago: the text, its versions and who wrote what
 * stay, what was taken out since is gone for good. It goes only up to a snapshot that was read back
 * and found the same as the updates, and to what authors are known for.
 * @throws {AppError} not_found, forbidden, conflict when there is nothing to drop yet
 */
export async function compactDocument(
	context: CommandContext,
	input: v.InferOutput<typeof documentOnlyForm>
): Promise<void> {
	const { trx, actor, now } = context;
	const document = await getDocument({ db: trx, actor }, input.document);
	authorize(actor, 'document.compact', document.home.subject);
	const { id: documentId } = document;
	const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
	await lockSnapshots(trx, documentId);
	const seq = await findCompactable(trx, documentId, before);
	if (seq === null || !(await readsAlike(trx, documentId, seq))) {
		throw new AppError('conflict', { reason: 'document.nothing_to_compact' });
	}
	const { numDeletedRows } = await trx
		.deleteFrom('documentUpdate')
		.where('documentId', '=', documentId)
		.where('seq', '<=', seq)
		.executeTakeFirst();
	await recordEvent(context, {
		verb: 'document-compacted',
		subjectKind: 'document',
		subjectId: documentId,
		detail: { seq, updates: Number(numDeletedRows) }
	});
}
