/** What the server knows of the words that this browser keeps unsaved: of which texts, and whose browser it is. */
import type { Cookies } from '@sveltejs/kit';
import { can, documentRight } from '#lib/access/permissions.ts';
import { rightWithin } from '#lib/document/document.ts';
import { listDocumentHeads } from '#lib/document/server/document-queries.ts';
import { unsavedDocuments } from '#lib/document/unsaved.ts';
import { AppError, found } from '#lib/errors.ts';
import { listDocumentHomes } from '#lib/site/server/document-owner-queries.ts';

export interface LeftTexts {
	accountId: string;
	personId: string | null;
	texts: {
		documentId: string;
		/** Absent where this person may not see the text, or where it is of another territory. */
		title?: string;
		/** Where it is written; null where this person may not, or nobody while it is frozen or signed. */
		address?: string | null;
	}[];
}

/** Whether this browser says that it keeps unsaved words. */
export function hasLeftWords(cookies: Cookies): boolean {
	return unsavedNames(cookies).length > 0;
}

/**
 * Lists the texts of which this browser says that it keeps unsaved words.
 * @throws {AppError} unauthenticated
 */
export async function listLeftTexts({
	locals,
	cookies
}: {
	locals: App.Locals;
	cookies: Cookies;
}): Promise<LeftTexts> {
	const { db, actor } = locals.context;
	const territory = found(locals.territory);
	if (actor.accountId === null) throw new AppError('unauthenticated');
	const documentIds = unsavedNames(cookies);
	const homes = await listDocumentHomes(db, documentIds);
	const heads = await listDocumentHeads(db, documentIds);
	const states = new Map(heads.map(({ id, state }) => [id, state]));
	const texts = documentIds.map((documentId): LeftTexts['texts'][number] => {
		const home = homes.get(documentId);
		const isSeen =
			home?.territoryId === territory.id && can(actor, 'document.read-authors', home.subject);
		if (!isSeen) return { documentId };
		const { id, kind, title, subject } = home;
		const path = kind === 'proposal' ? `propositions/${id}` : `coordination/fiches/${id}`;
		const state = states.get(documentId) ?? 'sealed';
		const mayWrite = rightWithin(state, documentRight(actor, subject)) === 'write';
		const address = mayWrite ? `/${territory.slug}/${path}/ecrire` : null;
		return { documentId, title, address };
	});
	return { accountId: actor.accountId, personId: actor.personId, texts };
}

function unsavedNames(cookies: Cookies): string[] {
	return unsavedDocuments(cookies.getAll().map(({ name }) => name));
}
