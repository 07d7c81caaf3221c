/** Where words go and what became of a contribution: the edges from a proposal to the plan. */

export const RELATIONS = [
	'verbatim',
	'edited',
	'summarised',
	'merged',
	'postponed',
	'declined',
	'redirected'
] as const;

export type Relation = (typeof RELATIONS)[number];

/** Relations of a passage that was taken into an action sheet. */
export type PassageRelation = 'verbatim' | 'edited' | 'summarised';

/** How words are brought in: as they are, reworded, or summed up. */
export type Manner = 'as-is' | 'edited' | 'summarised';

/** What the plan shows of a passage today, beside the words it came from. */
export type Fidelity = 'verbatim' | 'edited' | 'reworded' | 'removed';

/** Share of the original words that must be left for a passage to be called edited rather than reworded. */
const EDITED_FROM = 0.5;

/** Whether an edge carries words into an action sheet. */
export function isPassage(relation: Relation): relation is PassageRelation {
	return relation === 'verbatim' || relation === 'edited' || relation === 'summarised';
}

/**
 * How near what is written now is to the words it came from. Case, blanks and the form of quotes and
 * apostrophes do not count; every other letter does.
 */
export function fidelityOf(original: string, current: string): Fidelity {
	const from = plainForm(original);
	const to = plainForm(current);
	if (to === '') return 'removed';
	if (from !== '' && (to === from || ` ${to} `.includes(` ${from} `))) return 'verbatim';
	return shareKept(from, to) >= EDITED_FROM ? 'edited' : 'reworded';
}

/** The relation that a passage gets when it is taken: never verbatim when the words differ. */
export function relationOf(manner: Manner, original: string, content: string): PassageRelation {
	if (manner === 'summarised') return 'summarised';
	return fidelityOf(original, content) === 'verbatim' ? 'verbatim' : 'edited';
}

/** Share of 0–1 of the words of `from`, each as often as it occurs, that are found in `to`. */
export function shareKept(from: string, to: string): number {
	const before = wordsOf(from);
	if (before.length === 0) return 0;
	const left = new Map<string, number>();
	for (const word of wordsOf(to)) left.set(word, (left.get(word) ?? 0) + 1);
	let kept = 0;
	for (const word of before) {
		const count = left.get(word) ?? 0;
		if (count === 0) continue;
		kept += 1;
		left.set(word, count - 1);
	}
	return kept / before.length;
}

function plainForm(text: string): string {
	return text
		.normalize('NFC')
		.toLocaleLowerCase('fr')
		.replace(/[’ʼ‘`´]/g, "'")
		.replace(/[«»“”„"]/g, '"')
		.replace(/^[-•*>\d.)\s]+/gm, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

function wordsOf(text: string): string[] {
	return plainForm(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
