/** The words of a text worth looking for, for a full-text query in which any of them counts. Pure. */

const LONGEST = 40;

/**
 * Words of three letters or more, as often asked first, `max` at most: letters and digits alone, so
 * that nothing in them can be an operator of a query.
 */
export function searchWordsOf(text: string, max = 24): string[] {
	const found = new Map<string, number>();
	const plain = text.slice(0, 20_000).toLocaleLowerCase('fr');
	for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
		if (word.length < 3 || word.length > LONGEST) continue;
		found.set(word, (found.get(word) ?? 0) + 1);
	}
	return [...found]
		.sort(([, one], [, other]) => other - one)
		.slice(0, max)
		.map(([word]) => word);
}
