/** The text of a proposal for the form that needs no script. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { MAIN_TEXT } from '#lib/document/document.ts';
import { blocksFromPlainText, plainTextOf, toPlainText } from '#lib/document/plain-text.ts';
import { findDelta } from '#lib/document/server/recovery-queries.ts';
import { found } from '#lib/errors.ts';

/**
 * The text as it is stored now, which is what an edit is checked against.
 * @throws {AppError} not_found
 */
export async function findPlainText(db: Kysely<Database>, documentId: string): Promise<string> {
	return toPlainText(found(await findDelta(db, documentId, MAIN_TEXT)));
}

/** Whether two plain texts make the same document: blanks and line ends that no reader sees aside. */
export function isSameText(one: string, other: string): boolean {
	return plainTextOf(blocksFromPlainText(one)) === plainTextOf(blocksFromPlainText(other));
}
