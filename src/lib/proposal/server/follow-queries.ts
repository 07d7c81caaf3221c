import type { Kysely } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { publicProposalStates } from '#lib/access/permissions.ts';
import type { ProposalState } from '#lib/access/subjects.ts';
import type { Database } from '#lib/database/schema.ts';
import type { ProposalChannel } from '../proposal.ts';

/** What the holder of a follow number sees: no name, no address, not the text while it is not public. */
export interface Followed {
	number: string;
	state: ProposalState;
	channel: ProposalChannel;
	submittedAt: Date;
	publishedAt: Date | null;
	answeredAt: Date | null;
	supportCount: number;
	answerDays: number;
	/** Page of the proposal, while everyone reads it. */
	proposalId: string | null;
	title: string | null;
	/** Why it was returned or redirected. */
	decision: { decision: string; reason: string; redirectedTo: string } | null;
	answer: {
		outcome: 'retained' | 'merged' | 'postponed' | 'declined' | 'redirected';
		text: string;
		reasons: string;
		redirectedTo: string;
		reviewOn: string | null;
		decidedOn: string | null;
		decidedByBodyName: string | null;
	} | null;
	/** Action sheets that carry its words, those that everyone reads. */
	sheets: { id: string; code: string; title: string }[];
}

/** The contribution of this territory that bears a number; null when there is none. One query. */
export async function findFollowed(
	db: Kysely<Database>,
	territoryId: string,
	number: string
): Promise<Followed | null> {
	const row = await db
		.selectFrom('proposalReply')
		.innerJoin('proposal', 'proposal.id', 'proposalReply.proposalId')
		.innerJoin('contract', 'contract.id', 'proposal.contractId')
		.select([
			'proposal.id',
			'proposal.title',
			'proposal.state',
			'proposal.channel',
			'proposal.submittedAt',
			'proposal.publishedAt',
			'proposal.answeredAt',
			'proposal.supportCount',
			'contract.answerDays',
			'proposalReply.followNumber as number'
		])
		.select((eb) => [
			jsonObjectFrom(
				eb
					.selectFrom('moderationDecision as decision')
					.select(['decision.decision', 'decision.reason', 'decision.redirectedTo'])
					.whereRef('decision.proposalId', '=', 'proposal.id')
					.where('decision.decision', 'in', ['returned', 'redirected'])
					.orderBy('decision.at', 'desc')
					.limit(1)
			).as('decision'),
			jsonObjectFrom(
				eb
					.selectFrom('answer')
					.leftJoin('body', 'body.id', 'answer.decidedByBodyId')
					.select([
						'answer.outcome',
						'answer.text',
						'answer.reasons',
						'answer.redirectedTo',
						'answer.reviewOn',
						'answer.decidedOn',
						'body.name as decidedByBodyName'
					])
					.whereRef('answer.proposalId', '=', 'proposal.id')
					.where('answer.state', '=', 'published')
			).as('answer'),
			jsonArrayFrom(
				eb
					.selectFrom('lineage')
					.innerJoin('actionSheet', 'actionSheet.id', 'lineage.actionSheetId')
					.select(['actionSheet.id', 'actionSheet.code', 'actionSheet.title'])
					.distinct()
					.whereRef('lineage.proposalId', '=', 'proposal.id')
					.where('lineage.undoneAt', 'is', null)
					.where('actionSheet.state', 'not in', ['IDEA', 'DRAFT'])
					.orderBy('actionSheet.code')
					.limit(20)
			).as('sheets')
		])
		.where('proposalReply.followNumber', '=', number)
		.where('proposal.territoryId', '=', territoryId)
		.executeTakeFirst();
	if (!row) return null;
	const { id, title, decision, ...rest } = row;
	const isPublic = publicProposalStates().includes(row.state);
	const explained = row.state === 'RETURNED' || row.state === 'REDIRECTED';
	return {
		...rest,
		proposalId: isPublic ? id : null,
		title: isPublic ? title : null,
		decision: explained ? decision : null
	};
}

/** Whether a number is that of a sheet printed here that nobody entered yet. */
export async function isPrintedSheet(
	db: Kysely<Database>,
	territoryId: string,
	number: string
): Promise<boolean> {
	const row = await db
		.selectFrom('paperSheet')
		.select('id')
		.where('territoryId', '=', territoryId)
		.where('number', '=', number)
		.executeTakeFirst();
	return row !== undefined;
}
