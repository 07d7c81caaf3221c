import fc from 'fast-check';
import { pcBaseKeymap, toggleMark } from 'prosemirror-commands';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { anyDelta } from '../delta-arbitraries.ts';
import { toggleStrong } from './commands.ts';
import { editorKeys } from './editor-keys.ts';
import { docFromDelta, schema } from './editor-schema.ts';

const nothing = () => {};
const keys = editorKeys({
	undo: nothing,
	redo: nothing,
	askLink: nothing,
	leave: nothing,
	isMac: false,
	mayIndent: () => true
});

/** What a command leaves: whether it took the key, the text, the selection and the formats to come. */
function after(command: Command | undefined, state: EditorState): unknown[] {
	let now = state;
	const isTaken = command?.(state, (tr) => (now = state.apply(tr))) ?? false;
	return [isTaken, now.doc.toJSON(), now.selection.toJSON(), now.storedMarks];
}

function expectAlike(ours: Command | undefined, stock: Command | undefined): void {
	fc.assert(
		fc.property(anyDelta, fc.nat(), fc.option(fc.nat()), (delta, anchor, head) => {
			const state = EditorState.create({ doc: docFromDelta(delta) });
			const at = (place: number) => state.doc.resolve(place % (state.doc.content.size + 1));
			const selection =
				head === null
					? TextSelection.near(at(anchor))
					: TextSelection.between(at(anchor), at(head));
			const begun = state.apply(state.tr.setSelection(selection));
			expect(after(ours, begun)).toEqual(after(stock, begun));
		}),
		{ numRuns: 500 }
	);
}

test('keys that delete do at the edges of lines what ProseMirror’s own do', () => {
	for (const key of ['Delete', 'Mod-Delete', 'Mod-Backspace', 'Shift-Backspace', 'Mod-a']) {
		expectAlike(keys[key], pcBaseKeymap[key]);
	}
});

test('bold is put on and taken off as by ProseMirror’s own command', () => {
	expectAlike(toggleStrong, toggleMark(schema.marks.strong));
});
