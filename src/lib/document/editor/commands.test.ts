import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { expect, test } from 'vitest';
import type { Delta } from '../delta.ts';
import { toPlainText } from '../plain-text.ts';
import { indent, setLink, splitBlock, toggleKind, withScheme } from './commands.ts';
import { blocksOf, deltaFromNodes, docFromDelta, positionFromIndex } from './editor-schema.ts';

const heading: Delta = [{ insert: 'Titre' }, { insert: '\n', attributes: { kind: 'h2' } }];
const item: Delta = [{ insert: '\n', attributes: { kind: 'bullet', depth: 1 } }];

function after(delta: Delta, from: number, to: number, ...commands: Command[]): Delta {
	let state = EditorState.create({ doc: docFromDelta(delta) });
	const at = (index: number) => positionFromIndex(state.doc, index);
	state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(from), at(to))));
	for (const command of commands) command(state, (tr) => (state = state.apply(tr)));
	return deltaFromNodes(blocksOf(state.doc));
}

test('Enter after a heading begins a paragraph, before it opens a line above', () => {
	expect(after(heading, 5, 5, splitBlock)).toEqual([
		{ insert: 'Titre', attributes: {} },
		{ insert: '\n', attributes: { kind: 'h2' } },
		{ insert: '\n', attributes: {} }
	]);
	expect(after(heading, 0, 0, splitBlock)).toEqual([
		{ insert: '\n', attributes: {} },
		{ insert: 'Titre', attributes: {} },
		{ insert: '\n', attributes: { kind: 'h2' } }
	]);
});

test('Enter in an empty item steps out of its list, level by level', () => {
	expect(after(item, 0, 0, splitBlock)).toEqual([{ insert: '\n', attributes: { kind: 'bullet' } }]);
	expect(after(item, 0, 0, splitBlock, splitBlock)).toEqual([{ insert: '\n', attributes: {} }]);
});

test('a kind is given to all selected blocks, and taken off when all have it', () => {
	const two: Delta = [{ insert: 'a\nb\n' }];
	expect(toPlainText(after(two, 0, 3, toggleKind('bullet')))).toBe('- a\n- b');
	expect(toPlainText(after(two, 0, 3, toggleKind('bullet'), toggleKind('bullet')))).toBe('a\nb');
});

test('only items are indented', () => {
	expect(after(heading, 0, 0, indent(1))).toEqual(after(heading, 0, 0));
	expect(after(item, 0, 0, indent(1))).toEqual([
		{ insert: '\n', attributes: { kind: 'bullet', depth: 2 } }
	]);
});

test('a link covers the selection, changes as a whole and refuses foreign schemes', () => {
	const text: Delta = [{ insert: 'voir le site\n' }];
	const linked = after(text, 8, 12, setLink('sante.example'));
	expect(linked[1]).toEqual({
		insert: 'site',
		attributes: { link: { href: 'https://sante.example' } }
	});
	expect(after(linked, 10, 10, setLink('a@b.example'))[1]).toEqual({
		insert: 'site',
		attributes: { link: { href: 'mailto:a@b.example' } }
	});
	expect(after(linked, 10, 10, setLink(''))).toEqual(after(text, 0, 0));
	expect(after(text, 8, 12, setLink('javascript:alert(1)'))).toEqual(after(text, 0, 0));
	expect(withScheme('http://a.example')).toBe('http://a.example');
});
