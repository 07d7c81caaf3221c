import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AuthorBook, passagesOf, type Stretch } from './attribution.ts';
import { carryAuthors, commonPassages, MOMENT, type Handful } from './carry-over.ts';

const start = new Date('2026-11-22T10:00:00Z').getTime();
const after = (milliseconds: number) => new Date(start + milliseconds);
const PASSAGE = 'une navette deux fois par semaine';

const stretch = (clientId: number, text: string, from = 0): Stretch => ({ clientId, from, text });
const handful = (personId: string, at: number, ...letters: Stretch[]): Handful => ({
	personId,
	at: after(at),
	letters
});

/** Ana typed under 1, Bo under 2, Cy moves things under 3. */
function aBook(...typed: [string, Stretch][]): AuthorBook {
	const book = new AuthorBook();
	for (const [personId, { clientId, from, text }] of typed) {
		book.type({ clientId, from, to: from + text.length, personId, via: 'typed', at: after(0) });
	}
	return book;
}

const read = (book: AuthorBook, letters: Stretch) =>
	passagesOf([letters], book).map(({ text, personId, via }) => [text, personId, via]);

test('a passage that is cut and pasted keeps its author, and its time', () => {
	const [old, put] = [stretch(1, PASSAGE), stretch(3, `${PASSAGE}\n`)];
	const book = aBook(['ana', old], ['cy', put]);
	carryAuthors(book, [handful('cy', 2000, put)], [handful('cy', 1000, old)]);
	expect(read(book, put)).toEqual([
		[PASSAGE, 'ana', 'carried'],
		['\n', 'cy', 'typed']
	]);
});

test('pasting first and taking away after is a move too', () => {
	const [old, put] = [stretch(1, PASSAGE), stretch(3, PASSAGE)];
	const book = aBook(['ana', old], ['cy', put]);
	carryAuthors(book, [handful('cy', 1000, put)], [handful('cy', 9000, old)]);
	expect(read(book, put)).toEqual([[PASSAGE, 'ana', 'carried']]);
});

test('what several people wrote together stays theirs, letter by letter', () => {
	const parts = [stretch(1, 'une navette '), stretch(2, 'chaque mardi au marché')];
	const put = stretch(3, 'Puis une navette chaque mardi au marché.');
	const book = aBook(['ana', parts[0] ?? put], ['bo', parts[1] ?? put], ['cy', put]);
	carryAuthors(book, [handful('cy', 2000, put)], [handful('cy', 1000, ...parts)]);
	expect(read(book, put)).toEqual([
		['Puis ', 'cy', 'typed'],
		['une navette ', 'ana', 'carried'],
		['chaque mardi au marché', 'bo', 'carried'],
		['.', 'cy', 'typed']
	]);
});

test('another person, or much later, is no move', () => {
	const [old, put] = [stretch(1, PASSAGE), stretch(3, PASSAGE)];
	for (const taken of [handful('bo', 1000, old), handful('cy', 2001 + MOMENT, old)]) {
		const book = aBook(['ana', old], ['cy', put]);
		carryAuthors(book, [handful('cy', 2000, put)], [taken]);
		expect(read(book, put)).toEqual([[PASSAGE, 'cy', 'typed']]);
	}
});

test('one’s own words moved stay one’s own', () => {
	const [old, put] = [stretch(4, PASSAGE), stretch(3, PASSAGE)];
	const book = aBook(['cy', old], ['cy', put]);
	carryAuthors(book, [handful('cy', 2000, put)], [handful('cy', 1000, old)]);
	expect(read(book, put)).toEqual([[PASSAGE, 'cy', 'typed']]);
});

test('the same words of two people leave the author uncertain', () => {
	const [ana, bo, put] = [stretch(1, PASSAGE), stretch(2, PASSAGE), stretch(3, PASSAGE)];
	const book = aBook(['ana', ana], ['bo', bo], ['cy', put]);
	carryAuthors(
		book,
		[handful('cy', 2000, put)],
		[handful('cy', 1000, ana), handful('cy', 1500, bo)]
	);
	expect(read(book, put)).toEqual([[PASSAGE, 'cy', 'uncertain']]);
});

