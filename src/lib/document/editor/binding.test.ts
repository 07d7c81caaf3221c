import fc from 'fast-check';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { BLOCK_KINDS } from '../blocks.ts';
import { anyBlocks, anyDelta } from '../delta-arbitraries.ts';
import { toDelta } from '../delta.ts';
import { TextBinding } from './binding.ts';
import { splitBlock } from './commands.ts';
import { typingRules } from './input-rules.ts';
import {
	docFromBlocks,
	docFromDelta,
	indexFromPosition,
	positionFromIndex,
	schema,
	textLength
} from './editor-schema.ts';

// Hundreds of random texts, on machines that have other work too.
vi.setConfig({ testTimeout: 30_000 });

/** An editor without a screen: a state, and the binding told of each transaction. */
class Editor {
	readonly live = new Y.Doc();
	readonly text = this.live.getText('body');
	readonly binding: TextBinding;
	state: EditorState;
	composing = false;

	constructor(update?: Uint8Array) {
		if (update) Y.applyUpdate(this.live, update);
		this.binding = new TextBinding(this.text);
		this.state = EditorState.create({ doc: this.binding.doc });
		this.binding.attach(this);
	}

	dispatch(tr: Transaction): void {
		this.state = this.state.apply(tr);
		this.binding.push(this.state);
	}

	expectWhole(): void {
		expect(this.state.doc.toJSON()).toEqual(docFromDelta(toDelta(this.text.toDelta())).toJSON());
		expect(this.binding.redrawn).toBe(0);
	}
}

function exchange(from: Editor, to: Editor): void {
	Y.applyUpdate(to.live, Y.encodeStateAsUpdate(from.live, Y.encodeStateVector(to.live)), 'remote');
}

interface Move {
	kind: 'type' | 'delete' | 'split' | 'join' | 'block' | 'mark' | 'paste' | 'sync' | 'undo';
	who: number;
	a: number;
	b: number;
}

const moves = (kinds: readonly Move['kind'][], maxLength: number) =>
	fc.array(
		fc.record({
			kind: fc.constantFrom(...kinds),
			who: fc.nat(2),
			a: fc.nat(10_000),
			b: fc.nat(10_000)
		}),
		{ maxLength }
	);

/** No editor cuts a character in two, and Yjs stores the halves as replacement characters. */
function betweenCharacters(text: Y.Text, index: number): number {
	const unit = text.toString().charCodeAt(index);
	return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}

let unique = 0x4e00;

function act(editor: Editor, move: Move): void {
	const { tr, doc } = editor.state;
	const place = (n: number) => positionFromIndex(doc, n % textLength(doc));
	const from = Math.min(place(move.a), place(move.b));
	const to = Math.max(place(move.a), place(move.b));
	const block = doc.resolve(place(move.a)).before(1);
	switch (move.kind) {
		case 'type':
			unique = unique < 0x9fff ? unique + 1 : 0x4e00;
			return editor.dispatch(tr.insertText(String.fromCharCode(unique), place(move.a)));
		case 'delete':
			return editor.dispatch(tr.delete(from, Math.min(to, from + 6)));
		case 'split':
			return editor.dispatch(tr.split(place(move.a), 1));
		case 'join':
			return block > 0 ? editor.dispatch(tr.join(block)) : undefined;
		case 'block':
			return editor.dispatch(
				tr.setNodeMarkup(block, null, {
					kind: BLOCK_KINDS[move.b % BLOCK_KINDS.length],
					depth: move.b % 3
				})
			);
		case 'mark':
			return editor.dispatch(
				move.b % 3 === 0
					? tr.removeMark(from, to, schema.marks.strong)
					: tr.addMark(
							from,
							to,
							move.b % 3 === 1
								? schema.mark('strong')
								: schema.mark('link', { href: `https://a.example/${move.b % 2}` })
						)
			);
		case 'paste':
			return editor.dispatch(
				tr.replaceWith(from, from, docFromDelta([{ insert: '¤¤\n' }, { insert: '¤' }]).content)
			);
		case 'undo':
			editor.binding.undoManager.undo();
			return;
		case 'sync':
			return;
	}
}

function play(steps: readonly Move[]): Editor[] {
	const first = new Editor();
	first.dispatch(first.state.tr.insertText('Une navette', 1));
	const editors = [
		first,
		new Editor(Y.encodeStateAsUpdate(first.live)),
		new Editor(Y.encodeStateAsUpdate(first.live))
	];
	for (const move of steps) {
		const editor = editors[move.who] ?? first;
		const other = editors[(move.who + 1 + (move.a % 2)) % 3] ?? first;
		if (move.kind === 'sync') exchange(editor, other);
		else act(editor, move);
		editor.expectWhole();
		other.expectWhole();
	}
	for (let round = 0; round < 2; round++) {
		for (const from of editors) for (const to of editors) if (from !== to) exchange(from, to);
	}
	for (const editor of editors) {
		editor.expectWhole();
		expect(editor.text.toDelta()).toEqual(first.text.toDelta());
	}
	return editors;
}

