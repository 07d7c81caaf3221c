import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frenchSigns } from './french-signs.ts';

/** Writes words into a line, and gives the line as the rules leave it. */
function write(before: string, words: string, after = ''): { line: string; caret: number } {
	const line = before + words + after;
	const letters = [...line];
	let caret = before.length + words.length;
	for (const { at, text } of frenchSigns(line, [{ from: before.length, to: caret }])) {
		letters[at] = text;
	}
	caret = letters.slice(0, caret).join('').length;
	return { line: letters.join(''), caret };
}

/** Shows hard blanks. */
function seen(line: string): string {
	return line.replaceAll('\u202F', '[fine]').replaceAll('\u00A0', '[dure]');
}

function dictated(words: string, before = '', after = ''): string {
	return seen(write(before, words, after).line);
}

test('a sentence that comes at once has the signs of French', () => {
	expect(dictated('Vraiment ? Oui : "l\'eau" est là ; enfin !')).toBe(
		'Vraiment[fine]? Oui[dure]: «[dure]l’eau[dure]» est là[fine]; enfin[fine]!'
	);
	expect(dictated('« oui » à 12,5 % et 1 000 €')).toBe(
		'«[dure]oui[dure]» à 12,5[dure]% et 1[fine]000[dure]€'
	);
});

test('a sign takes the blank that stood before what was typed, and nothing further', () => {
	expect(dictated('?', 'Vraiment ')).toBe('Vraiment[fine]?');
	expect(dictated(' mot', '«')).toBe('«[dure]mot');
	expect(dictated('oui', 'Déjà ? ', ' ; non !')).toBe('Déjà ? oui ; non !');
});

test('hours, addresses and measures keep their signs', () => {
	for (const words of [
		'à 12:30 ou 9:05',
		"https://exemple.fr/l'eau?a=b;c=d!",
		"www.exemple.fr/d'ici",
		"voir exemple.fr/l'eau",
		'd\'un écran de 5"'.replace("d'", 'd’'),
		'Quoi? Non!'
	]) {
		expect(dictated(words)).toBe(words);
	}
});

const letters = fc.string({
	unit: fc.constantFrom(...'ab1 0,.;:!?%€«»"\'(/@', ' ', ' ', '\u00A0', '\u202F', 'www.', '://'),
	maxLength: 30
});

test('words read the same whether they come letter by letter, in pieces or at once', () => {
	fc.assert(
		fc.property(letters, fc.array(letters, { maxLength: 5 }), letters, (before, pieces, after) => {
			let { line, caret } = { line: before + after, caret: before.length };
			for (const letter of pieces.join('')) {
				({ line, caret } = write(line.slice(0, caret), letter, line.slice(caret)));
			}
			let inPieces = { line: before + after, caret: before.length };
			for (const piece of pieces) {
				const { line: now, caret: at } = inPieces;
				inPieces = write(now.slice(0, at), piece, now.slice(at));
			}
			expect(inPieces).toEqual({ line, caret });
			expect(write(before, pieces.join(''), after)).toEqual({ line, caret });
		})
	);
});

test('what was written stays as it is when it is looked at again', () => {
	fc.assert(
		fc.property(letters, (words) => {
			const { line } = write('', words);
			expect(frenchSigns(line, [{ from: 0, to: line.length }])).toEqual([]);
		})
	);
});

test('nothing is touched but blanks, straight quotes and apostrophes that were typed, and blanks just before', () => {
	fc.assert(
		fc.property(letters, letters, letters, (before, words, after) => {
			const line = before + words + after;
			const typed = { from: before.length, to: before.length + words.length };
			for (const { at, text } of frenchSigns(line, [typed])) {
				expect(' "\'').toContain(line[at]);
				expect(text).toMatch(/^(?:[\u00A0\u202F’]|«\u00A0|\u00A0»)$/);
				expect(at).toBeLessThan(typed.to);
				if (at < typed.from) expect(line.slice(at, typed.from)).toMatch(/^ [\d,\s]*$/);
			}
		})
	);
});
