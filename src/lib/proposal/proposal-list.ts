/** What one may ask of the list of proposals, read from an address and written back into one. Pure. */
import * as v from 'valibot';
import { PUBLIC_STATE_FILTERS } from './proposal.ts';

export const PROPOSAL_TABS = ['open', 'answered'] as const;
export const PROPOSAL_SORTS = ['fair', 'recent', 'supported'] as const;

export type ProposalTab = (typeof PROPOSAL_TABS)[number];
export type ProposalSort = (typeof PROPOSAL_SORTS)[number];

export interface ProposalFilter {
	tab: ProposalTab;
	sort: ProposalSort;
	/** Words to look for; empty for all. */
	search: string;
	axisId: string | null;
	themeId: string | null;
	communeId: string | null;
	bodyId: string | null;
	state: (typeof PUBLIC_STATE_FILTERS)[number] | null;
	/** Where the page before ended; null for the first page. */
	after: ProposalCursor | null;
}

export interface ProposalCursor {
	/** The value sorted by: fair order, milliseconds of the publication, or supports. */
	value: number;
	id: string;
}

const id = v.fallback(v.nullable(v.pipe(v.string(), v.uuid())), null);

const schema = v.object({
	vue: v.fallback(v.picklist(['debat', 'reponses']), 'debat'),
	tri: v.fallback(v.picklist(['equitable', 'recentes', 'soutenues']), 'equitable'),
	q: v.fallback(
		v.pipe(
			v.string(),
			v.transform((value) =>
				value
					.replace(/[\s\p{Cc}]+/gu, ' ')
					.trim()
					.slice(0, 200)
			)
		),
		''
	),
	axe: id,
	theme: id,
	commune: id,
	groupe: id,
	etat: v.fallback(v.nullable(v.picklist(PUBLIC_STATE_FILTERS)), null),
	apres: v.fallback(v.nullable(v.string()), null)
});

const TAB_NAMES = { debat: 'open', reponses: 'answered' } as const;
const SORT_NAMES = { equitable: 'fair', recentes: 'recent', soutenues: 'supported' } as const;

/** Reads a filter from an address; what does not fit counts as not asked. */
export function readProposalFilter(params: URLSearchParams): ProposalFilter {
	const read = v.parse(schema, {
		...Object.fromEntries(Object.keys(schema.entries).map((name) => [name, params.get(name)]))
	});
	return {
		tab: TAB_NAMES[read.vue],
		sort: SORT_NAMES[read.tri],
		search: read.q,
		axisId: read.axe,
		themeId: read.theme,
		communeId: read.commune,
		bodyId: read.groupe,
		state: read.etat,
		after: readCursor(read.apres)
	};
}

/** The address of a filter: only what differs from the list as it opens. */
export function writeProposalFilter(filter: ProposalFilter): string {
	const params = new URLSearchParams();
	if (filter.tab === 'answered') params.set('vue', 'reponses');
	if (filter.search) params.set('q', filter.search);
	if (filter.axisId) params.set('axe', filter.axisId);
	if (filter.themeId) params.set('theme', filter.themeId);
	if (filter.communeId) params.set('commune', filter.communeId);
	if (filter.bodyId) params.set('groupe', filter.bodyId);
	if (filter.state) params.set('etat', filter.state);
	if (filter.sort === 'recent') params.set('tri', 'recentes');
	if (filter.sort === 'supported') params.set('tri', 'soutenues');
	if (filter.after) params.set('apres', `${filter.after.value}_${filter.after.id}`);
	const text = params.toString();
	return text === '' ? '' : `?${text}`;
}

/** Whether anything narrows the list. */
export function isNarrowed(filter: ProposalFilter): boolean {
	return [
		filter.search,
		filter.axisId,
		filter.themeId,
		filter.communeId,
		filter.bodyId,
		filter.state
	].some(Boolean);
}

function readCursor(text: string | null): ProposalCursor | null {
	const match = /^(-?\d+(?:\.\d+)?(?:e-?\d+)?)_([0-9a-f-]{36})$/.exec(text ?? '');
	const [, number = '', cursorId = ''] = match ?? [];
	const value = Number(number);
	if (!match || !Number.isFinite(value) || !v.is(v.pipe(v.string(), v.uuid()), cursorId)) {
		return null;
	}
	return { value, id: cursorId };
}
