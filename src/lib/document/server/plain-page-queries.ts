/** What the page of a plain form reads: the sections of a text, whether it is open, what became of an edit. */
import type { Kysely } from 'kysely';
import type { QueryContext } from '#lib/command.ts';
import type { Database } from '#lib/database/schema.ts';
import { found } from '#lib/errors.ts';
import { renderHtml } from '../render-html.ts';
import { listSections, type SectionRead } from '../section.ts';
import { findDocument } from './document-queries.ts';
import { findDelta } from './recovery-queries.ts';
import { awaitOwnRewrite, type OwnRewrite } from './rewrite-queries.ts';

export interface ShownSection extends SectionRead {
	html: string;
}

export interface Closing {
	state: 'frozen' | 'sealed';
	at: Date | null;
	/** A public name; null when nobody knows. */
	by: string | null;
}

export interface PlainPage {
	sections: ShownSection[];
	/** Since when nobody writes in it; null while it is open. */
	closing: Closing | null;
	sent: OwnRewrite | null;
}

/**
 * Reads a text as it is stored now, cut in sections, and what became of an edit that the actor asked.
 * @throws {AppError} not_found
 */
export async function readPlainPage(
	context: QueryContext,
	{ documentId, text, intentId }: { documentId: string; text: string; intentId: string }
): Promise<PlainPage> {
	const sent = await awaitOwnRewrite(context, documentId, intentId);
	const delta = found(await findDelta(context.db, documentId, text));
	return {
		sections: listSections(delta).map(({ content, ...section }) => ({
			...section,
			html: renderHtml(content)
		})),
		closing: await findClosing(context.db, documentId),
		sent
	};
}

/** Finds who closed a document to writing, and when; null while it is open. */
export async function findClosing(
	db: Kysely<Database>,
	documentId: string
): Promise<Closing | null> {
	const { state } = found(await findDocument(db, documentId));
	if (state === 'open') return null;
	const row =
		state === 'frozen' ? await findFreeze(db, documentId) : await findSeal(db, documentId);
	return { state, at: row?.at ?? null, by: row?.by ?? null };
}

function findFreeze(db: Kysely<Database>, documentId: string) {
	return db
		.selectFrom('event')
		.leftJoin('person', 'person.id', 'event.personId')
		.select(['event.at', 'person.publicName as by'])
		.where('event.subjectKind', '=', 'document')
		.where('event.subjectId', '=', documentId)
		.where('event.verb', '=', 'document-frozen')
		.orderBy('event.at', 'desc')
		.limit(1)
		.executeTakeFirst();
}

function findSeal(db: Kysely<Database>, documentId: string) {
	return db
		.selectFrom('documentVersion')
		.leftJoin('person', 'person.id', 'documentVersion.madeById')
		.select(['documentVersion.at', 'person.publicName as by'])
		.where('documentVersion.documentId', '=', documentId)
		.where('documentVersion.kind', '=', 'sealed')
		.orderBy('documentVersion.at', 'desc')
		.limit(1)
		.executeTakeFirst();
}
