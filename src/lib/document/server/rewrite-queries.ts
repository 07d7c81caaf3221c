/** Texts written in a plain form: whether one may be sent now, and what became of the one sent. */
import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { QueryContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError, found } from '#lib/errors.ts';
import type { SectionInput } from '../document-form.ts';
import { intentSchema } from '../intent.ts';
import { findDocument } from './document-queries.ts';

/**
 * Refuses an edit of a document that is closed: asked now it would be dropped later, when nobody looks.
 * @throws {AppError} not_found, conflict
 */
export async function checkDocumentIsOpen(db: Kysely<Database>, documentId: string): Promise<void> {
	const { state } = found(await findDocument(db, documentId));
	if (state === 'open') return;
	throw new AppError('conflict', {
		reason: state === 'frozen' ? 'document.frozen_now' : 'document.sealed_now'
	});
}

export interface OwnRewrite {
	state: 'pending' | 'applied' | 'conflict';
	/** Why it was not made: the text was closed by then, else it had changed. */
	isClosed: boolean;
	typed: string;
	/** The section that it was about; null for a whole text. */
	section: SectionInput | null;
}

/** What became of an edit that the actor asked of a document, with what they wrote; null when not theirs. */
export async function findOwnRewrite(
	{ db, actor }: QueryContext,
	documentId: string,
	intentId: string
): Promise<OwnRewrite | null> {
	if (!isId(intentId) || actor.personId === null) return null;
	const row = await db
		.selectFrom('documentIntent')
		.select(['kind', 'state', 'outcome', 'payload'])
		.where('id', '=', intentId)
		.where('documentId', '=', documentId)
		.where('personId', '=', actor.personId)
		.executeTakeFirst();
	if (!row) return null;
	const { plain } = row.payload;
	return {
		state: row.state,
		isClosed: row.outcome === 'closed',
		typed: typeof plain === 'string' ? plain : '',
		section: sectionOf(row.kind, row.payload)
	};
}

/**
 * Like findOwnRewrite, after a moment when the edit is still on its way: an edit is made in a few
 * milliseconds, and a page without a script cannot look again by itself.
 */
export async function awaitOwnRewrite(
	context: QueryContext,
	documentId: string,
	intentId: string
): Promise<OwnRewrite | null> {
	for (let looks = 1; ; looks++) {
		const own = await findOwnRewrite(context, documentId, intentId);
		if (own?.state !== 'pending' || looks === 15) return own;
		await setTimeout(100);
	}
}

function sectionOf(kind: string, payload: Record<string, unknown>): SectionInput | null {
	const { success, output } = v.safeParse(intentSchema, { ...payload, kind });
	if (!success) return null;
	if (output.kind === 'add_section') {
		return { section: null, base: '', title: output.title, plain: output.plain };
	}
	if (output.kind !== 'replace_section') return null;
	const { index, heading, base, twin, title, plain } = output;
	return { section: index, heading: heading ?? undefined, base, twin, title, plain };
}
