import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';

/** Most references that one document has in its texts. */
const MOST = 5000;

/**
 * References that the lineage of each of some documents knows: a `source` in a text that is not among
 * them is inert. Unscoped, for the owner of the documents, which renders them for everyone.
 */
export async function listSourcesOf(
	db: Kysely<Database>,
	documentIds: readonly string[]
): Promise<Set<string>[]> {
	const rows = await db
		.selectFrom('lineage')
		.innerJoin('actionSheet', 'actionSheet.id', 'lineage.actionSheetId')
		.select(['actionSheet.documentId', 'lineage.id'])
		.where(sql<boolean>`action_sheet.document_id = any(${[...documentIds]}::uuid[])`)
		.where('lineage.undoneAt', 'is', null)
		.where('lineage.relation', 'in', ['verbatim', 'edited', 'summarised'])
		.orderBy('lineage.id')
		.limit(MOST * documentIds.length)
		.execute();
	const known = new Map<string, Set<string>>();
	for (const { documentId, id } of rows) {
		const ids = known.get(documentId);
		if (ids) ids.add(id);
		else known.set(documentId, new Set([id]));
	}
	return documentIds.map((id) => known.get(id) ?? new Set());
}
