/** The lexicon: acronyms that other pages lead to. */

export interface LexiconEntry {
	id: string;
	acronym: string;
	expansion: string;
	explanation: string;
}

/** The anchor of an acronym on the lexicon page: « FRR+ » is at `#frr-plus`, « IA&T » at `#ia-t`. */
export function lexiconAnchor(acronym: string): string {
	return acronym
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('+', '-plus')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
