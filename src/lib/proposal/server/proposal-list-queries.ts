/** Lists of proposals by keyset: no page costs more than the first, however many there are. */
import {
	sql,
	type Expression,
	type ExpressionBuilder,
	type SelectQueryBuilder,
	type SqlBool
} from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { publicProposalStates, type ProposalState } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import type { Tone } from '#lib/contract/tone.ts';
import type { Database } from '#lib/database/schema.ts';
import type { ProposalChannel, ProposalKind } from '../proposal.ts';
import type { ProposalCursor, ProposalFilter } from '../proposal-list.ts';

/** Proposals on one page. */
export const PAGE_SIZE = 20;
/** The last instant of the year 9999: what follows is written in a way that databases refuse. */
const LATEST = 253_402_300_799_999;
/** Beyond it a count says « plus de 1 000 ». */
export const COUNT_LIMIT = 1000;

export interface ProposalEntry {
	id: string;
	number: number;
	title: string;
	summary: string;
	kind: ProposalKind;
	state: ProposalState;
	channel: ProposalChannel;
	supportCount: number;
	commentCount: number;
	publishedAt: Date | null;
	answeredAt: Date | null;
	axis: { code: string; title: string; tone: Tone } | null;
	/** Null when too small to stand beside a name. */
	communeName: string | null;
	/** Public names; empty when the list is that of one commune too small for names. */
	authors: string[];
}

export interface ProposalPage {
	entries: ProposalEntry[];
	/** Where the next page starts; null on the last one. */
	next: ProposalCursor | null;
	/** How many in all, COUNT_LIMIT + 1 standing for more. */
	count: number;
}

type Condition = ExpressionBuilder<Database, 'proposal'>;

/**
 * A page of the published proposals of a contract, in three queries at most whatever the filter. The
 * fair order starts at `start` (0–1, the visitor's own) and goes round once. `hideNames` is for the
 * list of one commune too small to stand beside a name.
 */
export async function listProposals(
	context: QueryContext,
	contractId: string,
	filter: ProposalFilter,
	{ start, hideNames = false }: { start: number; hideNames?: boolean }
): Promise<ProposalPage> {
	const keys = await listKeys(context, contractId, filter, start);
	const page = keys.slice(0, PAGE_SIZE);
	const last = page.at(-1);
	const entries = await listProposalEntries(
		context,
		page.map(({ id }) => id),
		hideNames
	);
	const count =
		filter.after === null && keys.length <= PAGE_SIZE
			? keys.length
			: await countProposals(context, contractId, filter);
	return {
		entries,
		next: keys.length > PAGE_SIZE && last ? { value: last.value, id: last.id } : null,
		count
	};
}

