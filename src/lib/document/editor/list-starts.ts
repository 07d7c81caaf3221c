/** A sign and a blank at the start of a paragraph begin a list, a heading or a quotation, however the keyboard brings them. */
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { BlockKind } from '../blocks.ts';
import { bindingKey } from './binding.ts';
import { blockAttributes } from './editor-schema.ts';

/** `settled` as its meta says that what was being composed is there. */
export const listStartsKey = new PluginKey<Waiting>('list-starts');

/** A list or the like was begun; while a word is composed its line must not change, or the phone loses its place. */
type Waiting = 'no' | 'ready' | 'composing';

const SIGNS: readonly [BlockKind, RegExp][] = [
	['bullet', /^\s?[-*•]\s/],
	['numbered', /^\s?1[.)]\s/],
	['h2', /^\s?##\s/],
	['h3', /^\s?###\s/],
	['h4', /^\s?####\s/],
	['quote', /^\s?>\s/]
];

/**
 * Looks at what the line has become rather than at the key: a slow browser brings several letters at
 * once, a phone whole words. `rules` is the plugin of the other rules of typing: with it, Backspace
 * right after takes the list back.
 */
export function listStarts(rules: Plugin): Plugin {
	return new Plugin<Waiting>({
		key: listStartsKey,
		state: {
			init: () => 'no',
			apply(tr, waiting, before, state) {
				if (tr.getMeta(listStartsKey) === 'settled') return waiting === 'no' ? 'no' : 'ready';
				if (!tr.docChanged && !tr.selectionSet) return waiting;
				const isBegun = waiting !== 'no' || isTyped(tr, takenBack(rules, before));
				if (!isBegun || !startOf(state)) return 'no';
				if (waiting === 'no' && startOf(before)) return 'no';
				return tr.getMeta('composition') === undefined ? 'ready' : 'composing';
			}
		},
		appendTransaction(_transactions, _before, state) {
			if (listStartsKey.getState(state) !== 'ready') return null;
			const start = startOf(state);
			if (!start) return null;
			const { kind, from, length } = start;
			const tr = state.tr
				.delete(from, from + length)
				.setNodeMarkup(from - 1, null, { kind, depth: 0 });
			return tr.setMeta(rules, { transform: tr, from, to: from, text: '' });
		},
		props: {
			handleDOMEvents: {
				// After the editor itself has read what was composed.
				compositionend: (view) =>
					void setTimeout(() => {
						if (view.isDestroyed || view.composing) return;
						view.dispatch(view.state.tr.setMeta(listStartsKey, 'settled'));
					}, 50)
			}
		}
	});
}

/** Where the caret's paragraph begins with such a sign and the caret is behind it, or null. */
function startOf(state: EditorState): { kind: BlockKind; from: number; length: number } | null {
	const { $from } = state.selection;
	if ($from.depth !== 1 || blockAttributes($from.parent).kind !== 'paragraph') return null;
	for (const [kind, sign] of SIGNS) {
		const length = sign.exec($from.parent.textContent)?.[0].length ?? 0;
		if (length > 0 && $from.parentOffset >= length) return { kind, from: $from.start(), length };
	}
	return null;
}

/** Typed here: not by others, not pasted, and not a list that was just taken back. */
function isTyped(tr: Transaction, before: Transaction | null): boolean {
	if (tr.doc.content.size <= tr.before.content.size) return false;
	if (tr.getMeta(bindingKey) !== undefined) return false;
	if (tr.getMeta('paste') || tr.getMeta('uiEvent') === 'drop') return false;
	return !before?.docs[0]?.eq(tr.doc);
}

function takenBack(rules: Plugin, state: EditorState): Transaction | null {
	const done: { transform: Transaction } | null | undefined = rules.getState(state);
	return done?.transform ?? null;
}
