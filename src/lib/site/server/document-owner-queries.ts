import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DocumentSubject } from '#lib/access/permissions.ts';
import type { Database } from '#lib/database/schema.ts';

export interface DocumentOwner {
	territoryId: string;
	/** For `documentRight`. */
	subject: DocumentSubject;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a live document is the text of, or null when nothing owns it. */
export async function findDocumentOwner(
	db: Kysely<Database>,
	documentId: string
): Promise<DocumentOwner | null> {
	if (!ID.test(documentId)) return null;
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