test('any change of the editor gives the same text, and reads back as the same document', () => {
	fc.assert(
		fc.property(anyBlocks, anyBlocks, (before, after) => {
			const old = docFromBlocks(before);
			const now = docFromBlocks(after);
			const editor = new Editor();
			editor.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, old.content));
			editor.expectWhole();
			editor.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, now.content));
			editor.expectWhole();
		})
	);
});

test('any change of the text gives steps that lead to its document', () => {
	fc.assert(
		fc.property(
			anyDelta,
			fc.array(
				fc.record({ at: fc.nat(), remove: fc.nat(5), format: fc.boolean(), insert: anyDelta }),
				{ maxLength: 8 }
			),
			(start, edits) => {
				const live = new Y.Doc();
				live.getText('body').applyDelta(start, { sanitize: false });
				const editor = new Editor(Y.encodeStateAsUpdate(live));
				editor.expectWhole();
				for (const edit of edits) {
					live.transact(() => {
						const text = live.getText('body');
						const at = betweenCharacters(text, edit.at % (text.length + 1));
						const end = betweenCharacters(text, Math.min(at + edit.remove, text.length));
						const remove = end - at;
						if (edit.format) text.format(at, remove, { ...(edit.insert[0]?.attributes ?? {}) });
						else text.delete(at, remove);
						text.applyDelta([{ retain: at }, ...edit.insert.slice(0, 4)], { sanitize: false });
					});
					Y.applyUpdate(editor.live, Y.encodeStateAsUpdate(live));
					editor.expectWhole();
				}
			}
		),
		{ numRuns: 300 }
	);
});

test('three editors converge through any edits, undo included', () => {
	fc.assert(
		fc.property(
			moves(
				[
					'type',
					'type',
					'type',
					'delete',
					'split',
					'join',
					'block',
					'mark',
					'paste',
					'sync',
					'sync',
					'undo'
				],
				60
			),
			(steps) => {
				play(steps);
			}
		),
		{ numRuns: 150 }
	);
});

test('no typed letter is lost or doubled by the structure edits of others', () => {
	fc.assert(
		fc.property(moves(['type', 'type', 'split', 'join', 'block', 'mark', 'sync'], 60), (steps) => {
			unique = 0x4e00;
			const [editor] = play(steps);
			const letters = [...(editor?.text.toJSON() ?? '')].filter((letter) => letter >= '一');
			expect(letters).toHaveLength(steps.filter((move) => move.kind === 'type').length);
			expect(new Set(letters).size).toBe(letters.length);
		}),
		{ numRuns: 150 }
	);
});

test('undo takes back one’s own words and leaves those of others', () => {
	const one = new Editor();
	one.dispatch(one.state.tr.insertText('bonjour', 1));
	one.binding.undoManager.stopCapturing();
	const other = new Editor(Y.encodeStateAsUpdate(one.live));
	other.dispatch(other.state.tr.insertText(' à tous', 8));
	exchange(other, one);
	one.dispatch(one.state.tr.insertText('Eh ', 1));
	one.binding.undoManager.undo();
	expect(one.text.toJSON()).toBe('bonjour à tous\n');
	one.binding.undoManager.redo();
	expect(one.text.toJSON()).toBe('Eh bonjour à tous\n');
	one.expectWhole();
});

test('a place in the text and a place in the editor name one another', () => {
	fc.assert(
		fc.property(anyBlocks, fc.nat(), (blocks, n) => {
			const doc = docFromBlocks(blocks);
			const index = n % textLength(doc);
			expect(indexFromPosition(doc, positionFromIndex(doc, index))).toBe(index);
		})
	);
});

test('a remote edit before the cursor moves it along, one after leaves it', () => {
	const one = new Editor();
	one.dispatch(one.state.tr.insertText('abcdef', 1));
	const other = new Editor(Y.encodeStateAsUpdate(one.live));
	other.dispatch(other.state.tr.insertText('XX', 1));
	const before = one.state.selection.head;
	exchange(other, one);
	expect(one.state.selection.head).toBe(before + 2);
});

/** Two people with the same text and their carets at the same place of it. */
function two(words: string, index: number): [Editor, Editor] {
	const one = new Editor();
	one.dispatch(one.state.tr.insertText(words, 1));
	const other = new Editor(Y.encodeStateAsUpdate(one.live));
	for (const editor of [one, other]) select(editor, index, index);
	return [one, other];
}

