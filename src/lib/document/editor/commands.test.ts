import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { expect, test } from 'vitest';
import type { Delta } from '../delta.ts';
import { toPlainText } from '../plain-text.ts';
import { indent, readAddress, setLink, splitBlock, toggleKind } from './commands.ts';
import { kindOfKeys, type Keys } from './kind-keys.ts';
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
	const two: Delta = [{ insert: 'a' }, ...item, { insert: 'b' }, ...item];
	expect(depthsOf(after(two, 3, 3, indent(1)))).toEqual([1, 2]);
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
});

function depthsOf(delta: Delta): unknown[] {
	return delta.flatMap(({ insert, attributes }) =>
		insert === '\n' ? [attributes?.['depth'] ?? 0] : []
	);
}

test('an item goes in no further than one below the item before it', () => {
	const list: Delta = ['a', 'b', 'c', 'd'].flatMap((insert) => [
		{ insert },
		{ insert: '\n', attributes: { kind: 'bullet' } }
	]);
	expect(depthsOf(after(list, 3, 3, indent(1), indent(1), indent(1)))).toEqual([0, 1, 0, 0]);
	expect(depthsOf(after(list, 0, 0, indent(1)))).toEqual([0, 0, 0, 0]);
	expect(depthsOf(after(list, 2, 7, indent(1), indent(1)))).toEqual([0, 1, 2, 2]);
	expect(depthsOf(after(list, 2, 7, indent(1), indent(-1)))).toEqual([0, 0, 0, 0]);
	const text: Delta = [{ insert: 'x\ny' }, ...item];
	expect(depthsOf(after(text, 2, 2, indent(-1), indent(1)))).toEqual([0, 0]);
	// Two people may leave a gap; it is kept when the item is pushed in, and closed when it is pulled out.
	const gap: Delta = [{ insert: '\n', attributes: { kind: 'bullet', depth: 4 } }];
	expect(depthsOf(after(gap, 0, 0, indent(1)))).toEqual([4]);
	expect(depthsOf(after(gap, 0, 0, indent(-1)))).toEqual([0]);
});

test('an address leads somewhere from here, or is no address', () => {
	const read = (...typed: string[]) => typed.map(readAddress);
	expect(
		read('http://a.example', 'a.example', 'a.example:8080/x', '//a.example/x', 'a@b.example')
	).toEqual([
		'http://a.example',
		'https://a.example',
		'https://a.example:8080/x',
		'https://a.example/x',
		'mailto:a@b.example'
	]);
	expect(read('santé.example/été?a=b#c')).toEqual(['https://santé.example/été?a=b#c']);
	expect(
		read(
			...['/page', '/page.html', '#x', '//x', 'exemple', 'exemple.', '.exemple', 'un site.example'],
			...['javascript:alert(1)', 'https://', 'https:///a.example', 'mailto:x', 'a@b'],
			...['https://a.example@b.example', 'http://[::', '?a.b', './a.html']
		).filter((href) => href !== null)
	).toEqual([]);
});

test('Ctrl, Alt and a digit of any layout ask for a kind, AltGr for a letter', () => {
	const press = (keys: Partial<Keys>, altGraph = false) =>
		kindOfKeys({
			...{ code: 'Digit2', key: 'é', altKey: true, ctrlKey: true, metaKey: false, shiftKey: false },
			...keys,
			getModifierState: (name) => altGraph && name === 'AltGraph'
		});
	expect(press({})).toBe('h2');
	expect(press({ code: 'Digit4', ctrlKey: false, metaKey: true })).toBe('h4');
	expect(press({ code: 'Digit0', key: 'à' })).toBe('paragraph');
	expect(press({ code: 'Digit0', key: '@' })).toBe(null);
	expect(press({ key: '~' }, true)).toBe(null);
	expect(press({ shiftKey: true })).toBe(null);
	expect(press({ altKey: false })).toBe(null);
	expect(press({ code: 'KeyA', key: 'a' })).toBe(null);
});
