import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { can, publicProposalStates } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';
import { consolidatedStates } from '#lib/lineage/server/contribution-queries.ts';
import type { AnswerState } from '../answer.ts';

/**
 * The answer that stands for a contribution now: one in preparation, else the one sent. Those that
 * were replaced are history.
 */
export const isCurrent = sql<boolean>`answer.state <> 'replaced' and not (answer.state = 'published'
	and exists (select from answer as newer where newer.proposal_id = answer.proposal_id
		and newer.state in ('draft', 'proposed', 'decided')))`;

/**
 * Answers of the actor's territory that they may see: every one for the coordination, those put to a
 * body for who sits in it, and the published ones for everyone who may read what they answer.
 */
function visibleAnswers({ db, actor }: QueryContext) {
	const { territoryId } = actor;
	const prepares = territoryId !== null && can(actor, 'answer.prepare', { territoryId });
	const seats = actor.memberships.map(({ bodyId }) => bodyId);
	let query = db
		.selectFrom('answer')
		.innerJoin('proposal', 'proposal.id', 'answer.proposalId')
		.where('answer.territoryId', '=', territoryId)
		.where('answer.state', '!=', 'replaced');
	if (!prepares) {
		query = query.where((eb) =>
			eb.or([
				eb.and([
					eb('answer.state', '=', 'published'),
					eb.or([
						eb('proposal.state', 'in', publicProposalStates()),
						// What was passed on is told to its authors alone, and to who entered it for them.
						eb('proposal.enteredById', '=', actor.personId),
						eb.exists(
							eb
								.selectFrom('proposalAuthor')
								.select('proposalAuthor.personId')
								.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
								.where('proposalAuthor.personId', '=', actor.personId)
						)
					])
				]),
				...(seats.length > 0
					? [
							eb.and([
								eb('answer.state', 'in', ['proposed', 'decided']),
								eb('answer.proposedToBodyId', 'in', seats),
								// What is held or was taken back is for the coordination alone.
								eb('proposal.state', 'in', consolidatedStates())
							])
						]
					: [])
			])
		);
	}
	return query;
}

/**
 * With the names of what the answer points to; `reconsiders` says that something was answered before,
 * whose place it takes when it is sent.
 */
function namedAnswers(context: QueryContext) {
	return visibleAnswers(context)
		.leftJoin('axis', 'axis.id', 'proposal.axisId')
		.leftJoin('body as decider', 'decider.id', 'answer.decidedByBodyId')
		.leftJoin('body as asked', 'asked.id', 'answer.proposedToBodyId')
		.leftJoin('actionSheet', 'actionSheet.id', 'answer.actionSheetId')
		.leftJoin('proposal as into', 'into.id', 'answer.intoProposalId')
		.leftJoin('proposalReply', 'proposalReply.proposalId', 'proposal.id')
		.selectAll('answer')
		.select((eb) =>
			eb
				.exists(
					eb
						.selectFrom('answer as earlier')
						.select('earlier.id')
						.whereRef('earlier.proposalId', '=', 'answer.proposalId')
						.whereRef('earlier.id', '!=', 'answer.id')
						.where('earlier.state', '=', 'published')
				)
				.$castTo<boolean>()
				.as('reconsiders')
		)
		.select([
			'proposal.title as proposalTitle',
			'proposal.number as proposalNumber',
			'proposal.axisId',
			'proposal.contractId',
			'proposal.submittedAt',
			'proposal.answeredAt',
			'proposal.state as proposalState',
			'axis.title as axisTitle',
			'axis.tone as axisTone',
			'decider.name as decidedByBodyName',
			'asked.name as proposedToBodyName',
			'actionSheet.code as sheetCode',
			'actionSheet.title as sheetTitle',
			'actionSheet.state as sheetState',
			'into.title as intoTitle',
			'into.number as intoNumber',
			'proposalReply.channel as replyChannel'
		])
		.$narrowType<{ state: AnswerState }>();
}

/** One answer by id; null when it is not the actor's to see. */
export async function findAnswer(context: QueryContext, answerId: string) {
	if (!isId(answerId)) return null;
	const row = await namedAnswers(context).where('answer.id', '=', answerId).executeTakeFirst();
	return row ?? null;
}

export type AnswerView = NonNullable<Awaited<ReturnType<typeof findAnswer>>>;

/** The answer to a contribution, in preparation or else sent; null when there is none to see. */
export async function findAnswerTo(context: QueryContext, proposalId: string) {
	if (!isId(proposalId)) return null;
	const row = await namedAnswers(context)
		.where('answer.proposalId', '=', proposalId)
		.where(isCurrent)
		.executeTakeFirst();
	return row ?? null;
}

/**
 * The public answer to a contribution, for its page, with those that it replaced, the latest first;
 * null before there is one.
 */
export async function findPublishedAnswer(context: QueryContext, proposalId: string) {
	if (!isId(proposalId)) return null;
	const row = await visibleAnswers(context)
		.leftJoin('body as decider', 'decider.id', 'answer.decidedByBodyId')
		.select([
			'answer.outcome',
			'answer.text',
			'answer.reasons',
			'answer.redirectedTo',
			'answer.reviewOn',
			'answer.decidedOn',
			'decider.name as decidedByBodyName'
		])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('answer as before')
					.leftJoin('body as decided', 'decided.id', 'before.decidedByBodyId')
					.select([
						'before.outcome',
						'before.text',
						'before.reasons',
						'before.decidedOn',
						'decided.name as decidedByBodyName'
					])
					.whereRef('before.proposalId', '=', 'answer.proposalId')
					.where('before.state', '=', 'replaced')
					.orderBy('before.publishedAt', 'desc')
					.limit(20)
			).as('earlier')
		)
		.where('answer.proposalId', '=', proposalId)
		.where('answer.state', '=', 'published')
		.executeTakeFirst();
	return row ?? null;
}

/** Answers in a state: those in preparation by the date of what they answer, published ones the latest first. */
export async function listAnswers(context: QueryContext, state: AnswerState, limit = 200) {
	return namedAnswers(context)
		.where('answer.state', '=', state)
		.orderBy(
			(eb) => (state === 'published' ? eb.ref('answer.publishedAt') : eb.val(null)),
			(order) => order.desc().nullsLast()
		)
		.orderBy('proposal.submittedAt')
		.orderBy('answer.id')
		.limit(limit)
		.execute();
}

/** Answers sent whose contribution may be answered again, the longest overdue first; 200 at most. */
export async function listAnswersToReview(context: QueryContext, today: string) {
	return namedAnswers(context)
		.where('answer.state', '=', 'published')
		.where('answer.outcome', '=', 'postponed')
		.where('answer.reviewOn', '<=', today)
		.where(isCurrent)
		.orderBy('answer.reviewOn')
		.orderBy('answer.id')
		.limit(200)
		.execute();
}

/** How many answers the actor may see in each state. */
export async function countAnswers(context: QueryContext): Promise<Record<AnswerState, number>> {
	const rows = await visibleAnswers(context)
		.select(['answer.state', (eb) => eb.fn.countAll<number>().as('count')])
		.$narrowType<{ state: AnswerState }>()
		.groupBy('answer.state')
		.orderBy('answer.state')
		.limit(10)
		.execute();
	const counts: Record<AnswerState, number> = { draft: 0, proposed: 0, decided: 0, published: 0 };
	for (const { state, count } of rows) counts[state] = Number(count);
	return counts;
}
