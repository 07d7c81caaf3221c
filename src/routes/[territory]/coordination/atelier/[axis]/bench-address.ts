/** The address of the workbench: what is filtered, chosen and open, so that every act comes back to it. */
import type { RequestEvent } from '@sveltejs/kit';

export const FILTERS = ['unanswered', 'answered', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

export interface BenchPlace {
	filter: Filter;
	commune: string | null;
	contribution: string | null;
	sheet: string | null;
}

/** Reads a place from an address; what it does not know is left at its start. */
export function readPlace(params: URLSearchParams): BenchPlace {
	return {
		filter: FILTERS.find((one) => one === params.get('filtre')) ?? 'unanswered',
		commune: params.get('commune') || null,
		contribution: params.get('contribution') || null,
		sheet: params.get('fiche') || null
	};
}

/** A place as a query, without its question mark. */
export function queryOf(place: BenchPlace): string {
	const params = new URLSearchParams();
	if (place.filter !== 'unanswered') params.set('filtre', place.filter);
	if (place.commune) params.set('commune', place.commune);
	if (place.contribution) params.set('contribution', place.contribution);
	if (place.sheet) params.set('fiche', place.sheet);
	return params.toString();
}

/** Back to the same place after an act, saying which one was done. */
export function backHere(done: string, anchor = '') {
	return (_result: unknown, { url }: RequestEvent): string => {
		const query = queryOf(readPlace(url.searchParams));
		return `${url.pathname}?${query}${query ? '&' : ''}fait=${done}${anchor}`;
	};
}
