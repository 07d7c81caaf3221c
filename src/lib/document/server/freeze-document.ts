import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { notifyRevoked } from '#lib/account/server/revocation.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { documentOnlyForm } from '../document-form.ts';
import { setDocumentState } from './document-writes.ts';
import { getDocument } from './get-document.ts';

/**
 * Closes a document to writing for a while: from the commit on no update enters, and everyone in it is
 * told within two seconds.
 * @throws {AppError} not_found, forbidden, conflict when it is sealed
 */
export function freezeDocument(
	context: CommandContext,
	input: v.InferOutput<typeof documentOnlyForm>
): Promise<void> {
	return turn(context, input.document, 'frozen');
}

/**
 * Opens a frozen document again.
 * @throws {AppError} not_found, forbidden, conflict when it is sealed
 */
export function reopenDocument(
	context: CommandContext,
	input: v.InferOutput<typeof documentOnlyForm>
): Promise<void> {
	return turn(context, input.document, 'open');
}

async function turn(
	context: CommandContext,
	documentId: string,
	state: 'open' | 'frozen'
): Promise<void> {
	const { trx, actor } = context;
	const document = await getDocument({ db: trx, actor }, documentId);
	authorize(actor, 'document.freeze', document.home.subject);
	if (document.state === 'sealed') throw new AppError('conflict', { reason: 'document.sealed' });
	if (document.state === state) return;
	await setDocumentState(trx, documentId, state);
	await notifyRevoked(trx, { documentId });
	await recordEvent(context, {
		verb: state === 'frozen' ? 'document-frozen' : 'document-reopened',
		subjectKind: 'document',
		subjectId: documentId
	});
}
