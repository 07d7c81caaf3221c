import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DocumentSubject } from '#lib/access/permissions.ts';
import { isId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';

export interface DocumentOwner {
	territoryId: string;
	/** For `documentRight`. */
	subject: DocumentSubject;
}

/** Where a document is read, and what it is called there. */
export interface DocumentHome extends DocumentOwner {
	kind: 'proposal' | 'action-sheet';
	id: string;
	title: string;
}

/** What has a document, with its name, or null. */
export async function findDocumentHome(
	db: Kysely<Database>,
	documentId: string
): Promise<DocumentHome | null> {
	const owner = await findDocumentOwner(db, documentId);
	if (!owner) return null;
	const { kind } = owner.subject;
	const row = await db
		.selectFrom(kind === 'proposal' ? 'proposal' : 'actionSheet')
		.select(['id', 'title'])
		.where('documentId', '=', documentId)
		.executeTakeFirst();
	return row ? { ...owner, ...row, kind } : null;
}

/** What a live document is the text of, or null when nothing owns it. */
export async function findDocumentOwner(
	db: Kysely<Database>,
	documentId: string
): Promise<DocumentOwner | null> {
	if (!isId(documentId)) return null;
	const proposal = await db
		.selectFrom('proposal')
		.select((eb) => [
			'proposal.territoryId',
			'proposal.state',
			'proposal.enteredById',
			'proposal.bodyId',
			'proposal.openWriting',
			jsonArrayFrom(
				eb
					.selectFrom('proposalAuthor')
					.select('proposalAuthor.personId')
					.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
					.orderBy('proposalAuthor.position')
					.limit(50)
			).as('authors')
		])
		.where('proposal.documentId', '=', documentId)
		.executeTakeFirst();
	if (proposal) {
		const { authors, ...rest } = proposal;
		const subject = { ...rest, authorIds: authors.map(({ personId }) => personId) };
		return { territoryId: rest.territoryId, subject: { kind: 'proposal', proposal: subject } };
	}
	const actionSheet = await db
		.selectFrom('actionSheet')
		.select(['territoryId', 'state'])
		.where('documentId', '=', documentId)
		.executeTakeFirst();
	return actionSheet
		? { territoryId: actionSheet.territoryId, subject: { kind: 'action-sheet', actionSheet } }
		: null;
}
