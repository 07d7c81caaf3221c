/** Shows in the text the two places of a passage that two people moved. */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { positionFromIndex } from './editor-schema.ts';

const marksKey = new PluginKey<Marks>('moved-marks');

interface Marks {
	passage: string | null;
	drawn: DecorationSet;
}

/** Marks the first and the second place of a passage with the numbers of the buttons that keep one. */
export function movedMarks(): Plugin<Marks> {
	return new Plugin<Marks>({
		key: marksKey,
		state: {
			init: () => ({ passage: null, drawn: DecorationSet.empty }),
			apply(tr, before): Marks {
				const told: unknown = tr.getMeta(marksKey);
				const passage = typeof told === 'string' ? told || null : before.passage;
				if (passage === null)
					return before.passage === null ? before : { passage, drawn: DecorationSet.empty };
				if (passage === before.passage && !tr.docChanged) return before;
				return { passage, drawn: draw(tr.doc, passage) };
			}
		},
		props: { decorations: (state) => marksKey.getState(state)?.drawn }
	});
}

/** Shows the two places of a passage, or none any more. */
export function markMoved(view: EditorView, passage: string | null): void {
	view.dispatch(view.state.tr.setMeta(marksKey, passage ?? '').setMeta('addToHistory', false));
}

function draw(doc: Node, passage: string): DecorationSet {
	const words = doc.textBetween(0, doc.content.size, '\n');
	const first = words.indexOf(passage);
	const second = first < 0 ? -1 : words.indexOf(passage, first + passage.length);
	if (second < 0) return DecorationSet.empty;
	return DecorationSet.create(doc, [
		...mark(doc, first, passage.length, 'first'),
		...mark(doc, second, passage.length, 'second')
	]);
}

function mark(doc: Node, index: number, length: number, which: 'first' | 'second'): Decoration[] {
	const from = positionFromIndex(doc, index);
	const to = positionFromIndex(doc, index + length);
	const number = () => {
		const element = document.createElement('span');
		element.className = `moved-number moved-${which}`;
		element.textContent = which === 'first' ? '1' : '2';
		element.setAttribute('aria-hidden', 'true');
		return element;
	};
	return [
		Decoration.inline(from, to, { class: 'moved' }),
		Decoration.widget(from, number, { side: -1, key: which, ignoreSelection: true })
	];
}
