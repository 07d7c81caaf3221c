/** What somebody wrote in texts that several people write, for themselves (RGPD art. 15 and 20). */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { findDocumentHome } from '#lib/site/server/document-owner-queries.ts';
import { listPassages } from './attribution-queries.ts';
import { listTexts } from './moment-queries.ts';

export interface OwnPassage {
	/** Name of the text in its document. */
	text: string;
	words: string;
	/** When the first of its letters was typed; null when unknown. */
	at: Date | null;
}

export interface OwnWords {
	kind: 'proposal' | 'action-sheet' | null;
	title: string | null;
	passages: OwnPassage[];
	versionsNamed: { label: string; at: Date }[];
}

/** Documents that one export reads; a person writes in far fewer. */
const LIMIT = 2000;

/**
 * Reads, document by document, the passages that are a person's in the texts as they stand, and the
 * versions that they named. What others wrote around them, and what nobody is known to have written,
 * is left out.
 */
export async function listOwnWords(db: Kysely<Database>, personId: string): Promise<OwnWords[]> {
	const written = await db
		.selectFrom('documentClient')
		.select('documentId')
		.where('personId', '=', personId)
		.union((eb) =>
			eb.selectFrom('documentVersion').select('documentId').where('madeById', '=', personId)
		)
		.orderBy('documentId')
		.limit(LIMIT)
		.execute();
	const words: OwnWords[] = [];
	// One after the other: a text is rebuilt from all its updates, and others are served meanwhile.
	for (const { documentId } of written) words.push(await readOne(db, documentId, personId));
	return words.filter(({ passages, versionsNamed }) => passages.length + versionsNamed.length > 0);
}

async function readOne(
	db: Kysely<Database>,
	documentId: string,
	personId: string
): Promise<OwnWords> {
	const passages: OwnPassage[] = [];
	for (const text of await listTexts(db, documentId)) {
		const own = (await listPassages(db, documentId, text)).filter(
			(passage) => passage.personId === personId && passage.via !== 'uncertain'
		);
		for (const { text: words, at } of own) passages.push({ text, words, at });
	}
	const home = await findDocumentHome(db, documentId);
	return {
		kind: home?.kind ?? null,
		title: home?.title ?? null,
		passages: passages.filter(({ words }) => words.trim() !== ''),
		versionsNamed: await db
			.selectFrom('documentVersion')
			.select(['label', 'at'])
			.where('documentId', '=', documentId)
			.where('madeById', '=', personId)
			.orderBy('at')
			.limit(LIMIT)
			.execute()
	};
}
