import { sql, type Kysely } from 'kysely';
import { publicProposalStates } from '#lib/access/permissions.ts';
import type { HomeFate } from '../home-fate.ts';
import type { Database } from '#lib/database/schema.ts';

/** The database's instant: proof that it answers. */
export async function findDatabaseInstant(db: Kysely<Database>): Promise<Date | null> {
	const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
	return rows[0]?.now ?? null;
}

export interface SiteContents {
	contractId: string | null;
	contractTitle: string | null;
	hasPolls: boolean;
	hasCircuit: boolean;
}

/** What the menu of a territory has something behind, in one query. */
export async function findSiteContents(
	db: Kysely<Database>,
	territoryId: string
): Promise<SiteContents> {
	const contract = await db
		.selectFrom('contract')
		.select((eb) => [
			'contract.id',
			'contract.title',
			eb
				.exists(
					eb.selectFrom('poll').select('poll.id').whereRef('poll.contractId', '=', 'contract.id')
				)
				.as('hasPolls'),
			eb
				.exists(
					eb
						.selectFrom('signatory')
						.select('signatory.id')
						.whereRef('signatory.contractId', '=', 'contract.id')
				)
				.as('hasCircuit')
		])
		.where('contract.territoryId', '=', territoryId)
		.orderBy('contract.generation', 'desc')
		.limit(1)
		.executeTakeFirst();
	return {
		contractId: contract?.id ?? null,
		contractTitle: contract?.title ?? null,
		hasPolls: Boolean(contract?.hasPolls),
		hasCircuit: Boolean(contract?.hasCircuit)
	};
}

export interface HomeFigures {
	contributions: number;
	participants: number;
	actions: number;
	answers: number;
}

/** The four figures of the home page, of a contract. */
export async function findHomeFigures(
	db: Kysely<Database>,
	contractId: string
): Promise<HomeFigures> {
	const { rows } = await sql<HomeFigures>`
		select
			(select count(*) from proposal where contract_id = ${contractId} and state <> 'WITHDRAWN')::int as contributions,
			(select count(distinct author.person_id) from proposal_author author
				join proposal on proposal.id = author.proposal_id where proposal.contract_id = ${contractId})::int as participants,
			(select count(*) from action_sheet where contract_id = ${contractId} and state in ('ARBITRATED', 'SIGNED'))::int as actions,
			(select count(*) from answer join proposal on proposal.id = answer.proposal_id
				where proposal.contract_id = ${contractId} and answer.state = 'published')::int as answers
	`.execute(db);
	return rows[0] ?? { contributions: 0, participants: 0, actions: 0, answers: 0 };
}

export interface HomeAxis {
	id: string;
	code: string;
	title: string;
	summary: string;
	tone: 'pine' | 'plum' | 'sky' | 'brick' | 'gorse' | 'neutral';
	proposalCount: number;
	actionCount: number;
}

/** The axes of a contract with what each holds that everyone may read. */
export async function listHomeAxes(db: Kysely<Database>, contractId: string): Promise<HomeAxis[]> {
	return db
		.selectFrom('axis')
		.leftJoin(
			(eb) =>
				eb
					.selectFrom('proposal')
					.select(['proposal.axisId', eb.fn.countAll<number>().as('count')])
					.where('proposal.contractId', '=', contractId)
					.where('proposal.state', 'in', [...publicProposalStates()])
					.groupBy('proposal.axisId')
					.as('proposals'),
			(join) => join.onRef('proposals.axisId', '=', 'axis.id')
		)
		.leftJoin(
			(eb) =>
				eb
					.selectFrom('actionSheet')
					.select(['actionSheet.axisId', eb.fn.countAll<number>().as('count')])
					.where('actionSheet.contractId', '=', contractId)
					.where('actionSheet.state', 'not in', ['IDEA', 'DRAFT'])
					.groupBy('actionSheet.axisId')
					.as('sheets'),
			(join) => join.onRef('sheets.axisId', '=', 'axis.id')
		)
		.select((eb) => [
			'axis.id',
			'axis.code',
			'axis.title',
			'axis.summary',
			'axis.tone',
			eb.fn.coalesce('proposals.count', sql<number>`0`).as('proposalCount'),
			eb.fn.coalesce('sheets.count', sql<number>`0`).as('actionCount')
		])
		.where('axis.contractId', '=', contractId)
		.orderBy('axis.position')
		.limit(20)
		.execute();
}

/** The last answered proposals, at most `limit`: one of each outcome first, so that « non » is seen too. */
export async function listHomeFates(
	db: Kysely<Database>,
	contractId: string,
	limit: number
): Promise<HomeFate[]> {
	const { rows } = await sql<HomeFate>`
		select id, title, channel, "supportCount", commune, outcome, "sheetId", "sheetCode" from (
			select proposal.id, proposal.title, proposal.channel, proposal.support_count as "supportCount",
				case when commune.population >= territory.name_threshold then commune.name end as commune,
				answer.outcome,
				sheet.id as "sheetId", sheet.code as "sheetCode",
				row_number() over (partition by answer.outcome order by proposal.support_count desc, proposal.id) as rank
			from answer
			join proposal on proposal.id = answer.proposal_id
			join territory on territory.id = proposal.territory_id
			left join commune on commune.id = proposal.commune_id
			left join lateral (
				select action_sheet.id, action_sheet.code from lineage
				join action_sheet on action_sheet.id = lineage.action_sheet_id
				where lineage.proposal_id = proposal.id and lineage.undone_at is null
					and action_sheet.state not in ('IDEA', 'DRAFT')
				order by lineage.at desc limit 1
			) sheet on true
			where proposal.contract_id = ${contractId} and answer.state = 'published'
				and proposal.published_at is not null
		) ranked order by rank, "supportCount" desc, id limit ${limit}
	`.execute(db);
	return rows;
}