function select(editor: Editor, anchor: number, head: number): void {
	const { doc, tr } = editor.state;
	const at = (index: number) => positionFromIndex(doc, index);
	editor.state = editor.state.apply(
		tr.setSelection(TextSelection.create(doc, at(anchor), at(head)))
	);
}

/** Each types a letter in turn, and hears of the other’s at once. */
function typeInTurn(one: Editor, words: string, other: Editor, otherWords: string): void {
	for (let n = 0; n < Math.max(words.length, otherWords.length); n++) {
		if (words[n]) one.dispatch(one.state.tr.insertText(words[n] ?? ''));
		exchange(one, other);
		if (otherWords[n]) other.dispatch(other.state.tr.insertText(otherWords[n] ?? ''));
		exchange(other, one);
	}
}

test('what two people type at one place stays in two pieces', () => {
	const [one, other] = two('Soir : ', 7);
	typeInTurn(one, 'le bus passe trop tard', other, 'il manque un médecin');
	expect([
		'le bus passe trop tardil manque un médecin',
		'il manque un médecinle bus passe trop tard'
	]).toContain(one.text.toJSON().slice(7, -1));
	one.expectWhole();
	other.expectWhole();
});

test('two people who press Enter at one place and type write a line each', () => {
	const [one, other] = two('Soir', 4);
	for (const editor of [one, other]) splitBlock(editor.state, (tr) => editor.dispatch(tr));
	exchange(one, other);
	exchange(other, one);
	typeInTurn(one, 'le bus', other, 'le soir');
	expect(one.text.toJSON().split('\n').sort()).toEqual(['', 'Soir', 'le bus', 'le soir']);
});

test('a letter typed before its like is written before it', () => {
	const one = new Editor();
	one.dispatch(one.state.tr.insertText('il', 1));
	const other = new Editor(Y.encodeStateAsUpdate(one.live));
	select(other, 0, 0);
	other.dispatch(other.state.tr.insertText('i'));
	const last = other.text._start?.right;
	expect(other.text._start?.id.client).toBe(other.live.clientID);
	expect(last?.id.client).toBe(one.live.clientID);
});

test('a selection takes in nothing of what others write at its ends', () => {
	const [one, other] = two('un deux trois', 0);
	select(one, 7, 3);
	other.dispatch(other.state.tr.insertText('><', positionFromIndex(other.state.doc, 7)));
	other.dispatch(other.state.tr.insertText('><', positionFromIndex(other.state.doc, 3)));
	exchange(other, one);
	expect(one.text.toJSON()).toBe('un ><deux>< trois\n');
	const { from, to, anchor, head } = one.state.selection;
	expect(one.state.doc.textBetween(from, to)).toBe('deux');
	expect(anchor).toBeGreaterThan(head);
});

test('the start of a line stays the start of its line when lines come before it', () => {
	const [one, other] = two('un', 0);
	other.dispatch(other.state.tr.split(1));
	exchange(other, one);
	expect(indexFromPosition(one.state.doc, one.state.selection.head)).toBe(1);
	other.dispatch(other.state.tr.insertText('titre', 1));
	exchange(other, one);
	expect(indexFromPosition(one.state.doc, one.state.selection.head)).toBe(6);
});

test('bold that was asked for the next letter stays so, whatever others write', () => {
	const [one, other] = two('un', 2);
	one.state = one.state.apply(one.state.tr.addStoredMark(schema.mark('strong')));
	other.dispatch(other.state.tr.insertText('deux ', 1));
	exchange(other, one);
	one.dispatch(one.state.tr.replaceSelectionWith(schema.text('!'), true));
	expect(one.text.toDelta()).toContainEqual({ insert: '!', attributes: { strong: true } });
});

/** An editor with the rules of French typing, where each key is a transaction as in a browser. */
function french(): Editor {
	const editor = new Editor();
	editor.state = EditorState.create({ doc: editor.binding.doc, plugins: typingRules('fr') });
	return editor;
}

function typeWords(editor: Editor, words: string): void {
	for (const letter of words) editor.dispatch(editor.state.tr.insertText(letter));
}

function undoAll(editor: Editor): string[] {
	const texts: string[] = [];
	while (editor.binding.undoManager.canUndo()) {
		editor.binding.undoManager.undo();
		texts.push(editor.text.toJSON());
		editor.expectWhole();
	}
	return texts;
}

