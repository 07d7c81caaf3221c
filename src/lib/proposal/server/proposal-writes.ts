/** Writes of proposals, for the commands of this noun: they take `trx` and authorise nothing. */
import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { ProposalState } from '#lib/access/subjects.ts';
import type { Database } from '#lib/database/schema.ts';
import { FOLLOW_NUMBER_BYTES, makeFollowNumber, prefixOf } from '../follow-number.ts';
import type { Consent, ProposalChannel, ProposalCollege, ProposalKind } from '../proposal.ts';
import { summaryOf } from '../proposal.ts';
import type { Reply } from '../proposal-form.ts';

export interface NewProposal {
	territoryId: string;
	contractId: string;
	windowId: string;
	title: string;
	what: string;
	forWhom: string;
	location: string;
	communeId: string | null;
	axisId: string | null;
	themeIds: readonly string[];
	kind: ProposalKind;
	college: ProposalCollege;
	channel: ProposalChannel;
	authorId: string;
	enteredById: string | null;
	reply: Reply;
	consent: Consent;
	followNumber: string;
	token: string;
	now: Date;
}

/** Holds the contract until the end of the transaction: numbers and tokens then have no race. */
export async function lockContract(trx: Transaction<Database>, contractId: string): Promise<void> {
	await trx
		.selectFrom('contract')
		.select('id')
		.where('id', '=', contractId)
		.forUpdate()
		.executeTakeFirst();
}

/** What was sent already under this token of a form; null the first time. */
export async function findBySubmissionToken(
	trx: Transaction<Database>,
	contractId: string,
	token: string
): Promise<{ id: string; number: number; followNumber: string; state: ProposalState } | null> {
	const row = await trx
		.selectFrom('submissionToken')
		.innerJoin('proposal', 'proposal.id', 'submissionToken.proposalId')
		.innerJoin('proposalReply', 'proposalReply.proposalId', 'proposal.id')
		.select(['proposal.id', 'proposal.number', 'proposal.state', 'proposalReply.followNumber'])
		.where('submissionToken.token', '=', token)
		.where('proposal.contractId', '=', contractId)
		.executeTakeFirst();
	return row ?? null;
}

/** A number nobody has, for a territory of this name. */
export function newFollowNumber(territoryName: string): string {
	return makeFollowNumber(prefixOf(territoryName), randomBytes(FOLLOW_NUMBER_BYTES));
}

/** Writes what was sent, as received. The caller holds the contract (`lockContract`). */
export async function insertProposal(
	trx: Transaction<Database>,
	sent: NewProposal
): Promise<{ id: string; number: number }> {
	const id = newId();
	const { number } = await trx
		.insertInto('proposal')
		.values((eb) => ({
			id,
			territoryId: sent.territoryId,
			contractId: sent.contractId,
			windowId: sent.windowId,
			axisId: sent.axisId,
			communeId: sent.communeId,
			number: eb
				.selectFrom('proposal as others')
				.select((others) =>
					others(others.fn.coalesce(others.fn.max('others.number'), others.lit(0)), '+', 1).as(
						'next'
					)
				)
				.where('others.contractId', '=', sent.contractId),
			title: sent.title,
			summary: summaryOf(sent.what),
			kind: sent.kind,
			college: sent.college,
			state: 'RECEIVED' as const,
			channel: sent.channel,
			enteredById: sent.enteredById,
			fairOrder: Math.random(),
			submittedAt: sent.now,
			updatedAt: sent.now
		}))
		.returning('number')
		.executeTakeFirstOrThrow();
	await trx
		.insertInto('proposalSubmission')
		.values({
			proposalId: id,
			what: sent.what,
			forWhom: sent.forWhom,
			location: sent.location
		})
		.execute();
	await trx
		.insertInto('proposalAuthor')
		.values({ proposalId: id, personId: sent.authorId })
		.execute();
	await setThemes(trx, id, sent.themeIds);
	await insertReply(trx, id, sent);
	await trx
		.insertInto('submissionToken')
		.values({ token: sent.token, proposalId: id, createdAt: sent.now })
		.execute();
	return { id, number };
}

async function insertReply(trx: Transaction<Database>, proposalId: string, sent: NewProposal) {
	const { reply } = sent;
	await trx
		.insertInto('proposalReply')
		.values({
			proposalId,
			followNumber: sent.followNumber,
			channel: reply.replyChannel,
			email: reply.replyChannel === 'email' ? reply.email : null,
			postalAddress: reply.replyChannel === 'letter' ? reply.postalAddress : null,
			townHallCommuneId: reply.replyChannel === 'town_hall' ? reply.townHallCommuneId : null,
			consent: sent.consent,
			consentedAt: sent.now
		})
		.execute();
}

/** Gives a proposal these themes and no other. */
export async function setThemes(
	trx: Transaction<Database>,
	proposalId: string,
	themeIds: readonly string[]
): Promise<void> {
	await trx.deleteFrom('proposalTheme').where('proposalId', '=', proposalId).execute();
	if (themeIds.length === 0) return;
	await trx
		.insertInto('proposalTheme')
		.values([...new Set(themeIds)].map((themeId) => ({ proposalId, themeId })))
		.execute();
}

/** Moves a proposal to a state that its rules allow. */
export async function setState(
	trx: Transaction<Database>,
	proposalId: string,
	state: ProposalState,
	now: Date
): Promise<void> {
	await trx
		.updateTable('proposal')
		.set({ state, updatedAt: now })
		.where('id', '=', proposalId)
		.execute();
}

/** Replaces the words of a contribution that is not public; it is to be read again. */
export async function reviseWords(
	trx: Transaction<Database>,
	proposalId: string,
	words: { title: string; what: string; forWhom: string; location: string; testimony: boolean },
	now: Date
): Promise<void> {
	await trx
		.updateTable('proposal')
		.set({
			state: 'RECEIVED',
			title: words.title,
			summary: summaryOf(words.what),
			kind: words.testimony ? 'testimony' : 'idea',
			updatedAt: now
		})
		.where('id', '=', proposalId)
		.execute();
	await trx
		.updateTable('proposalSubmission')
		.set({ what: words.what, forWhom: words.forWhom, location: words.location })
		.where('proposalId', '=', proposalId)
		.execute();
}
