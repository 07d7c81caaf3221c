/** Lists of proposals by keyset: no page costs more than the first, however many there are. */
import { sql } from 'kysely';
import type { QueryContext } from '#lib/command.ts';
import { Kept } from '#lib/event/server/kept.ts';
import type { ProposalCursor, ProposalFilter } from '../proposal-list.ts';
import { keptProposalChoices } from './choice-queries.ts';
import { listFairly } from './fair-order-queries.ts';
import { listedCards, toEntry, type ListedCard, type ProposalEntry } from './proposal-cards.ts';
import { matchingOf } from './proposal-conditions.ts';

/** Proposals on one page. */
export const PAGE_SIZE = 20;
/** The last instant of the year 9999: what follows is written in a way that databases refuse. */
const LATEST = 253_402_300_799_999;
/** Beyond it a count says « plus de 1 000 ». */
export const COUNT_LIMIT = 1000;

export interface ProposalPage {
	entries: ProposalEntry[];
	/** Where the next page starts; null on the last one. */
	next: ProposalCursor | null;
	/** How many in all, COUNT_LIMIT + 1 standing for more. */
	count: number;
}

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
	const rows = await listRows(context, contractId, filter, start);
	const choices = await keptProposalChoices(context, contractId);
	const page = rows.slice(0, PAGE_SIZE);
	const last = page.at(-1);
	const count =
		filter.after === null && rows.length <= PAGE_SIZE
			? rows.length
			: await keptCount(context, contractId, filter);
	return {
		entries: page.map(({ sortedBy: _value, ...row }) => toEntry(row, choices, hideNames)),
		next: rows.length > PAGE_SIZE && last ? { value: last.sortedBy, id: last.id } : null,
		count
	};
}

const counts = new Kept<number>();

// Texts change without an event: a search counts each time.
function keptCount(context: QueryContext, contractId: string, filter: ProposalFilter) {
	const count = () => countProposals(context, contractId, filter);
	if (filter.search) return count();
	const { axisId, themeId, communeId, bodyId, state, tab } = filter;
	const territory = context.actor.territoryId;
	const name = [territory, contractId, axisId, themeId, communeId, bodyId, state, tab];
	return counts.get(context, name.join(), count);
}

/** How many proposals a filter lets through; COUNT_LIMIT + 1 stands for more. */
async function countProposals(
	context: QueryContext,
	contractId: string,
	filter: ProposalFilter
): Promise<number> {
	const { territoryId } = context.actor;
	const row = await context.db
		.selectFrom(
			matchingOf(context.db, { ...filter, territoryId, contractId }, filter.tab)
				.limit(COUNT_LIMIT + 1)
				.as('matching')
		)
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

function listRows(
	context: QueryContext,
	contractId: string,
	filter: ProposalFilter,
	start: number
): Promise<ListedCard[]> {
	const { db, actor } = context;
	const narrowing = { ...filter, territoryId: actor.territoryId, contractId };
	if (filter.sort === 'fair') return listFairly(db, narrowing, start, PAGE_SIZE + 1);
	const matching = matchingOf(db, narrowing, filter.tab);
	const keys =
		filter.sort === 'recent' ? recent(matching, filter.after) : supported(matching, filter.after);
	return listedCards(db, keys.limit(PAGE_SIZE + 1).as('listed'), 'desc').execute();
}

type Matching = ReturnType<typeof matchingOf>;

function recent(matching: Matching, after: ProposalCursor | null) {
	const at = after && new Date(Math.min(Math.max(after.value, 0), LATEST));
	return matching
		.select([
			sql<number>`floor(extract(epoch from proposal.published_at) * 1000)::float8`.as('value'),
			sql<number>`1`.as('leg')
		])
		.$if(after !== null, (query) =>
			query
				.where('proposal.publishedAt', '<=', at)
				.where((eb) =>
					eb.or([eb('proposal.publishedAt', '<', at), eb('proposal.id', '>', after?.id ?? '')])
				)
		)
		.orderBy('proposal.publishedAt', 'desc')
		.orderBy('proposal.id');
}

function supported(matching: Matching, after: ProposalCursor | null) {
	const supports = Math.trunc(Math.min(Math.max(after?.value ?? 0, 0), 2 ** 31 - 1));
	return matching
		.select(['proposal.supportCount as value', sql<number>`1`.as('leg')])
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
		.orderBy('proposal.id');
}
