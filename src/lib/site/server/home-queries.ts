/** What the home page says of a contract: figures, axes, and what became of proposals. */
import { sql, type Kysely } from 'kysely';
import { publicProposalStates } from '#lib/access/permissions.ts';
import { listPhases } from '#lib/contract/server/contract-queries.ts';
import type { Database } from '#lib/database/schema.ts';
import { Kept, type KeptContext } from '#lib/event/server/kept.ts';
import type { HomeFate } from '../home-fate.ts';

/** Answered proposals on the home page. */
const FATES = 6;

export interface Home {
	phases: Awaited<ReturnType<typeof listPhases>>;
	figures: HomeFigures;
	axes: HomeAxis[];
	fates: HomeFate[];
}

const kept = new Kept<Home>();

/** What the home page says of a contract, as it was at its territory's last event. */
export function keptHome(context: KeptContext, contractId: string): Promise<Home> {
	return kept.get(context, contractId, async () => {
		const { db } = context;
		const [phases, figures, axes, fates] = await Promise.all([
			listPhases(db, contractId),
			findHomeFigures(db, contractId),
			listHomeAxes(db, contractId),
			listHomeFates(db, contractId, FATES)
		]);
		return { phases, figures, axes, fates };
	});
}

interface HomeFigures {
	contributions: number;
	participants: number;
	actions: number;
	answers: number;
}

/** The four figures of the home page, of a contract. */
async function findHomeFigures(db: Kysely<Database>, contractId: string): Promise<HomeFigures> {
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

interface HomeAxis {
	id: string;
	code: string;
	title: string;
	summary: string;
	tone: 'pine' | 'plum' | 'sky' | 'brick' | 'gorse' | 'neutral';
	proposalCount: number;
	actionCount: number;
}

/** The axes of a contract with what each holds that everyone may read. */
async function listHomeAxes(db: Kysely<Database>, contractId: string): Promise<HomeAxis[]> {
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
async function listHomeFates(
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