/** How many proposals a filter lets through; COUNT_LIMIT + 1 stands for more. */
export async function countProposals(
	context: QueryContext,
	contractId: string,
	filter: ProposalFilter
): Promise<number> {
	const row = await context.db
		.selectFrom((eb) =>
			eb
				.selectFrom('proposal')
				.select('proposal.id')
				.where((proposal) => proposal.and(conditionsOf(proposal, context, contractId, filter)))
				.limit(COUNT_LIMIT + 1)
				.as('matching')
		)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

function conditionsOf(
	eb: Condition,
	context: QueryContext,
	contractId: string,
	filter: ProposalFilter
) {
	const { axisId, themeId, communeId, bodyId, state, search, tab } = filter;
	const conditions: Expression<SqlBool>[] = [
		eb('proposal.contractId', '=', contractId),
		eb('proposal.territoryId', '=', context.actor.territoryId),
		eb('proposal.state', 'in', state ? [state] : [...publicProposalStates()]),
		eb('proposal.answeredAt', tab === 'answered' ? 'is not' : 'is', null)
	];
	if (axisId) conditions.push(eb('proposal.axisId', '=', axisId));
	if (communeId) conditions.push(eb('proposal.communeId', '=', communeId));
	if (bodyId) conditions.push(eb('proposal.bodyId', '=', bodyId));
	if (themeId) {
		conditions.push(
			eb.exists(
				eb
					.selectFrom('proposalTheme')
					.select('proposalTheme.themeId')
					.whereRef('proposalTheme.proposalId', '=', 'proposal.id')
					.where('proposalTheme.themeId', '=', themeId)
			)
		);
	}
	if (search) conditions.push(matches(search));
	return conditions;
}

/** Words in the title, the summary or the text itself, accents and endings aside. */
function matches(search: string) {
	const query = sql`websearch_to_tsquery('french_plain', ${search})`;
	return sql<boolean>`(proposal.search @@ ${query} or proposal.document_id in
		(select document_render.document_id from document_render where document_render.search @@ ${query}))`;
}

interface Key {
	id: string;
	value: number;
}

function listKeys(
	context: QueryContext,
	contractId: string,
	filter: ProposalFilter,
	start: number
): Promise<Key[]> {
	const matching = context.db
		.selectFrom('proposal')
		.select('proposal.id')
		.where((eb) => eb.and(conditionsOf(eb, context, contractId, filter)));
	if (filter.sort === 'recent') return listRecent(matching, filter.after);
	if (filter.sort === 'supported') return listSupported(matching, filter.after);
	return listFairly(context, matching, filter.after, start);
}

type Matching = SelectQueryBuilder<Database, 'proposal', { id: string }>;

async function listRecent(matching: Matching, after: ProposalCursor | null): Promise<Key[]> {
	const at = after && new Date(Math.min(Math.max(after.value, 0), LATEST));
	const rows = await matching
		.select('proposal.publishedAt as value')
		.$if(after !== null, (query) =>
			query
				.where('proposal.publishedAt', '<=', at)
				.where((eb) =>
					eb.or([eb('proposal.publishedAt', '<', at), eb('proposal.id', '>', after?.id ?? '')])
				)
		)
		.orderBy('proposal.publishedAt', 'desc')
		.orderBy('proposal.id')
		.limit(PAGE_SIZE + 1)
		.execute();
	return rows.map(({ id, value }) => ({ id, value: value?.getTime() ?? 0 }));
}

function listSupported(matching: Matching, after: ProposalCursor | null): Promise<Key[]> {
	const supports = Math.trunc(Math.min(Math.max(after?.value ?? 0, 0), 2 ** 31 - 1));
	return matching
		.select('proposal.supportCount as value')
		.$if(after !== null, (query) =>
			query
				.where('proposal.supportCount', '<=', supports)
				.where((eb) =>
					eb.or([
						eb('proposal.supportCount', '<', supports),
						eb('proposal.id', '>', after?.id ?? '')
					])
				)
		)
		.orderBy('proposal.supportCount', 'desc')
		.orderBy('proposal.id')
		.limit(PAGE_SIZE + 1)
		.execute();
}

/** From the visitor's starting point up to the end, then from the beginning up to that point. */
async function listFairly(
	context: QueryContext,
	matching: Matching,
	after: ProposalCursor | null,
	start: number
): Promise<Key[]> {
	const ordered = matching
		.select('proposal.fairOrder as value')
		.$if(after !== null, (query) =>
			query
				.where('proposal.fairOrder', '>=', after?.value ?? 0)
				.where(
					sql<boolean>`(proposal.fair_order, proposal.id) > (${after?.value}::float8, ${after?.id}::uuid)`
				)
		)
		.orderBy('proposal.fairOrder')
		.orderBy('proposal.id')
		.limit(PAGE_SIZE + 1);
	if (after !== null && after.value < start) {
		return ordered.where('proposal.fairOrder', '<', start).execute();
	}
	const begun = ordered.where('proposal.fairOrder', '>=', start);
	const around = matching
		.select('proposal.fairOrder as value')
		.where('proposal.fairOrder', '<', start)
		.orderBy('proposal.fairOrder')
		.orderBy('proposal.id')
		.limit(PAGE_SIZE + 1);
	return context.db
		.selectFrom(begun.as('first'))
		.select(['first.id', 'first.value', sql<number>`1`.as('leg')])
		.unionAll(
			context.db
				.selectFrom(around.as('second'))
				.select(['second.id', 'second.value', sql<number>`2`.as('leg')])
		)
		.orderBy('leg')
		.orderBy('value')
		.orderBy('id')
		.limit(PAGE_SIZE + 1)
		.execute();
}

/** The cards of these proposals, in the order of the ids: one query. Ids come from a scoped list. */
export async function listProposalEntries(
	context: QueryContext,
	ids: readonly string[],
	hideNames = false
): Promise<ProposalEntry[]> {
	if (ids.length === 0) return [];
	const rows = await context.db
		.selectFrom('proposal')
		.innerJoin('territory', 'territory.id', 'proposal.territoryId')
		.leftJoin('commune', 'commune.id', 'proposal.communeId')
		.select([
			'proposal.id',
			'proposal.number',
			'proposal.title',
			'proposal.summary',
			'proposal.kind',
			'proposal.state',
			'proposal.channel',
			'proposal.supportCount',
			'proposal.commentCount',
			'proposal.publishedAt',
			'proposal.answeredAt',
			sql<string | null>`case when commune.population >= territory.name_threshold
				then commune.name end`.as('communeName')
		])
		.select((eb) => [
			jsonObjectFrom(
				eb
					.selectFrom('axis')
					.select(['axis.code', 'axis.title', 'axis.tone'])
					.whereRef('axis.id', '=', 'proposal.axisId')
			).as('axis'),
			jsonArrayFrom(
				eb
					.selectFrom('proposalAuthor')
					.innerJoin('person', 'person.id', 'proposalAuthor.personId')
					.select('person.publicName')
					.whereRef('proposalAuthor.proposalId', '=', 'proposal.id')
					.orderBy('proposalAuthor.position')
					.limit(5)
			).as('authors')
		])
		.where('proposal.id', 'in', [...ids])
		.where('proposal.territoryId', '=', context.actor.territoryId)
		.limit(200)
		.execute();
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = byId.get(id);
		if (!row) return [];
		const authors = hideNames ? [] : row.authors.map(({ publicName }) => publicName);
		return [{ ...row, authors }];
	});
}
