import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { toDelta, type Delta } from './delta.ts';
import { toPlainText } from './plain-text.ts';
import { editSection, listSections } from './section.ts';

const text: Delta = [
	{ insert: 'Avant\n' },
	{ insert: 'Pour qui' },
	{ insert: '\n', attributes: { kind: 'h2' } },
	{ insert: 'Les ' },
	{ insert: 'jeunes', attributes: { strong: true } },
	{ insert: '\n' },
	{ insert: 'Où' },
	{ insert: '\n', attributes: { kind: 'h2' } },
	{ insert: 'Luzy\n' }
];

function edited(
	delta: Delta,
	input: { index: number; base: string; plain: string }
): Delta | string {
	const result = editSection(delta, input);
	if (result.kind !== 'change') return result.kind;
	const live = new Y.Doc().getText('body');
	live.applyDelta([...delta]);
	live.applyDelta(result.changes);
	return toDelta(live.toDelta());
}

test('a text is cut at its headings', () => {
	expect(listSections(text)).toEqual([
		{ index: 0, heading: null, plain: 'Avant' },
		{ index: 1, heading: 'Pour qui', plain: 'Les jeunes' },
		{ index: 2, heading: 'Où', plain: 'Luzy' }
	]);
	expect(listSections(text.slice(1))).toHaveLength(2);
	expect(listSections([])).toEqual([{ index: 0, heading: null, plain: '' }]);
});

test('a section edit changes that section alone and keeps formats', () => {
	const after = edited(text, { index: 1, base: 'Les jeunes', plain: 'Les jeunes\nLes aînés' });
	expect(after).not.toBe('conflict');
	expect(toPlainText(typeof after === 'string' ? [] : after)).toBe(
		'Avant\nPour qui\nLes jeunes\nLes aînés\nOù\nLuzy'
	);
	expect(after).toContainEqual({ insert: 'jeunes', attributes: { strong: true } });
});

test('a section that changed meanwhile is a conflict with its current words', () => {
	expect(editSection(text, { index: 1, base: 'Les vieux', plain: 'Tous' })).toEqual({
		kind: 'conflict',
		current: 'Les jeunes'
	});
});

test('a section inserted above does not lead an edit astray', () => {
	const shifted: Delta = [
		{ insert: 'Nouveau' },
		{ insert: '\n', attributes: { kind: 'h2' } },
		{ insert: 'x\n' },
		...text.slice(1)
	];
	const after = edited(shifted, { index: 2, base: 'Luzy', plain: 'Luzy et Millay' });
	expect(toPlainText(typeof after === 'string' ? [] : after)).toContain('Où\nLuzy et Millay');
});

test('the same sending twice changes nothing', () => {
	expect(editSection(text, { index: 2, base: 'Autun', plain: 'Luzy' })).toEqual({
		kind: 'unchanged'
	});
	expect(editSection(text, { index: 2, base: 'Luzy', plain: 'Luzy' })).toEqual({
		kind: 'unchanged'
	});
});
