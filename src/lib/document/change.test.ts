import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBlocks, writeBlocks } from './blocks.ts';
import { changeBetween, changeByWords } from './change.ts';
import { anyBlocks } from './delta-arbitraries.ts';
import { toDelta, type Change, type Delta } from './delta.ts';

function live(delta: Delta): Y.Text {
	const text = new Y.Doc().getText('body');
	text.applyDelta([...delta]);
	return text;
}

function applied(delta: Delta, changes: readonly Change[]): Delta {
	const text = live(delta);
	text.applyDelta([...changes]);
	return toDelta(text.toDelta());
}

test('the change between two texts turns one into the other', () => {
	fc.assert(
		fc.property(anyBlocks, anyBlocks, (before, after) => {
			const from = writeBlocks(before);
			const to = writeBlocks(after);
			expect(readBlocks(applied(from, changeBetween(from, to)))).toEqual(readBlocks(to));
		})
	);
});

test('the change by words gives the letters and the kinds of the new text', () => {
	fc.assert(
		fc.property(anyBlocks, anyBlocks, (before, after) => {
			const from = writeBlocks(before);
			const to = writeBlocks(after);
			const back = readBlocks(applied(from, changeByWords(from, to)));
			const shape = readBlocks(to).map((block) => ({
				kind: block.kind,
				depth: block.depth,
				text: block.runs.map((run) => run.text).join('')
			}));
			expect(
				back.map((block) => ({
					kind: block.kind,
					depth: block.depth,
					text: block.runs.map((run) => run.text).join('')
				}))
			).toEqual(shape);
		})
	);
});

test('words nobody touched are kept, formats included', () => {
	const before = [
		{ insert: 'Une ' },
		{ insert: 'navette', attributes: { strong: true } },
		{ insert: ' le mardi\n' },
		{ insert: 'Autre ligne\n' }
	];
	const after = [
		{ insert: 'Une navette le mardi et le jeudi' },
		{ insert: '\n' },
		{ insert: 'Autre ligne\n' }
	];
	expect(changeByWords(before, after)).toEqual([
		{ retain: 20 },
		{ insert: ' et le jeudi', attributes: {} }
	]);
	expect(applied(before, changeByWords(before, after))).toContainEqual({
		insert: 'navette',
		attributes: { strong: true }
	});
});

test('an emoji is never cut in two', () => {
	const before = [{ insert: 'a😀b\n' }];
	const after = [{ insert: 'a😁b\n' }];
	expect(changeBetween(before, after)).toEqual([
		{ retain: 1 },
		{ insert: '😁', attributes: {} },
		{ delete: 2 }
	]);
});

test('past a size, words that differ are replaced in one piece rather than paired', () => {
	const before = [{ insert: 'mot '.repeat(20_000) + '\n' }];
	const after = [{ insert: 'mat '.repeat(20_000) + '\n' }];
	const changes = changeByWords(before, after);
	expect(changes.filter((change) => 'insert' in change)).toHaveLength(1);
	expect(applied(before, changes)).toEqual(after);
});
