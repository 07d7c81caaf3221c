/** What concerns one commune: the actions that cover it and the proposals that come from it. */
import { sql, type Kysely } from 'kysely';
import { publicProposalStates } from '#lib/access/permissions.ts';
import type { ProposalState } from '#lib/access/subjects.ts';
import type { Database } from '#lib/database/schema.ts';

export interface CommuneAction {
	id: string;
	code: string;
	title: string;
	plainSummary: string;
	/** False when the action covers the whole territory. */
	here: boolean;
	axisTitle: string;
	axisTone: 'pine' | 'plum' | 'sky' | 'brick' | 'gorse' | 'neutral';
	lead: string;
}

/**
 * Adopted actions of a contract that cover a commune: those that name it first, then those that name
 * none and so cover the whole territory, 100 at most.
 */
export async function listCommuneActions(
	db: Kysely<Database>,
	contractId: string,
	communeId: string
): Promise<CommuneAction[]> {
	const rows = await db
		.selectFrom('actionSheet as a')
		.innerJoin('axis', 'axis.id', 'a.axisId')
		.leftJoin('organisation as o', 'o.id', 'a.leadOrganisationId')
		.select([
			'a.id',
			'a.code',
			'a.title',
			'a.plainSummary',
			'axis.title as axisTitle',
			'axis.tone as axisTone',
			'o.name as leadName',
			'a.leadLabel'
		])
		.select((eb) =>
			eb
				.exists(
					eb
						.selectFrom('actionSheetCommune as c')
						.select('c.communeId')
						.whereRef('c.actionSheetId', '=', 'a.id')
						.where('c.communeId', '=', communeId)
				)
				.as('here')
		)
		.where('a.contractId', '=', contractId)
		.where('a.state', 'in', ['COMPLETE', 'ARBITRATED', 'SIGNED'])
		.where((eb) =>
			eb.or([
				eb.exists(
					eb
						.selectFrom('actionSheetCommune as c')
						.select('c.communeId')
						.whereRef('c.actionSheetId', '=', 'a.id')
						.where('c.communeId', '=', communeId)
				),
				eb.not(
					eb.exists(
						eb
							.selectFrom('actionSheetCommune as c')
							.select('c.communeId')
							.whereRef('c.actionSheetId', '=', 'a.id')
					)
				)
			])
		)
		.orderBy('here', 'desc')
		.orderBy('axis.position')
		.orderBy('a.position')
		.orderBy('a.code')
		.limit(100)
		.execute();
	return rows.map(({ leadName, leadLabel, here, ...row }) => ({
		...row,
		here: Boolean(here),
		lead: leadName ?? leadLabel
	}));
}

export interface CommuneProposal {
	id: string;
	number: number;
	title: string;
	state: ProposalState;
	supportCount: number;
	/** Code and id of a sheet that carries words of it. */
	sheetId: string | null;
	sheetCode: string | null;
	answeredAt: Date | null;
}

/**
 * Public proposals of a contract that come from a commune with their fate, the most supported first,
 * 30 at most, and how many there are in all. No author is given: a small commune would name them.
 */
export async function listCommuneProposals(
	db: Kysely<Database>,
	contractId: string,
	communeId: string
): Promise<{ proposals: CommuneProposal[]; count: number }> {
	const rows = await db
		.selectFrom('proposal as p')
		.leftJoinLateral(
			(eb) =>
				eb
					.selectFrom('lineage as l')
					.innerJoin('actionSheet as a', 'a.id', 'l.actionSheetId')
					.select(['a.id as sheetId', 'a.code as sheetCode'])
					.whereRef('l.proposalId', '=', 'p.id')
					.where('l.undoneAt', 'is', null)
					.where('a.state', 'in', ['IN_REVIEW', 'COMPLETE', 'ARBITRATED', 'SIGNED'])
					.orderBy('l.at', 'desc')
					.limit(1)
					.as('carried'),
			(join) => join.onTrue()
		)
		.leftJoin('answer', (join) =>
			join.onRef('answer.proposalId', '=', 'p.id').on('answer.state', '=', 'published')
		)
		.select([
			'p.id',
			'p.number',
			'p.title',
			'p.supportCount',
			'carried.sheetId',
			'carried.sheetCode',
			'answer.publishedAt as answeredAt'
		])
		.select(sql<ProposalState>`p.state`.as('state'))
		.select(sql<number>`count(*) over ()`.as('count'))
		.where('p.contractId', '=', contractId)
		.where('p.communeId', '=', communeId)
		.where('p.state', 'in', [...publicProposalStates()])
		.orderBy('p.supportCount', 'desc')
		.orderBy('p.id')
		.limit(30)
		.execute();
	const proposals = rows.map(({ count: _, ...proposal }) => proposal);
	return { proposals, count: Number(rows[0]?.count ?? 0) };
}
