import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { broughtTexts } from './brought.ts';
import { fidelityOf, isPassage, relationOf, shareKept } from './lineage.ts';
import { originsOf } from './origins.ts';
import { isExtract, paragraphsOf, quoteOf } from './passage.ts';

const BUS = 'Un minibus à la demande relie chaque jeudi six villages à la maison de santé.';

describe('how near the plan is to the words it came from', () => {
	test.each([
		[BUS, BUS, 'verbatim'],
		["L'accueil est fermé", 'L’accueil  est\u00a0fermé', 'verbatim'],
		[BUS, `Dès 2027. ${BUS}`, 'verbatim'],
		[BUS, 'Un minibus relie chaque mardi huit villages à la maison de santé.', 'edited'],
		[BUS, 'La mobilité sera améliorée.', 'reworded'],
		[BUS, '  ', 'removed'],
		['car', 'carnet', 'reworded']
	])('%s → %s is %s', (original, current, expected) => {
		expect(fidelityOf(original, current)).toBe(expected);
	});

	test('the same words are always verbatim, and no words are always removed', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-zéà]{1,9}( [a-zéà]{1,9}){0,8}$/), (words) => {
				expect(fidelityOf(words, words)).toBe('verbatim');
				expect(fidelityOf(words, '')).toBe('removed');
			})
		);
	});

	test('the share of kept words stays between none and all', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (from, to) => {
				const share = shareKept(from, to);
				expect(share).toBeGreaterThanOrEqual(0);
				expect(share).toBeLessThanOrEqual(1);
			})
		);
	});

	test('words announced as they are become edited when they differ', () => {
		expect(relationOf('as-is', BUS, BUS)).toBe('verbatim');
		expect(relationOf('as-is', BUS, 'Un bus le jeudi.')).toBe('edited');
		expect(relationOf('summarised', BUS, BUS)).toBe('summarised');
	});

	test('only words in a sheet are passages', () => {
		expect(isPassage('edited')).toBe(true);
		expect(isPassage('declined')).toBe(false);
	});
});

describe('choosing a passage', () => {
	const text = 'Je ne conduis plus. Il y a un minibus le jeudi !\nOn est huit. M. Roux aussi.';

	test('a text is cut into paragraphs and sentences', () => {
		expect(paragraphsOf(text).map((paragraph) => paragraph.sentences)).toEqual([
			['Je ne conduis plus.', 'Il y a un minibus le jeudi !'],
			['On est huit.', 'M.', 'Roux aussi.']
		]);
	});

	test('cutting loses nothing but blanks', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (any) => {
				const joined = paragraphsOf(any)
					.flatMap((paragraph) => paragraph.sentences)
					.join('');
				expect(joined.replace(/\s/gu, '')).toBe(any.replace(/\s/gu, ''));
			})
		);
	});

	test('ticked sentences make one passage in the order of the text, with gaps shown', () => {
		expect(quoteOf(text, ['On est huit.', 'Je ne conduis plus.'])).toBe(
			'Je ne conduis plus. […] On est huit.'
		);
		expect(quoteOf(text, ['Je ne conduis plus.', 'Il y a un minibus le jeudi !'])).toBe(
			'Je ne conduis plus. Il y a un minibus le jeudi !'
		);
	});

	test('a sentence that is not there gives no passage', () => {
		expect(quoteOf(text, ['On est cent.'])).toBeNull();
		expect(quoteOf(text, [])).toBeNull();
	});

	test('an extract is checked whatever its blanks', () => {
		expect(isExtract(text, 'le  jeudi ! On est\nhuit.')).toBe(true);
		expect(isExtract(text, 'le vendredi')).toBe(false);
		expect(isExtract(text, '  ')).toBe(false);
	});
});

test('the words that a reference brought are read from the rendering', () => {
	const html =
		'<p><span class="brought" data-source="a-1">L&#39;eau &amp; <strong>le</strong> bus</span> et ' +
		'<span class="brought" data-source="b-2">x</span></p>' +
		'<p><span class="brought" data-source="a-1">suite</span></p>';
	expect([...broughtTexts(html)]).toEqual([
		['a-1', "L'eau & le bus suite"],
		['b-2', 'x']
	]);
});

describe('what a sheet says of its passages', () => {
	const edge = { id: 'a-1', relation: 'edited', quote: 'Un bus le jeudi.' } as const;
	const html = '<p><span class="brought" data-source="a-1">Un bus le jeudi.</span></p>';

	test.each([
		['applied', html, 'verbatim'],
		['applied', '<p>Rien</p>', 'removed'],
		['pending', '<p>Rien</p>', null],
		[null, '<p>Rien</p>', null]
	] as const)('a passage that is %s', (intentState, text, fidelity) => {
		expect(originsOf([{ ...edge, intentState }], text)).toMatchObject([{ fidelity }]);
	});

	test('other edges are not passages', () => {
		expect(originsOf([{ ...edge, relation: 'merged', intentState: null }], html)).toEqual([]);
	});
});
