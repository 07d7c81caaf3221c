import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { QueryContext } from '#lib/command.ts';
import {
	consolidatedStates,
	contributionsOf,
	toContribution
} from '#lib/lineage/server/contribution-queries.ts';
import type { AnswerState } from '../answer.ts';
import { isCurrent } from './answer-queries.ts';

/** Likeness of 0–1 of title and summary from which two contributions are called near each other. */
const NEAR = 0.22;

export interface BenchFilter {
	axisId: string | null;
	/** Null shows both. */
	answered: boolean | null;
	communeId?: string | null;
}

/**
 * Contributions of an axis for the workbench, those without answer first, the oldest first, 200 at
 * most: with the state of their answer and the sheets that already took words of theirs.
 */
export async function listBench(context: QueryContext, contractId: string, filter: BenchFilter) {
	let query = contributionsOf(context)
		.leftJoin('answer', (join) => join.onRef('answer.proposalId', '=', 'proposal.id').on(isCurrent))
		.select(['answer.state as answerState', 'answer.outcome'])
		.$narrowType<{ answerState: AnswerState | null }>()
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('lineage')
					.innerJoin('actionSheet', 'actionSheet.id', 'lineage.actionSheetId')
					.select(['actionSheet.id', 'actionSheet.code'])
					.distinct()
					.whereRef('lineage.proposalId', '=', 'proposal.id')
					.where('lineage.undoneAt', 'is', null)
					.orderBy('actionSheet.code')
					.limit(20)
			).as('sheets')
		)
		.where('proposal.contractId', '=', contractId)
		.where('proposal.state', 'in', consolidatedStates())
		.where('proposal.axisId', filter.axisId === null ? 'is' : '=', filter.axisId);
	if (filter.answered !== null) {
		query = query.where('proposal.answeredAt', filter.answered ? 'is not' : 'is', null);
	}
	if (filter.communeId) query = query.where('proposal.communeId', '=', filter.communeId);
	const rows = await query
		.orderBy((eb) => eb('proposal.answeredAt', 'is not', null))
		.orderBy('proposal.submittedAt')
		.orderBy('proposal.id')
		.limit(200)
		.execute();
	return rows.map(toContribution);
}

/** Contributions of the same contract that read like this one, the nearest first; 6 at most. */
export async function listNear(context: QueryContext, contractId: string, proposalId: string) {
	const words = sql`plain_text(proposal.title || ' ' || proposal.summary)`;
	const likeness = sql<number>`similarity(${words},
		(select plain_text(title || ' ' || summary) from proposal as this where this.id = ${proposalId}))`;
	const rows = await contributionsOf(context)
		.select(likeness.as('likeness'))
		.where('proposal.contractId', '=', contractId)
		.where('proposal.id', '!=', proposalId)
		.where('proposal.state', 'in', consolidatedStates())
		.where(likeness, '>=', NEAR)
		.orderBy(likeness, 'desc')
		.orderBy('proposal.id')
		.limit(6)
		.execute();
	return rows.map(toContribution);
}

/** How many of the listed contributions read like each of them, by id; one query for all. */
export async function countNear(
	{ db }: QueryContext,
	ids: readonly string[]
): Promise<Map<string, number>> {
	if (ids.length < 2) return new Map();
	const rows = await db
		.with('listed', (cte) =>
			cte
				.selectFrom('proposal')
				.select('proposal.id')
				.select(sql<string>`plain_text(proposal.title || ' ' || proposal.summary)`.as('words'))
				.where('proposal.id', 'in', [...ids])
		)
		.selectFrom('listed as one')
		.innerJoin('listed as other', (join) =>
			join
				.onRef('one.id', '!=', 'other.id')
				.on(sql<number>`similarity(one.words, other.words)`, '>=', NEAR)
		)
		.select((eb) => ['one.id', eb.fn.countAll<number>().as('count')])
		.groupBy('one.id')
		.orderBy('one.id')
		.limit(200)
		.execute();
	return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** How many contributions each axis has, and how many of them have an answer; null is no axis yet. */
export async function countByAxis({ db, actor }: QueryContext, contractId: string) {
	const rows = await db
		.selectFrom('proposal')
		.select((eb) => [
			'proposal.axisId',
			eb.fn.countAll<number>().as('total'),
			eb.fn.count<number>('proposal.answeredAt').as('answered')
		])
		.where('proposal.contractId', '=', contractId)
		.where('proposal.territoryId', '=', actor.territoryId)
		.where('proposal.state', 'in', consolidatedStates())
		.groupBy('proposal.axisId')
		.orderBy('proposal.axisId')
		.limit(50)
		.execute();
	return rows.map((row) => ({
		...row,
		total: Number(row.total),
		answered: Number(row.answered)
	}));
}
