/** A document with the noun that has it, for whoever may know of it. */
import { can, documentRight, type DocumentRight } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { findDocumentHome, type DocumentHome } from '#lib/site/server/document-owner-queries.ts';
import { rightWithin } from '../document.ts';
import { findDocument, type DocumentHead } from './document-queries.ts';

export interface OwnedDocument extends DocumentHead {
	home: DocumentHome;
	/** The actor's right, the document's state counted. */
	right: DocumentRight;
}

/**
 * Gets a document that the actor may read, now or once.
 * @throws {AppError} not_found
 */
export async function getDocument(
	{ db, actor }: QueryContext,
	documentId: string
): Promise<OwnedDocument> {
	const home = found(await findDocumentHome(db, documentId));
	const right = documentRight(actor, home.subject);
	const knows = right !== 'none' || can(actor, 'document.read-history', home.subject);
	const head = found(knows ? await findDocument(db, documentId) : null);
	return { ...head, home, right: rightWithin(head.state, right) };
}
