import { can, publicProposalStates } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';
import { consolidatedStates } from '#lib/lineage/server/contribution-queries.ts';
import type { AnswerState } from '../answer.ts';

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
		.where('answer.territoryId', '=', territoryId);
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

/** With the names of what the answer points to. */
function namedAnswers(context: QueryContext) {
	return visibleAnswers(context)
		.leftJoin('axis', 'axis.id', 'proposal.axisId')
		.leftJoin('body as decider', 'decider.id', 'answer.decidedByBodyId')
		.leftJoin('body as asked', 'asked.id', 'answer.proposedToBodyId')
		.leftJoin('actionSheet', 'actionSheet.id', 'answer.actionSheetId')
		.leftJoin('proposal as into', 'into.id', 'answer.intoProposalId')
		.leftJoin('proposalReply', 'proposalReply.proposalId', 'proposal.id')
		.selectAll('answer')
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
		]);
}

/** One answer by id; null when it is not the actor's to see. */
export async function findAnswer(context: QueryContext, answerId: string) {
	if (!isId(answerId)) return null;
	const row = await namedAnswers(context).where('answer.id', '=', answerId).executeTakeFirst();
	return row ?? null;
}

export type AnswerView = NonNullable<Awaited<ReturnType<typeof findAnswer>>>;

/** The answer to a contribution, prepared or published; null when there is none to see. */
export async function findAnswerTo(context: QueryContext, proposalId: string) {
	if (!isId(proposalId)) return null;
	const row = await namedAnswers(context)
		.where('answer.proposalId', '=', proposalId)
		.executeTakeFirst();
	return row ?? null;
}

/** The public answer to a contribution, for its page; null before it is published. */
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

/** How many answers the actor may see in each state. */
export async function countAnswers(context: QueryContext): Promise<Record<AnswerState, number>> {
	const rows = await visibleAnswers(context)
		.select(['answer.state', (eb) => eb.fn.countAll<number>().as('count')])
		.groupBy('answer.state')
		.orderBy('answer.state')
		.limit(10)
		.execute();
	const counts: Record<AnswerState, number> = { draft: 0, proposed: 0, decided: 0, published: 0 };
	for (const { state, count } of rows) counts[state] = Number(count);
	return counts;
}
