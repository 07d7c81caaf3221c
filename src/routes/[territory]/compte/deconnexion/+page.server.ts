import { can } from '#lib/access/permissions.ts';
import { unsavedDocuments } from '#lib/document/unsaved.ts';
import { AppError, found } from '#lib/errors.ts';
import { findDocumentHome } from '#lib/site/server/document-owner-queries.ts';

/** The texts of which this browser keeps words that were not saved yet. */
export const load = async ({ locals, cookies }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	if (actor.accountId === null) throw new AppError('unauthenticated');
	const texts = [];
	for (const documentId of unsavedDocuments(cookies.getAll().map(({ name }) => name))) {
		const home = await findDocumentHome(db, documentId);
		const isSeen =
			home?.territoryId === territoryId && can(actor, 'document.read-authors', home.subject);
		texts.push(
			isSeen ? { documentId, kind: home.kind, id: home.id, title: home.title } : { documentId }
		);
	}
	return { texts };
};
