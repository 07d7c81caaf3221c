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
	return (await listDocumentHomes(db, [documentId])).get(documentId) ?? null;
}

/** What has each of some documents, with its name, by the id as it was asked; what nothing has is left out. */
export async function listDocumentHomes(
	db: Kysely<Database>,
	documentIds: readonly string[]
): Promise<Map<string, DocumentHome>> {
	const homes = new Map<string, DocumentHome>();
	const owners = await listDocumentOwners(db, documentIds);
	for (const kind of ['proposal', 'action-sheet'] as const) {
		const asked = [...owners].filter(([, { subject }]) => subject.kind === kind);
		if (asked.length === 0) continue;
		const rows = await db
			.selectFrom(kind === 'proposal' ? 'proposal' : 'actionSheet')
			.select(['id', 'title', 'documentId'])
			.where(sql<boolean>`document_id = any(${asked.map(([id]) => id)}::uuid[])`)
			.execute();
		for (const [asId, owner] of asked) {
			const row = rows.find(({ documentId }) => documentId === asId.toLowerCase());
			if (row) homes.set(asId, { ...owner, kind, id: row.id, title: row.title });
		}
	}
	return homes;
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
