/** Whole texts written in a plain form: whether one may be sent now, and what became of the one sent. */
import type { Kysely } from 'kysely';
import type { QueryContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError, found } from '#lib/errors.ts';
import { findDocument } from './document-queries.ts';

/**
 * Refuses an edit of a document that is closed: asked now it would be dropped later, when nobody looks.
 * @throws {AppError} not_found, conflict
 */
export async function checkDocumentIsOpen(db: Kysely<Database>, documentId: string): Promise<void> {
	const { state } = found(await findDocument(db, documentId));
	if (state === 'open') return;
	throw new AppError('conflict', {
		reason: state === 'frozen' ? 'document.frozen_now' : 'document.sealed_now'
	});
}

export interface OwnRewrite {
	state: 'pending' | 'applied' | 'conflict';
	/** Why it was not made: the text was closed by then, else it had changed. */
	isClosed: boolean;
	typed: string;
}

/** What became of an edit that the actor asked of a document, with what they wrote; null when not theirs. */
export async function findOwnRewrite(
	{ db, actor }: QueryContext,
	documentId: string,
	intentId: string
): Promise<OwnRewrite | null> {
	if (!isId(intentId) || actor.personId === null) return null;
	const row = await db
		.selectFrom('documentIntent')
		.select(['state', 'outcome', 'payload'])
		.where('id', '=', intentId)
		.where('documentId', '=', documentId)
		.where('personId', '=', actor.personId)
		.executeTakeFirst();
	if (!row) return null;
	const { plain } = row.payload;
	return {
		state: row.state,
		isClosed: row.outcome === 'closed',
		typed: typeof plain === 'string' ? plain : ''
	};
}