test('undo goes back sentence by sentence and line by line, whatever the pace', () => {
	const editor = new Editor();
	typeWords(editor, 'Un bus passe. Il part ! Puis');
	splitBlock(editor.state, (tr) => editor.dispatch(tr));
	typeWords(editor, 'plus rien');
	expect(undoAll(editor)).toEqual([
		'Un bus passe. Il part ! Puis\n',
		'Un bus passe. Il part ! \n',
		'Un bus passe. \n',
		''
	]);
});

test('undo takes no more than a few words of a long sentence', () => {
	const editor = new Editor();
	typeWords(
		editor,
		'les habitants du quartier des Tilleuls attendent leur médecin depuis trois ans'
	);
	expect(undoAll(editor)).toEqual(['les habitants du quartier des Tilleuls attendent \n', '']);
});

test('letters taken away, another place and a move of the caret are steps of their own', () => {
	const editor = new Editor();
	typeWords(editor, 'abcd');
	editor.dispatch(editor.state.tr.delete(4, 5));
	editor.dispatch(editor.state.tr.delete(3, 4));
	typeWords(editor, 'ef');
	select(editor, 0, 0);
	typeWords(editor, 'gh');
	expect(undoAll(editor)).toEqual(['abef\n', 'ab\n', 'abcd\n', '']);
});

test('the words of others between mine end no step', () => {
	const one = new Editor();
	typeWords(one, 'abc');
	const other = new Editor(Y.encodeStateAsUpdate(one.live));
	other.dispatch(other.state.tr.insertText('> ', 1));
	exchange(other, one);
	typeWords(one, 'def');
	expect(undoAll(one)).toEqual(['> ']);
});

test('what a rule of typing rewrote is taken back before the letter, and what is pasted by itself', () => {
	const editor = french();
	typeWords(editor, '- ');
	expect(editor.text.toDelta()).toEqual([{ insert: '\n', attributes: { kind: 'bullet' } }]);
	typeWords(editor, 'pain');
	expect(undoAll(editor)).toEqual(['\n', '- \n', '']);
	const paste = new Editor();
	typeWords(paste, 'ab');
	paste.state = paste.state.apply(paste.state.tr.insertText('cd'));
	paste.binding.push(paste.state, true);
	typeWords(paste, 'ef');
	expect(undoAll(paste)).toEqual(['abcd\n', 'ab\n', '']);
});

test('a word that is composed is left alone while others write in its line, which comes behind it', () => {
	const [one, other] = two('Ici :  là', 6);
	one.composing = true;
	one.dispatch(one.state.tr.insertText('ha'));
	other.dispatch(other.state.tr.insertText('Oui. ', 1));
	exchange(other, one);
	other.dispatch(other.state.tr.insertText('jour', other.state.selection.head));
	exchange(other, one);
	expect(one.state.doc.textContent).toBe('Ici : ha là');
	one.dispatch(one.state.tr.insertText('bit'));
	exchange(one, other);
	expect(other.text.toJSON()).toContain('habit');
	expect(other.text.toJSON()).toContain('jour');
	one.composing = false;
	one.binding.release();
	one.expectWhole();
	expect(one.text.toJSON()).toBe(other.text.toJSON());
	expect(one.state.doc.textBetween(one.state.selection.head - 5, one.state.selection.head)).toBe(
		'habit'
	);
});

test('what is taken back while others’ words wait comes with them', () => {
	const [one, other] = two('Ici : ', 6);
	one.composing = true;
	one.dispatch(one.state.tr.insertText('ha'));
	other.dispatch(other.state.tr.insertText('Oui. ', 1));
	exchange(other, one);
	one.binding.undoManager.undo();
	one.expectWhole();
	expect(one.text.toJSON()).toContain('Oui. ');
});

test('whatever comes while words are composed, the editor shows it in the end', () => {
	fc.assert(
		fc.property(
			moves(
				['type', 'type', 'delete', 'split', 'join', 'block', 'mark', 'paste', 'sync', 'undo'],
				40
			),
			fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
			(steps, composing) => {
				const [one, other] = two('Une navette', 3);
				steps.forEach((move, n) => {
					one.composing = composing[n % composing.length] ?? false;
					const [from, to] = move.who === 0 ? [one, other] : [other, one];
					if (move.kind === 'sync') exchange(from, to);
					else act(from, move);
					if (one.composing) return;
					one.binding.release();
					one.expectWhole();
				});
				one.binding.release();
				for (const [from, to] of [
					[one, other],
					[other, one]
				] as const)
					exchange(from, to);
				one.binding.release();
				one.expectWhole();
				other.expectWhole();
				expect(one.state.doc.toJSON()).toEqual(other.state.doc.toJSON());
				one.binding.destroy();
			}
		),
		{ numRuns: 300 }
	);
});
