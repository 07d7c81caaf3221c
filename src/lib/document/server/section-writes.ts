import type { Transaction } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { AppError, found } from '#lib/errors.ts';
import type { SectionInput } from '../document-form.ts';
import { askedOf } from '../plain-form.ts';
import { editSection, listSections, wouldEmpty } from '../section.ts';
import { addIntent } from './document-writes.ts';
import { findDelta } from './recovery-queries.ts';
import { checkDocumentIsOpen } from './rewrite-queries.ts';

/**
 * Asks a document's owner for the edit of one section, or for a new one, from a plain form; gives the
 * id of the request. It is made only if the section still reads as it did when the form was opened,
 * whatever was written in others.
 * @throws {AppError} not_found, conflict when the text is closed or the section reads otherwise, invalid
 * when nothing was typed
 */
export async function addSectionEdit(
	trx: Transaction<Database>,
	input: {
		documentId: string;
		text: string;
		typed: SectionInput;
		personId: string | null;
		/** False where a text without a word makes no sense. */
		mayBeEmpty: boolean;
		now: Date;
	}
): Promise<string> {
	const { documentId, text, typed, personId, mayBeEmpty, now } = input;
	await checkDocumentIsOpen(trx, documentId);
	const delta = found(await findDelta(trx, documentId, text));
	const asked = askedOf(typed);
	if (!asked) {
		const { title = '', plain } = typed;
		if (`${title}${plain}`.trim() === '') {
			throw new AppError('invalid', { reason: 'document.section_empty', field: 'plain' });
		}
		const intent = { kind: 'add_section' as const, text, title, plain };
		return addIntent(trx, { documentId, intent, personId, now });
	}
	if (!mayBeEmpty && wouldEmpty(listSections(delta), asked)) {
		throw new AppError('invalid', { reason: 'document.text_empty', field: 'plain' });
	}
	if (editSection(delta, asked).kind === 'conflict') {
		throw new AppError('conflict', { reason: 'document.section_changed', field: 'plain' });
	}
	const intent = { kind: 'replace_section' as const, text, ...asked };
	return addIntent(trx, { documentId, intent, personId, now });
}
