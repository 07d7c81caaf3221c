import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AuthorBook, paragraphsOf, passagesOf, type Attribution } from './attribution.ts';

const at = new Date('2026-11-22T10:00:00Z');
const typed = (personId: string, clientId: number, from: number, to: number): Attribution => ({
	clientId,
	from,
	to,
	personId,
	via: 'typed',
	at
});

const ranges = fc.array(
	fc
		.record({
			clientId: fc.integer({ min: 1, max: 3 }),
			from: fc.integer({ min: 0, max: 40 }),
			length: fc.integer({ min: 1, max: 15 }),
			person: fc.constantFrom('ana', 'bo', 'cy')
		})
		.map(({ clientId, from, length, person }) => typed(person, clientId, from, from + length)),
	{ maxLength: 20 }
);

/** The plain way: one entry a letter. */
function letterByLetter(attributions: readonly Attribution[], keepsFirst: boolean) {
	const letters = new Map<string, string | null>();
	for (const { clientId, from, to, personId } of attributions) {
		for (let clock = from; clock < to; clock++) {
			const key = `${clientId} ${clock}`;
			if (!keepsFirst || !letters.has(key)) letters.set(key, personId);
		}
	}
	return letters;
}

function lettersIn(book: AuthorBook) {
	return letterByLetter(book.entries(), false);
}

test('each letter keeps the author of its first typing, whatever comes again', () => {
	fc.assert(
		fc.property(ranges, (all) => {
			const book = new AuthorBook();
			for (const one of all) book.type(one);
			expect(lettersIn(book)).toEqual(letterByLetter(all, true));
		})
	);
});

test('a correction holds for its letters and for no other', () => {
	fc.assert(
		fc.property(ranges, ranges, (all, corrections) => {
			const book = new AuthorBook();
			for (const one of all) book.type(one);
			const expected = lettersIn(book);
			for (const one of corrections) book.correct(one);
			for (const [key, person] of letterByLetter(corrections, false)) expected.set(key, person);
			expect(lettersIn(book)).toEqual(expected);
		})
	);
});

test('entries are apart, in order, and read back as themselves', () => {
	fc.assert(
		fc.property(ranges, (all) => {
			const book = new AuthorBook();
			for (const one of all) book.correct(one);
			const entries = book.entries();
			entries.forEach((entry, index) => {
				const before = entries[index - 1];
				if (before?.clientId === entry.clientId) {
					expect(before.to).toBeLessThanOrEqual(entry.from);
				}
				expect(entry.from).toBeLessThan(entry.to);
			});
			expect(lettersIn(new AuthorBook(entries))).toEqual(lettersIn(book));
		})
	);
});

test('a text reads as passages, none of its letters lost, unknown ones among them', () => {
	fc.assert(
		fc.property(ranges, fc.integer({ min: 0, max: 30 }), (all, from) => {
			const book = new AuthorBook();
			for (const one of all) book.type(one);
			const letters = [
				{ clientId: 1, from, text: 'les uns avec les autres' },
				{ clientId: 2, from: 3, text: 'ensemble' }
			];
			const passages = passagesOf(letters, book);
			expect(passages.map(({ text }) => text).join('')).toBe('les uns avec les autresensemble');
			const known = lettersIn(book);
			expect(passages[0]?.personId).toBe(known.get(`1 ${from}`) ?? null);
		})
	);
});

test('passages are cut where paragraphs end, and empty paragraphs are left out', () => {
	const book = new AuthorBook([typed('ana', 1, 0, 8), typed('bo', 2, 0, 8)]);
	const passages = passagesOf(
		[
			{ clientId: 1, from: 0, text: 'un\n\ndeux' },
			{ clientId: 2, from: 0, text: ' et\nfin' }
		],
		book
	);
	expect(
		paragraphsOf(passages).map((line) => line.map(({ text, personId }) => [text, personId]))
	).toEqual([
		[['un', 'ana']],
		[
			['deux', 'ana'],
			[' et', 'bo']
		],
		[['fin', 'bo']]
	]);
});
