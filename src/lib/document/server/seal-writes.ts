/** Sealing a document for ever, for the commands of the nouns that sign one. */
import type { Transaction } from 'kysely';
import { notifyRevoked } from '#lib/account/server/revocation.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError, found } from '#lib/errors.ts';
import { findDocument } from './document-queries.ts';
import { setDocumentState } from './document-writes.ts';
import { findTextsAt } from './moment-queries.ts';
import { insertVersion } from './version-writes.ts';

/**
 * Seals a document: from the commit on no update enters, whoever is in it is told within two seconds,
 * and what it says is kept as its final version, with its hash.
 * @throws {AppError} conflict while an edit that was asked is on its way, when it is sealed already, or
 * cannot be read whole
 */
export async function sealDocument(
	trx: Transaction<Database>,
	{ documentId, personId, now }: { documentId: string; personId: string | null; now: Date }
): Promise<void> {
	// The row is locked from here: an update is in before, or refused after.
	await setDocumentState(trx, documentId, 'sealed');
	const pending = await trx
		.selectFrom('documentIntent')
		.select('id')
		.where('documentId', '=', documentId)
		.where('state', '=', 'pending')
		.limit(1)
		.executeTakeFirst();
	if (pending) throw new AppError('conflict', { reason: 'document.pending' });
	const { headSeq: seq } = found(await findDocument(trx, documentId));
	const texts = await findTextsAt(trx, documentId, seq);
	if (!texts) throw new AppError('conflict', { reason: 'document.damaged' });
	await insertVersion(trx, { documentId, seq, kind: 'sealed', label: '', texts, personId, now });
	await notifyRevoked(trx, { documentId });
}
