/** The fair order: each visitor begins elsewhere in one random order, and goes round once. */
import { sql, type Kysely } from 'kysely';
import type { ProposalState } from '#lib/access/subjects.ts';
import { prepareShapes } from '#lib/database/prepared.ts';
import type { Database } from '#lib/database/schema.ts';
import type { ProposalFilter } from '../proposal-list.ts';
import { listedCards, type ListedCard } from './proposal-cards.ts';
import { matchingOf, type Narrowing } from './proposal-conditions.ts';

interface FairFilter {
	axisId: string | null;
	themeId: string | null;
	communeId: string | null;
	bodyId: string | null;
	state: ProposalState | null;
	search: string | null;
}

const FILTERS = ['axisId', 'themeId', 'communeId', 'bodyId', 'state', 'search'] as const;

interface FairShape {
	tab: ProposalFilter['tab'];
	/** Those that are set. */
	filters: (keyof FairFilter)[];
	/** Whether a cursor is given, and on which side of the visitor's starting point. */
	from: 'start' | 'after' | 'after, before start';
	/** Rows at most: the database plans for few only when it knows of it. */
	limit: number;
}

interface FairValues extends FairFilter {
	territoryId: string | null;
	contractId: string;
	start: number;
	afterValue: number;
	afterId: string;
}

/**
 * The first cards, `limit` at most, from the visitor's starting point (0–1) or the filter's cursor up to
 * the end, then from the beginning up to that point.
 */
export function listFairly(
	db: Kysely<Database>,
	filter: ProposalFilter & { territoryId: string | null; contractId: string },
	start: number,
	limit: number
): Promise<ListedCard[]> {
	const { after, tab } = filter;
	const side = after && after.value < start ? 'after, before start' : 'after';
	const fair = fairly({
		tab,
		filters: FILTERS.filter((name) => Boolean(filter[name])),
		from: after ? side : 'start',
		limit
	});
	return fair.list(db, {
		...filter,
		start,
		afterValue: after?.value ?? 0,
		afterId: after?.id ?? ''
	});
}

const fairly = prepareShapes<FairShape, FairValues>()(
	({ tab, filters, from, limit }) =>
		(db, slot) => {
			const asked = <Name extends keyof FairFilter>(name: Name) =>
				filters.includes(name) ? slot(name) : null;
			const narrowing: Narrowing = {
				territoryId: slot('territoryId'),
				contractId: slot('contractId'),
				axisId: asked('axisId'),
				themeId: asked('themeId'),
				communeId: asked('communeId'),
				bodyId: asked('bodyId'),
				state: asked('state'),
				search: asked('search')
			};
			const legOf = (leg: 1 | 2) =>
				matchingOf(db, narrowing, tab)
					.select(['proposal.fairOrder as value', sql<number>`${sql.lit(leg)}`.as('leg')])
					.orderBy('proposal.fairOrder')
					.orderBy('proposal.id')
					.limit(limit);
			const before = legOf(2).where('proposal.fairOrder', '<', slot('start'));
			const beyond = (query: typeof before) =>
				query
					.where('proposal.fairOrder', '>=', slot('afterValue'))
					.where(
						sql<boolean>`(proposal.fair_order, proposal.id) > (${slot('afterValue')}::float8, ${slot('afterId')}::uuid)`
					);
			if (from === 'after, before start')
				return listedCards(db, beyond(before).as('listed'), 'asc');
			const begun = legOf(1).where('proposal.fairOrder', '>=', slot('start'));
			const round = db
				.selectFrom((from === 'after' ? beyond(begun) : begun).as('first'))
				.selectAll()
				.unionAll(db.selectFrom(before.as('second')).selectAll())
				.orderBy('leg')
				.orderBy('value')
				.orderBy('id')
				.limit(limit);
			return listedCards(db, round.as('listed'), 'asc');
		}
);
