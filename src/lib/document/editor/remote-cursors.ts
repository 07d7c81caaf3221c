/** Where the others are in the text: decorations drawn from presence, and one's own place told to them. */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readPresence } from '../presence.ts';
import { followCaret } from './caret.ts';
import { indexFromPosition, positionFromIndex } from './editor-schema.ts';

const cursorsKey = new PluginKey<DecorationSet>('remote-cursors');

/** Draws the cursors and selections of the others; their colours are classes (`cursor-0` to `cursor-7`), since no style attribute is allowed. */
export function remoteCursors(awareness: Awareness, text: Y.Text): Plugin<DecorationSet> {
	return new Plugin<DecorationSet>({
		key: cursorsKey,
		state: {
			init: () => DecorationSet.empty,
			apply(tr, old): DecorationSet {
				const drawn: unknown = tr.getMeta(cursorsKey);
				return drawn instanceof DecorationSet ? drawn : old.map(tr.mapping, tr.doc);
			}
		},
		props: { decorations: (state) => cursorsKey.getState(state) },
		view(view) {
			const watch = new Watch(view, awareness, text);
			return {
				update: (current, old) => watch.update(current, old),
				destroy: () => watch.destroy()
			};
		}
	});
}

class Watch {
	readonly #view: EditorView;
	readonly #awareness: Awareness;
	readonly #text: Y.Text;
	#drawing = 0;
	#telling: ReturnType<typeof setTimeout> | undefined;

	constructor(view: EditorView, awareness: Awareness, text: Y.Text) {
		this.#view = view;
		this.#awareness = awareness;
		this.#text = text;
		awareness.on('change', this.#draw);
		view.dom.addEventListener('focus', this.#tell);
		view.dom.addEventListener('blur', this.#tell);
		this.#draw();
	}

	update(view: EditorView, old: EditorState): void {
		if (!view.state.selection.eq(old.selection) || !view.state.doc.eq(old.doc)) this.#tell();
	}

	destroy(): void {
		cancelAnimationFrame(this.#drawing);
		clearTimeout(this.#telling);
		this.#awareness.off('change', this.#draw);
		this.#view.dom.removeEventListener('focus', this.#tell);
		this.#view.dom.removeEventListener('blur', this.#tell);
	}

	/** Presence comes in bursts: one drawing a frame is enough. */
	readonly #draw = (): void => {
		cancelAnimationFrame(this.#drawing);
		this.#drawing = requestAnimationFrame(() => {
			if (this.#view.isDestroyed) return;
			followCaret(this.#view);
			const drawn = DecorationSet.create(this.#view.state.doc, this.#cursors());
			this.#view.dispatch(
				this.#view.state.tr.setMeta(cursorsKey, drawn).setMeta('addToHistory', false)
			);
		});
	};

	/** Tells the others one's place, ten times a second at most. */
	readonly #tell = (): void => {
		this.#telling ??= setTimeout(() => {
			this.#telling = undefined;
			if (this.#view.isDestroyed) return;
			this.#awareness.setLocalStateField('cursor', this.#view.hasFocus() ? this.#place() : null);
		}, 100);
	};

	#place(): { anchor: unknown; head: unknown } {
		const { doc, selection } = this.#view.state;
		const relative = (position: number): unknown =>
			Y.relativePositionToJSON(
				Y.createRelativePositionFromTypeIndex(this.#text, indexFromPosition(doc, position))
			);
		return { anchor: relative(selection.anchor), head: relative(selection.head) };
	}

	#cursors(): Decoration[] {
		const decorations: Decoration[] = [];
		const { doc } = this.#view.state;
		for (const [clientId, state] of this.#awareness.getStates()) {
			const presence = readPresence(state);
			if (clientId === this.#awareness.clientID || !presence?.cursor) continue;
			const anchor = this.#absolute(doc, presence.cursor.anchor);
			const head = this.#absolute(doc, presence.cursor.head);
			if (anchor === null || head === null) continue;
			const color = `cursor-${presence.color}`;
			if (anchor !== head) {
				decorations.push(
					Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
						class: `remote-selection ${color}`
					})
				);
			}
			decorations.push(
				Decoration.widget(head, () => caret(presence.name, color), {
					key: `${clientId}-${presence.name}-${color}`,
					side: 10,
					ignoreSelection: true
				})
			);
		}
		return decorations;
	}

	#absolute(doc: Node, relative: unknown): number | null {
		if (!this.#text.doc) return null;
		try {
			const position = Y.createRelativePositionFromJSON(relative);
			const place = Y.createAbsolutePositionFromRelativePosition(position, this.#text.doc);
			return place?.type === this.#text ? positionFromIndex(doc, place.index) : null;
		} catch {
			return null;
		}
	}
}

/** The name is for the eyes: the list of those present tells it to screen readers. */
function caret(name: string, color: string): HTMLElement {
	const element = document.createElement('span');
	element.className = `remote-cursor ${color}`;
	element.setAttribute('aria-hidden', 'true');
	const label = document.createElement('span');
	label.className = 'remote-name';
	label.textContent = name;
	element.append(label);
	return element;
}
