import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { expect, test } from 'vitest';
import type { Delta } from '../delta.ts';
import { toPlainText } from '../plain-text.ts';
import { bindingKey } from './binding.ts';
import { blocksOf, deltaFromNodes, docFromDelta } from './editor-schema.ts';
import { typingRules } from './input-rules.ts';
import { takeBackRewrite } from './rewrites.ts';
import { typedKey } from './typed-here.ts';

/** A document whose caret is at the end of its last line, with the rules of typing. */
function begin(delta: Delta): EditorState {
	const state = EditorState.create({ doc: docFromDelta(delta), plugins: typingRules('fr') });
	return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
}

function type(
	state: EditorState,
	words: string,
	prepare: (tr: Transaction) => Transaction = (tr) => tr
): EditorState {
	return state.apply(prepare(state.tr.insertText(words)));
}

function textOf(state: EditorState): string {
	return toPlainText(deltaFromNodes(blocksOf(state.doc)));
}

function kindOf(state: EditorState): unknown {
	return state.selection.$from.node(1).attrs['kind'];
}

const empty: Delta = [{ insert: '\n' }];

test('a sign and a blank begin a list, typed one by one or taken in at once', () => {
	for (const pieces of [
		['-', ' '],
		['- '],
		['- pain'],
		['-', ' p', 'ain'],
		['*', ' '],
		['• eau']
	]) {
		const state = pieces.reduce((now, words) => type(now, words), begin(empty));
		expect(kindOf(state), pieces.join('|')).toBe('bullet');
	}
	expect(textOf(type(begin(empty), '- pain'))).toBe('- pain');
	expect(kindOf(type(begin(empty), '1. pain'))).toBe('numbered');
	expect(kindOf(type(begin(empty), '1) '))).toBe('numbered');
});

test('number signs and a blank begin a heading, a closing bracket a quotation', () => {
	expect(kindOf(type(begin(empty), '## '))).toBe('h2');
	expect(kindOf(type(type(begin(empty), '###'), ' Le soir'))).toBe('h3');
	expect(kindOf(type(begin(empty), '#### '))).toBe('h4');
	expect(kindOf(type(begin(empty), '> '))).toBe('quote');
	for (const words of ['# ', '##### ', '##x ', '>x ']) {
		expect(kindOf(type(begin(empty), words)), words).toBe('paragraph');
	}
	expect(textOf(type(begin(empty), '## Le soir'))).toBe('Le soir');
});

test('the caret stays behind what was typed', () => {
	const state = type(begin([{ insert: 'Avant\n\n' }]), '- pain');
	expect(state.selection.$from.parentOffset).toBe(4);
	expect(textOf(type(state, ' frais'))).toBe('Avant\n- pain frais');
});

test('a phone that composes words has its list once the word is there', () => {
	const composed = type(begin(empty), '- pa', (tr) => tr.setMeta('composition', 3));
	expect(kindOf(composed)).toBe('paragraph');
	const longer = type(composed, 'in', (tr) => tr.setMeta('composition', 3));
	expect(kindOf(longer)).toBe('paragraph');
	const settled = longer.apply(longer.tr.setMeta(typedKey, 'settled'));
	expect(kindOf(settled)).toBe('bullet');
	expect(textOf(settled)).toBe('- pain');
});

test('what others write, what is pasted and what stood there begins no list', () => {
	expect(kindOf(type(begin(empty), '- x', (tr) => tr.setMeta(bindingKey, 'text')))).toBe(
		'paragraph'
	);
	expect(kindOf(type(begin(empty), '- x', (tr) => tr.setMeta('paste', true)))).toBe('paragraph');
	expect(kindOf(type(begin([{ insert: '- deux\n' }]), ' x'))).toBe('paragraph');
	expect(kindOf(type(begin([{ insert: 'de 3 à 5 ' }, { insert: '\n' }]), '- '))).toBe('paragraph');
	const heading: Delta = [{ insert: '\n', attributes: { kind: 'h2' } }];
	expect(kindOf(type(begin(heading), '- '))).toBe('h2');
});

test('an item that becomes a paragraph again stays one, whatever it begins with', () => {
	const state = begin([{ insert: '- x' }, { insert: '\n', attributes: { kind: 'bullet' } }]);
	const { $from } = state.selection;
	const tr = state.tr.setNodeMarkup($from.before(1), null, { kind: 'paragraph', depth: 0 });
	expect(kindOf(state.apply(tr))).toBe('paragraph');
});

test('Backspace right after takes the list back, and it does not come again', () => {
	const state = type(begin(empty), '- ');
	let back = state;
	expect(takeBackRewrite(state, (tr) => (back = state.apply(tr)))).toBe(true);
	expect(kindOf(back)).toBe('paragraph');
	expect(back.doc.textContent).toBe('- ');
	expect(kindOf(type(back, 'pain'))).toBe('paragraph');
});
