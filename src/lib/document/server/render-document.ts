/** The rendered text that pages, search and exports read. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import type { Delta } from '../delta.ts';
import { toPlainText } from '../plain-text.ts';
import { renderHtml } from '../render-html.ts';

export interface Rendered {
	text: string;
	html: string;
	plain: string;
}

/** Renders one text of a document for readers. */
export function renderText(
	text: string,
	delta: Delta,
	knownSources: ReadonlySet<string> = new Set()
): Rendered {
	return { text, html: renderHtml(delta, { knownSources }), plain: toPlainText(delta) };
}

/** Stores renderings of a document as of an update; an older one never replaces a newer one. */
export async function saveRendered(
	db: Kysely<Database>,
	documentId: string,
	seq: number,
	rendered: readonly Rendered[]
): Promise<void> {
	if (rendered.length === 0) return;
	await db
		.insertInto('documentRender')
		.values(
			rendered.map((row) => ({ documentId, seq, ...row, renderedAt: sql<Date>`clock_timestamp()` }))
		)
		.onConflict((conflict) =>
			conflict
				.columns(['documentId', 'text'])
				.doUpdateSet((row) => ({
					seq: row.ref('excluded.seq'),
					html: row.ref('excluded.html'),
					plain: row.ref('excluded.plain'),
					renderedAt: row.ref('excluded.renderedAt')
				}))
				.whereRef('documentRender.seq', '<=', 'excluded.seq')
		)
		.execute();
}
