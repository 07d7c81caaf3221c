/** Makes a contribution public, and takes it back. They take `trx` and authorise nothing. */
import type { Transaction } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { MAIN_TEXT } from '#lib/document/document.ts';
import { createDocument } from '#lib/document/server/document-writes.ts';
import { messagesOf } from '#lib/messages/messages.ts';
import { ORIGINAL_KEPT_DAYS, summaryOf } from '../proposal.ts';
import { textOfProposal } from '../proposal-text.ts';
import { trustAuthors } from './author-writes.ts';

const DAY = 86_400_000;

export interface Publication {
	proposalId: string;
	territoryId: string;
	/** Whose words they are. */
	authorId: string | null;
	title: string;
	what: string;
	forWhom: string;
	location: string;
	/** In plain words; the first words of the text when empty. */
	summary?: string;
	/** The words received, when others are published: kept apart, then erased. */
	original?: string;
	now: Date;
}

/** Publishes these words: their document is made from them, and their authors are trusted from now on. */
export async function publishWords(
	trx: Transaction<Database>,
	publication: Publication
): Promise<string> {
	const { proposalId, now, what, forWhom, location } = publication;
	// What people of the territory write is French, whatever the language of who publishes it.
	const headings = messagesOf('fr').proposal.headings;
	const documentId = await createDocument(trx, {
		territoryId: publication.territoryId,
		kind: 'proposal',
		texts: { [MAIN_TEXT]: textOfProposal(publication, headings) },
		personId: publication.authorId,
		now
	});
	await trx
		.updateTable('proposal')
		.set({
			state: 'PUBLISHED',
			documentId,
			title: publication.title,
			summary: publication.summary || summaryOf(what),
			publishedAt: now,
			updatedAt: now
		})
		.where('id', '=', proposalId)
		.execute();
	await trx
		.updateTable('proposalSubmission')
		.set({
			what,
			forWhom,
			location,
			...(publication.original === undefined
				? {}
				: {
						originalText: publication.original,
						eraseAfter: new Date(now.getTime() + ORIGINAL_KEPT_DAYS * DAY),
						erasedAt: null
					})
		})
		.where('proposalId', '=', proposalId)
		.execute();
	await trustAuthors(trx, proposalId, now);
	return documentId;
}

/**
 * Takes a public text back into the erasable row it came from, with all that was written since: what
 * is held for privacy leaves no copy in a document.
 */
export async function unpublishWords(
	trx: Transaction<Database>,
	proposalId: string,
	documentId: string,
	now: Date
): Promise<void> {
	const rendered = await trx
		.selectFrom('documentRender')
		.select('plain')
		.where('documentId', '=', documentId)
		.where('text', '=', MAIN_TEXT)
		.executeTakeFirst();
	if (rendered && rendered.plain !== '') {
		await trx
			.updateTable('proposalSubmission')
			.set({ what: rendered.plain, forWhom: '', location: '' })
			.where('proposalId', '=', proposalId)
			.execute();
	}
	await trx
		.updateTable('proposal')
		.set({ documentId: null, publishedAt: null, updatedAt: now })
		.where('id', '=', proposalId)
		.execute();
	await trx.deleteFrom('document').where('id', '=', documentId).execute();
}

/** Plans the erasure of words that their author took back. */
export async function planErasure(
	trx: Transaction<Database>,
	proposalId: string,
	now: Date
): Promise<void> {
	await trx
		.updateTable('proposalSubmission')
		.set({ eraseAfter: new Date(now.getTime() + ORIGINAL_KEPT_DAYS * DAY), erasedAt: null })
		.where('proposalId', '=', proposalId)
		.execute();
}

/**
 * Erases what must not be kept longer: the original of a rewritten contribution, and all the words of
 * a withdrawn one. For the nightly job. Says how many.
 */
export async function eraseExpiredOriginals(
	trx: Transaction<Database>,
	now: Date
): Promise<number> {
	const erased = await trx
		.updateTable('proposalSubmission')
		.set({ originalText: '', erasedAt: now })
		.where('eraseAfter', '<=', now)
		.where('erasedAt', 'is', null)
		.returning('proposalId')
		.execute();
	const ids = erased.map(({ proposalId }) => proposalId);
	if (ids.length === 0) return 0;
	const withdrawn = await trx
		.updateTable('proposal')
		.set({ title: '—', summary: '' })
		.where('id', 'in', ids)
		.where('state', '=', 'WITHDRAWN')
		.returning(['id', 'documentId'])
		.execute();
	if (withdrawn.length > 0) {
		await trx
			.updateTable('proposalSubmission')
			.set({ what: '', forWhom: '', location: '' })
			.where(
				'proposalId',
				'in',
				withdrawn.map(({ id }) => id)
			)
			.execute();
		const documents = withdrawn.flatMap(({ documentId }) => documentId ?? []);
		if (documents.length > 0) {
			await trx.deleteFrom('document').where('id', 'in', documents).execute();
		}
	}
	return ids.length;
}
