/** What the coordination reads before publication. Callers have authorised `proposal.review`. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { found } from '#lib/errors.ts';

export interface ReceivedWords {
	title: string;
	what: string;
	forWhom: string;
	location: string;
	/** The first words, while another version is public and they are not erased yet. */
	originalText: string;
	eraseAfter: Date | null;
	erasedAt: Date | null;
}

/**
 * The words of a contribution as received, or as last revised by its author.
 * @throws {AppError} not_found
 */
export async function findSubmission(
	db: Kysely<Database>,
	proposalId: string
): Promise<ReceivedWords> {
	const row = await db
		.selectFrom('proposalSubmission')
		.innerJoin('proposal', 'proposal.id', 'proposalSubmission.proposalId')
		.select([
			'proposal.title',
			'proposalSubmission.what',
			'proposalSubmission.forWhom',
			'proposalSubmission.location',
			'proposalSubmission.originalText',
			'proposalSubmission.eraseAfter',
			'proposalSubmission.erasedAt'
		])
		.where('proposalSubmission.proposalId', '=', proposalId)
		.executeTakeFirst();
	return found(row);
}

export interface ReplyWish {
	followNumber: string;
	channel: 'email' | 'letter' | 'town_hall' | 'none';
	/** Where to call back or write: for what is held, the coordination needs it. */
	email: string | null;
	postalAddress: string | null;
	townHall: string | null;
	consent: 'form' | 'written' | 'spoken' | 'group';
}

/** How an author wants to be answered, for the coordination that answers and calls back; null when none. */
export async function findReplyWish(
	db: Kysely<Database>,
	proposalId: string
): Promise<ReplyWish | null> {
	const row = await db
		.selectFrom('proposalReply')
		.leftJoin('commune', 'commune.id', 'proposalReply.townHallCommuneId')
		.select([
			'proposalReply.followNumber',
			'proposalReply.channel',
			'proposalReply.email',
			'proposalReply.postalAddress',
			'commune.name as townHall',
			'proposalReply.consent'
		])
		.where('proposalReply.proposalId', '=', proposalId)
		.executeTakeFirst();
	return row ?? null;
}
