import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlocks, writeBlocks } from './blocks.ts';
import { compareTexts, countWords, foldLines, linesOf, type Part } from './comparison.ts';
import { anyBlocks, anyDelta } from './delta-arbitraries.ts';
import type { Delta } from './delta.ts';
import { fromPlainText } from './plain-text.ts';

const wordsOf = (delta: Delta) => delta.map((op) => op.insert).join('');
const side = (paragraphs: readonly Part[][], other: 'removed' | 'added') =>
	paragraphs
		.flat()
		.filter(({ kind }) => kind === 'same' || kind === other)
		.map(({ text }) => text)
		.join('');

test('a comparison holds both texts, letter for letter, whatever they are', () => {
	fc.assert(
		fc.property(anyDelta, anyDelta, (before, after) => {
			const parts = compareTexts(before, after);
			expect(side(parts, 'removed')).toBe(wordsOf(before));
			expect(side(parts, 'added')).toBe(wordsOf(after));
		})
	);
});

test('texts that read the same differ in nothing, whatever their formats', () => {
	fc.assert(
		fc.property(anyBlocks, (blocks) => {
			const plain = writeBlocks(
				readBlocks(writeBlocks(blocks)).map((block) => ({ ...block, kind: 'paragraph', depth: 0 }))
			);
			const parts = compareTexts(writeBlocks(blocks), plain);
			expect(parts.flat().every(({ kind }) => kind === 'same')).toBe(true);
		})
	);
});

test('between two things that are the same there is one removal and one addition at most, in that order', () => {
	fc.assert(
		fc.property(anyDelta, anyDelta, (before, after) => {
			for (const parts of compareTexts(before, after)) {
				const kinds = parts.map(({ kind }) => kind);
				kinds.forEach((kind, index) => {
					expect(kind).not.toBe(kinds[index + 1]);
					expect(kind === 'added' && kinds[index + 1] === 'removed').toBe(false);
				});
			}
		})
	);
});

test('a word that changes is shown, and nothing around it', () => {
	const parts = compareTexts(
		fromPlainText('Une navette le mardi\nEt le soir'),
		fromPlainText('Une navette le jeudi\nEt le soir')
	);
	expect(parts).toEqual([
		[
			{ kind: 'same', text: 'Une navette le ' },
			{ kind: 'removed', text: 'mardi' },
			{ kind: 'added', text: 'jeudi' },
			{ kind: 'same', text: '\n' }
		],
		[{ kind: 'same', text: 'Et le soir\n' }]
	]);
	expect(countWords(parts)).toEqual({ added: 1, removed: 1 });
});

test('lines keep every letter, and say where a line was joined', () => {
	const parts = compareTexts(fromPlainText('un\ndeux\ntrois'), fromPlainText('un deux\ntrois'));
	expect(linesOf(parts)).toEqual([
		[
			{ kind: 'same', text: 'un' },
			{ kind: 'removed', text: '¶' }
		],
		[
			{ kind: 'added', text: ' ' },
			{ kind: 'same', text: 'deux' }
		],
		[{ kind: 'same', text: 'trois' }]
	]);
	fc.assert(
		fc.property(anyDelta, anyDelta, (before, after) => {
			const compared = compareTexts(before, after);
			const letters = (text: string) => text.replace(/[\s¶]/g, '');
			const shown = linesOf(compared).flatMap((line) => line.map(({ text }) => text));
			const whole = compared.flat().map(({ text }) => text);
			expect(letters(shown.join(''))).toBe(letters(whole.join('')));
		})
	);
});

test('a paragraph that was written anew is not mixed with the one it replaces', () => {
	const before = 'Un minibus passe chaque jeudi dans les villages, qui mène à la maison de santé.';
	const after = 'La pharmacie de Luzy livre à domicile ceux qui ne peuvent pas se déplacer.';
	expect(compareTexts(fromPlainText(before), fromPlainText(`Titre\n${after}`))).toEqual([
		[{ kind: 'removed', text: `${before}\n` }],
		[{ kind: 'added', text: 'Titre\n' }],
		[{ kind: 'added', text: `${after}\n` }]
	]);
});

test('a small word that stands alone between two rewritten phrases is rewritten with them', () => {
	const parts = compareTexts(
		fromPlainText('Une navette relie les villages à la maison de santé, le mardi matin de marché.'),
		fromPlainText(
			'Une navette relie les villages à la maison de santé, chaque jeudi soir de garde.'
		)
	);
	expect(parts[0]?.slice(1)).toEqual([
		{ kind: 'removed', text: 'le mardi matin de marché' },
		{ kind: 'added', text: 'chaque jeudi soir de garde' },
		{ kind: 'same', text: '.\n' }
	]);
});

test('long unchanged stretches are counted, none of the changed lines is left out', () => {
	const line = (kind: Part['kind']): Part[] => [{ kind, text: 'x' }];
	const same = (count: number) => Array.from({ length: count }, () => line('same'));
	expect(foldLines([...same(5), line('added'), ...same(3)])).toEqual([
		{ unchanged: 4 },
		{ parts: line('same') },
		{ parts: line('added') },
		{ parts: line('same') },
		{ unchanged: 2 }
	]);
	expect(foldLines([])).toEqual([]);
});
