import { sql, type Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DocumentSubject } from '#lib/access/subjects.ts';
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
	return (await listDocumentOwners(db, [documentId])).get(documentId) ?? null;
}

/** What each of some live documents is the text of, by the id as it was asked; what has no owner is left out. */
export async function listDocumentOwners(
	db: Kysely<Database>,
	documentIds: readonly string[]
): Promise<Map<string, DocumentOwner>> {
	const ids = documentIds.filter(isId).map((id) => id.toLowerCase());
	const owners = new Map<string, DocumentOwner>();
	if (ids.length === 0) return owners;
	const proposals = await db
		.selectFrom('proposal')
		.select((eb) => [
			'proposal.documentId',
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
		.where(sql<boolean>`proposal.document_id = any(${ids}::uuid[])`)
		.execute();
	for (const { authors, documentId, ...rest } of proposals) {
		const proposal = { ...rest, authorIds: authors.map(({ personId }) => personId) };
		const { territoryId } = rest;
		owners.set(documentId ?? '', { territoryId, subject: { kind: 'proposal', proposal } });
	}
	const others = ids.filter((id) => !owners.has(id));
	const sheets =
		others.length === 0
			? []
			: await db
					.selectFrom('actionSheet')
					.select(['documentId', 'territoryId', 'state'])
					.where(sql<boolean>`action_sheet.document_id = any(${others}::uuid[])`)
					.execute();
	for (const { documentId, ...actionSheet } of sheets) {
		const { territoryId } = actionSheet;
		owners.set(documentId, { territoryId, subject: { kind: 'action-sheet', actionSheet } });
	}
	return new Map(
		documentIds.flatMap((id) => {
			const owner = owners.get(id.toLowerCase());
			return owner ? [[id, owner] as const] : [];
		})
	);
}