test('a short passage of somebody else put back is uncertain, one’s own is not', () => {
	const [old, own, put, back] = [
		stretch(1, 'le mardi soir'),
		stretch(4, 'chez le médecin'),
		stretch(3, 'le mardi soir'),
		stretch(3, 'chez le médecin', 50)
	];
	const book = aBook(['ana', old], ['cy', own], ['cy', put], ['cy', back]);
	carryAuthors(
		book,
		[handful('cy', 2000, put), handful('cy', 2100, back)],
		[handful('cy', 1000, old), handful('cy', 1100, own)]
	);
	expect(read(book, put)).toEqual([['le mardi soir', 'cy', 'uncertain']]);
	expect(read(book, back)).toEqual([['chez le médecin', 'cy', 'typed']]);
});

test('what is moved twice keeps its first author', () => {
	const [old, once, twice] = [stretch(1, PASSAGE), stretch(3, PASSAGE), stretch(5, PASSAGE)];
	const book = aBook(['ana', old], ['cy', once], ['bo', twice]);
	carryAuthors(
		book,
		[handful('bo', 4000, twice), handful('cy', 2000, once)],
		[handful('cy', 1000, old), handful('bo', 3000, once)]
	);
	expect(read(book, twice)).toEqual([[PASSAGE, 'ana', 'carried']]);
});

test('taking away what one has just pasted is no move of it', () => {
	const put = stretch(3, PASSAGE);
	const book = aBook(['cy', put]);
	carryAuthors(book, [handful('cy', 1000, put)], [handful('cy', 2000, put)]);
	expect(read(book, put)).toEqual([[PASSAGE, 'cy', 'typed']]);
});

test('common passages are the same letters on both sides, twenty at least, and never twice', () => {
	const words = fc
		.array(fc.constantFrom('navette ', 'mardi ', 'soin ', 'a', '\n', 'marché '), { maxLength: 30 })
		.map((all) => all.join(''));
	fc.assert(
		fc.property(words, words, (put, taken) => {
			let end = 0;
			expect(commonPassages(put, put).length > 0).toBe(put.length >= 20);
			for (const { at, from, length } of commonPassages(put, taken)) {
				expect(at).toBeGreaterThanOrEqual(end);
				expect(length).toBeGreaterThanOrEqual(20);
				expect(put.slice(at, at + length)).toBe(taken.slice(from, from + length));
				end = at + length;
			}
		})
	);
});

test('a moved passage is always found, wherever it lands', () => {
	const letters = fc.string({ unit: 'grapheme', minLength: 20, maxLength: 60 });
	fc.assert(
		fc.property(letters, fc.string(), fc.string(), (moved, before, behind) => {
			const found = commonPassages(before + moved + behind, moved);
			const covered = found.reduce((length, match) => length + match.length, 0);
			expect(covered).toBeGreaterThanOrEqual(20);
		})
	);
});

test('the authors of a whole passage follow it, however it is cut among them', () => {
	const pieces = fc.array(
		fc.record({
			text: fc.string({ minLength: 1, maxLength: 12 }),
			who: fc.constantFrom('ana', 'bo')
		}),
		{ minLength: 1, maxLength: 8 }
	);
	fc.assert(
		fc.property(pieces, (parts) => {
			const unique = parts.map(({ text, who }, index) => ({
				text: `${index}·${text}·${index}`,
				who
			}));
			const old = unique.map(({ text }, index) => stretch(10 + index, text));
			const text = old.map((one) => one.text).join('');
			const put = stretch(3, text);
			const book = aBook(
				...unique.map(({ who }, index): [string, Stretch] => [who, old[index] ?? put]),
				['cy', put]
			);
			carryAuthors(book, [handful('cy', 2, put)], [handful('cy', 1, ...old)]);
			const authors = passagesOf([put], book).flatMap((passage) =>
				Array.from(passage.text, () => (text.length < 20 ? null : passage.personId))
			);
			const expected = unique.flatMap(({ text: words, who }) =>
				Array.from(words, () => (text.length < 20 ? null : who))
			);
			expect(authors).toEqual(expected);
		})
	);
});
