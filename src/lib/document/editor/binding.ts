/** Keeps an editor and a live text the same, both ways and piece by piece. */
import type { Node } from 'prosemirror-model';
import {
	Plugin,
	PluginKey,
	TextSelection,
	type EditorState,
	type Transaction
} from 'prosemirror-state';
import * as Y from 'yjs';
import { changeBetween } from '../change.ts';
import { toDelta, type Change } from '../delta.ts';
import { followCaret } from './caret.ts';
import {
	blockAttributes,
	blocksOf,
	deltaFromNodes,
	docFromDelta,
	positionFromIndex,
	textLength
} from './editor-schema.ts';
import { addSteps } from './steps.ts';
import { writeBlockAttributes } from '../blocks.ts';

/** What the binding needs of an editor's view. */
export interface EditorHost {
	readonly state: EditorState;
	dispatch(tr: Transaction): void;
	/** Takes over where the browser has the caret, before something of others is drawn. */
	followCaret?(): void;
}

export const bindingKey = new PluginKey('text-binding');

/** Gives the smallest change of the text between two documents of the editor: only blocks that differ are compared. */
export function changeBetweenDocs(before: Node, after: Node): Change[] {
	const old = blocksOf(before);
	const now = blocksOf(after);
	let start = 0;
	while (start < old.length && start < now.length && same(old[start], now[start])) start++;
	let end = 0;
	while (
		end < old.length - start &&
		end < now.length - start &&
		same(old[old.length - 1 - end], now[now.length - 1 - end])
	) {
		end++;
	}
	const offset = old.slice(0, start).reduce((length, node) => length + node.content.size + 1, 0);
	return changeBetween(
		deltaFromNodes(old.slice(start, old.length - end)),
		deltaFromNodes(now.slice(start, now.length - end)),
		offset
	);
}

/** One editor bound to one live text. Local edits bear the binding as their origin, so that undo knows them. */
export class TextBinding {
	/** How often the steps missed and the whole document was drawn again: always 0, tests check it. */
	redrawn = 0;
	readonly text: Y.Text;
	readonly undoManager: Y.UndoManager;
	#host: EditorHost | null = null;
	/** The document that reads as the text does. */
	#synced: Node;

	constructor(text: Y.Text) {
		this.text = text;
		this.#synced = docFromDelta(toDelta(text.toDelta()));
		this.undoManager = new Y.UndoManager(text, { trackedOrigins: new Set([this]) });
		text.observe(this.#onText);
	}

	/** The document an editor of this text begins with. */
	get doc(): Node {
		return this.#synced;
	}

	/** Begins to bring the text's changes into an editor that shows `doc`. */
	attach(host: EditorHost): void {
		this.#host = host;
	}

	/** Writes what the editor changed into the text. */
	push(doc: Node): void {
		if (doc === this.#synced || !this.text.doc) return;
		const before = this.#synced;
		this.#synced = doc;
		const changes = changeBetweenDocs(before, doc);
		if (changes.length === 0) return;
		this.text.doc.transact(() => {
			this.#closeLastLine(before);
			// With its default cleaning: without it a last line end would be dropped.
			this.text.applyDelta(changes);
		}, this);
	}

	/** Lets go of the text. */
	destroy(): void {
		this.text.unobserve(this.#onText);
		this.undoManager.destroy();
		this.#host = null;
	}

	readonly #onText = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
		if (transaction.origin === this) return;
		const changes = readChanges(event.delta);
		if (!this.#host) {
			this.#synced = docFromDelta(toDelta(this.text.toDelta()));
			return;
		}
		this.#host.followCaret?.();
		const tr = this.#host.state.tr;
		try {
			addSteps(tr, changes, lengthBefore(this.text.length, changes));
		} catch {
			this.#redraw(tr);
		}
		if (!this.#isWhole(tr.doc)) this.#redraw(tr);
		if (transaction.origin === this.undoManager) showChange(tr, changes);
		tr.setMeta('addToHistory', false).setMeta(bindingKey, 'text');
		this.#synced = tr.doc;
		this.#host.dispatch(tr);
	};

	/** The last line of a text may lack its end, when nobody has written in it yet. */
	#closeLastLine(before: Node): void {
		if (this.text.length >= textLength(before)) return;
		const last = before.lastChild;
		if (last)
			this.text.insert(this.text.length, '\n', { ...writeBlockAttributes(blockAttributes(last)) });
	}

	#isWhole(doc: Node): boolean {
		const missing = textLength(doc) - this.text.length;
		return missing === 0 || missing === 1;
	}

	#redraw(tr: Transaction): void {
		this.redrawn++;
		const doc = docFromDelta(toDelta(this.text.toDelta()));
		tr.replaceWith(0, tr.doc.content.size, doc.content);
	}
}

/** The plugin that carries an editor's changes to its text. */
export function bindText(binding: TextBinding): Plugin {
	return new Plugin({
		key: bindingKey,
		view(view) {
			binding.attach({
				get state() {
					return view.state;
				},
				dispatch: (tr) => view.dispatch(tr),
				followCaret: () => followCaret(view)
			});
			return { update: (current) => binding.push(current.state.doc) };
		}
	});
}

function readChanges(delta: Y.YTextEvent['delta']): Change[] {
	return delta.map((op): Change => {
		const attributes = op.attributes && { ...op.attributes };
		if (op.delete !== undefined) return { delete: op.delete };
		if (op.retain !== undefined) return { retain: op.retain, ...(attributes && { attributes }) };
		const insert = typeof op.insert === 'string' ? op.insert : '\uFFFC';
		return { insert, ...(attributes && { attributes }) };
	});
}

function lengthBefore(after: number, changes: readonly Change[]): number {
	return changes.reduce((length, change) => {
		if ('insert' in change) return length - change.insert.length;
		return 'delete' in change ? length + change.delete : length;
	}, after);
}

/** Puts the cursor where an undo or a redo changed something, and shows it. */
function showChange(tr: Transaction, changes: readonly Change[]): void {
	let index = 0;
	let end = 0;
	for (const change of changes) {
		if ('retain' in change) index += change.retain;
		else if ('insert' in change) index += change.insert.length;
		if (!('retain' in change) || change.attributes) end = index;
	}
	const place = tr.doc.resolve(positionFromIndex(tr.doc, end));
	tr.setSelection(TextSelection.near(place)).scrollIntoView();
}

function same(one: Node | undefined, other: Node | undefined): boolean {
	return one !== undefined && other !== undefined && (one === other || one.eq(other));
}
