/** What readers see, brought up to what was written: a process that ends at once renders no more. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { DamagedDocument } from '../damaged.ts';
import { findStored } from './document-queries.ts';
import { buildSound, deltaOf } from './live-text.ts';
import { renderText, saveRendered } from './render-document.ts';

/** Documents looked up at one time. */
const AT_ONCE = 100;

/**
 * Renders the documents whose last update, made more than 30 seconds ago, is not rendered yet, and says
 * how many. One that is open is rendered by its owner; should both do it, the newer rendering stays.
 */
export async function renderBehind(
	db: Kysely<Database>,
	knownSources: (documentId: string) => Promise<ReadonlySet<string>>
): Promise<number> {
	let count = 0;
	for (let after: string | null = null; ;) {
		const ids = await listBehind(db, after);
		for (const id of ids) {
			if (await render(db, id, knownSources)) count++;
		}
		if (ids.length < AT_ONCE) return count;
		after = ids.at(-1) ?? null;
	}
}

async function listBehind(db: Kysely<Database>, after: string | null): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from document
		where (${after}::uuid is null or id > ${after}::uuid)
			and head_seq > (
				select coalesce(max(seq), 0) from document_render where document_id = document.id
			)
			and not exists (
				select 1 from document_update
				where document_id = document.id and seq = head_seq
					and at > now() - interval '30 seconds'
			)
		order by id limit ${AT_ONCE}`.execute(db);
	return rows.map(({ id }) => id);
}

async function render(
	db: Kysely<Database>,
	documentId: string,
	knownSources: (documentId: string) => Promise<ReadonlySet<string>>
): Promise<boolean> {
	try {
		const stored = await findStored(db, documentId);
		const live = stored && buildSound(stored.parts);
		if (!live) return false;
		const sources = await knownSources(documentId);
		const rendered = stored.texts.map((text) => renderText(text, deltaOf(live, text), sources));
		live.destroy();
		await saveRendered(db, [{ documentId, seq: stored.headSeq, rendered }]);
		return true;
	} catch (error) {
		// What readers see of it stays as it was, until it is mended.
		if (error instanceof DamagedDocument) return false;
		throw error;
	}
}
