/** Where the others are in the text: drawn from presence, over the text and never in it; and one's own place told to them. */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readPresence } from '../presence.ts';
import { followCaret } from './caret.ts';
import { CursorLayer, type CursorPlace } from './cursor-layer.ts';
import { indexFromPosition, positionFromIndex } from './editor-schema.ts';

const cursorsKey = new PluginKey<DecorationSet>('remote-cursors');

interface RemoteCursorsOptions {
	awareness: Awareness;
	text: Y.Text;
	/** Whoever writes here: another tab of theirs is nobody else. */
	personId: string;
}

/** Draws the cursors and selections of the others; their colours are classes (`cursor-0` to `cursor-7`). */
export function remoteCursors(options: RemoteCursorsOptions): Plugin<DecorationSet> {
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
			const watch = new Watch(view, options);
			return {
				update: (current, old) => watch.update(current, old),
				destroy: () => watch.destroy()
			};
		}
	});
}

class Watch {
	readonly #view: EditorView;
	readonly #options: RemoteCursorsOptions;
	readonly #layer: CursorLayer;
	readonly #resize: ResizeObserver;
	/** Who typed since the last drawing. */
	readonly #typing = new Set<number>();
	#drawing = 0;
	#telling: ReturnType<typeof setTimeout> | undefined;

	constructor(view: EditorView, options: RemoteCursorsOptions) {
		this.#view = view;
		this.#options = options;
		this.#layer = new CursorLayer(view);
		options.awareness.on('change', this.#draw);
		options.text.observe(this.#onText);
		view.dom.addEventListener('focus', this.#tell);
		view.dom.addEventListener('blur', this.#tell);
		// Lines break elsewhere when the window is another size; and a text that was hidden has its places now.
		this.#resize = new ResizeObserver(this.#draw);
		this.#resize.observe(view.dom);
		this.#draw();
	}

	update(view: EditorView, old: EditorState): void {
		const isSameText = view.state.doc.eq(old.doc);
		if (!isSameText) this.#draw();
		if (!isSameText || !view.state.selection.eq(old.selection)) this.#tell();
	}

	destroy(): void {
		cancelAnimationFrame(this.#drawing);
		clearTimeout(this.#telling);
		this.#resize.disconnect();
		this.#options.awareness.off('change', this.#draw);
		this.#options.text.unobserve(this.#onText);
		this.#view.dom.removeEventListener('focus', this.#tell);
		this.#view.dom.removeEventListener('blur', this.#tell);
		this.#layer.destroy();
	}

	readonly #onText = (_event: Y.YTextEvent, { beforeState, afterState }: Y.Transaction): void => {
		for (const [clientId, clock] of afterState) {
			if (clock > (beforeState.get(clientId) ?? 0)) this.#typing.add(clientId);
		}
	};

	/** Presence comes in bursts: one drawing a frame is enough. */
	readonly #draw = (): void => {
		cancelAnimationFrame(this.#drawing);
		this.#drawing = requestAnimationFrame(() => {
			if (this.#view.isDestroyed) return;
			const places = this.#places();
			this.#drawSelections(places);
			this.#layer.draw(places, this.#typing);
			this.#typing.clear();
		});
	};

	#drawSelections(places: readonly CursorPlace[]): void {
		const selections = places
			.filter(({ anchor, head }) => anchor !== head)
			.map(({ anchor, head, color }) =>
				Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
					class: `remote-selection cursor-${color}`
				})
			);
		const before = cursorsKey.getState(this.#view.state);
		if (selections.length === 0 && before === DecorationSet.empty) return;
		followCaret(this.#view);
		const { doc, tr } = this.#view.state;
		const drawn =
			selections.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, selections);
		this.#view.dispatch(tr.setMeta(cursorsKey, drawn).setMeta('addToHistory', false));
	}

	/** Tells the others one's place, ten times a second at most. */
	readonly #tell = (): void => {
		this.#telling ??= setTimeout(() => {
			this.#telling = undefined;
			if (this.#view.isDestroyed) return;
			const place = this.#view.hasFocus() ? this.#ownPlace() : null;
			this.#options.awareness.setLocalStateField('cursor', place);
		}, 100);
	};

	#ownPlace(): { anchor: unknown; head: unknown } {
		const { doc, selection } = this.#view.state;
		const relative = (position: number): unknown =>
			Y.relativePositionToJSON(
				Y.createRelativePositionFromTypeIndex(this.#options.text, indexFromPosition(doc, position))
			);
		return { anchor: relative(selection.anchor), head: relative(selection.head) };
	}

	#places(): CursorPlace[] {
		const { awareness, personId } = this.#options;
		const places: CursorPlace[] = [];
		const { doc } = this.#view.state;
		for (const [clientId, state] of awareness.getStates()) {
			const presence = readPresence(state);
			if (clientId === awareness.clientID || !presence?.cursor) continue;
			if (presence.personId === personId) continue;
			const anchor = this.#absolute(doc, presence.cursor.anchor);
			const head = this.#absolute(doc, presence.cursor.head);
			if (anchor === null || head === null) continue;
			const { name, color } = presence;
			places.push({
				clientId,
				name,
				color,
				anchor,
				head,
				told: JSON.stringify(presence.cursor.head)
			});
		}
		return places;
	}

	#absolute(doc: Node, relative: unknown): number | null {
		const { text } = this.#options;
		if (!text.doc) return null;
		try {
			const position = Y.createRelativePositionFromJSON(relative);
			const place = Y.createAbsolutePositionFromRelativePosition(position, text.doc);
			return place?.type === text ? positionFromIndex(doc, place.index) : null;
		} catch {
			return null;
		}
	}
}
