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

export interface Rendering {
	documentId: string;
	/** The update up to which it was rendered. */
	seq: number;
	rendered: readonly Rendered[];
}

/**
 * Stores renderings of some documents in one statement; an older one never replaces a newer one, and
 * documents that are gone are passed over.
 */
export async function saveRendered(
	db: Kysely<Database>,
	renderings: readonly Rendering[]
): Promise<void> {
	const rows = renderings.flatMap(({ documentId, seq, rendered }) =>
		rendered.map((one) => ({ documentId, seq, ...one }))
	);
	if (rows.length === 0) return;
	await sql`
		insert into document_render (document_id, seq, text, html, plain, rendered_at)
		select document.id, r.seq, r.text, r.html, r.plain, clock_timestamp()
		from unnest(
			${rows.map((row) => row.documentId)}::uuid[],
			${rows.map((row) => row.seq)}::bigint[],
			${rows.map((row) => row.text)}::text[],
			${rows.map((row) => row.html)}::text[],
			${rows.map((row) => row.plain)}::text[]
		) as r(document_id, seq, text, html, plain)
		join document on document.id = r.document_id
		order by document.id, r.text
		on conflict (document_id, text) do update
			set seq = excluded.seq, html = excluded.html, plain = excluded.plain,
				rendered_at = excluded.rendered_at
			where document_render.seq <= excluded.seq`.execute(db);
}
