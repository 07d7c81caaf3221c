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
import { toDelta, type Change } from '../delta.ts';
import { followCaret, keepCaret } from './caret.ts';
import { changeBetweenDocs, lengthAfter, lengthBefore, readChanges } from './editor-changes.ts';
import {
	blockAttributes,
	docFromDelta,
	indexFromPosition,
	positionFromIndex,
	textLength
} from './editor-schema.ts';
import { HeldChanges, touches } from './held-changes.ts';
import { rewritesKey, takeBackRewrite } from './rewrites.ts';
import { addSteps } from './steps.ts';
import { STEP_PAUSE, UndoSteps } from './undo-steps.ts';
import { writeBlockAttributes } from '../blocks.ts';

/** What the binding needs of an editor's view. */
export interface EditorHost {
	readonly state: EditorState;
	/** A word is being composed: nothing is to be done that would end it. */
	readonly composing?: boolean;
	dispatch(tr: Transaction): void;
	/** Takes over where the browser has the caret, before something of others is drawn. */
	followCaret?(): void;
}

/** A word that is composed for longer does not hide what others write, in milliseconds. */
const LONGEST_HOLD = 4000;

export const bindingKey = new PluginKey<boolean>('text-binding');

/** One editor bound to one live text. Local edits bear the binding as their origin, so that undo knows them. */
export class TextBinding {
	/** How often the steps missed and the whole document was drawn again: always 0, tests check it. */
	redrawn = 0;
	readonly text: Y.Text;
	readonly undoManager: Y.UndoManager;
	#host: EditorHost | null = null;
	/** The document that reads as the text does. */
	#synced: Node;
	readonly #steps = new UndoSteps();
	readonly #held = new HeldChanges();
	#releasing: ReturnType<typeof setTimeout> | undefined;
	/** The last that rules of typing rewrote. */
	#rewritten: Transaction | null | undefined;

	constructor(text: Y.Text) {
		this.text = text;
		this.#synced = docFromDelta(toDelta(text.toDelta()));
		this.undoManager = new Y.UndoManager(text, {
			trackedOrigins: new Set([this]),
			captureTimeout: STEP_PAUSE
		});
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

	/** Writes what the editor changed into the text; `isApart` when undo is to take it back by itself. */
	push(state: EditorState, isApart = false): void {
		const { doc, selection } = state;
		if (doc === this.#synced || !this.text.doc) return;
		const typed = this.#typedBeforeRule(state);
		// What a rule of typing made of a letter is taken back before the letter.
		if (typed) this.#write(typed.doc, typed.selection.head, isApart);
		this.#write(doc, selection.head, isApart || typed !== null);
	}

	/** The caret was moved: what is written next is taken back by itself. */
	endStep(): void {
		this.#steps.end();
	}

	/** The word that was being composed is there: draws what others wrote in its line meanwhile. */
	release(): void {
		clearTimeout(this.#releasing);
		if (!this.#held.isEmpty) this.#draw(this.#held.take());
	}

	/** Lets go of the text. */
	destroy(): void {
		clearTimeout(this.#releasing);
		this.text.unobserve(this.#onText);
		this.undoManager.destroy();
		this.#host = null;
	}

	#write(doc: Node, caret: number, isApart: boolean): void {
		const before = this.#synced;
		this.#synced = doc;
		const changes = changeBetweenDocs(before, doc, caret);
		if (changes.length === 0) return;
		const edit = { changes, caret: indexFromPosition(doc, caret), isApart };
		if (this.#steps.begins(edit)) this.undoManager.stopCapturing();
		this.text.doc?.transact(() => {
			this.#closeLastLine(before);
			// With its default cleaning: without it a last line end would be dropped.
			this.text.applyDelta(this.#held.pass(changes));
		}, this);
	}

	/** What the keys alone would have written, when a rule has just rewritten it. */
	#typedBeforeRule(state: EditorState): Transaction | null {
		const rewritten = rewritesKey.getState(state);
		if (rewritten === this.#rewritten) return null;
		this.#rewritten = rewritten;
		let typed: Transaction | null = null;
		takeBackRewrite(state, (tr) => (typed = tr));
		return typed;
	}

	readonly #onText = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
		if (transaction.origin === this) return;
		const changes = readChanges(event.delta);
		if (!this.#host) {
			this.#synced = docFromDelta(toDelta(this.text.toDelta()));
			return;
		}
		if (transaction.local) {
			clearTimeout(this.#releasing);
			// Taken back, or one of two moved passages taken away: a step by itself.
			this.#steps.end();
			this.undoManager.stopCapturing();
			const list = [...this.#held.take(), changes];
			return this.#draw(list, transaction.origin === this.undoManager);
		}
		if (!this.#isToHold(this.#host, changes)) return this.#draw([changes]);
		if (this.#held.isEmpty) this.#releasing = setTimeout(() => this.release(), LONGEST_HOLD);
		this.#held.add(changes);
	};

	/** Whether a change comes into the line where a word is being composed, or behind one that did. */
	#isToHold({ composing, state }: EditorHost, changes: readonly Change[]): boolean {
		if (!this.#held.isEmpty) return true;
		const { $from } = state.selection;
		if (!composing || $from.depth === 0 || this.text.length < textLength(state.doc)) return false;
		const from = indexFromPosition(state.doc, $from.start());
		return touches(changes, from, from + $from.parent.content.size);
	}

	/** Brings changes of the text into the editor, one after the other. */
	#draw(list: readonly Change[][], isUndo = false): void {
		const host = this.#host;
		if (!host) return;
		host.followCaret?.();
		const { state } = host;
		const { tr, storedMarks } = state;
		let length = lengthBefore(this.text.length, list.flat());
		try {
			for (const changes of list) {
				addSteps(tr, changes, length);
				length = lengthAfter(length, changes);
				this.#steps.follow(changes);
			}
		} catch {
			this.#redraw(tr);
		}
		if (!this.#isWhole(tr.doc)) this.#redraw(tr);
		if (isUndo) showChange(tr, list.at(-1) ?? []);
		else {
			keepCaret(tr, state, list);
			// « Gras », pressed for the next letter, holds whatever others write meanwhile.
			if (storedMarks && !host.composing) tr.setStoredMarks(storedMarks);
		}
		tr.setMeta('addToHistory', false).setMeta(bindingKey, 'text');
		this.#synced = tr.doc;
		host.dispatch(tr);
	}

	/** The last line of a text may lack its end, when nobody has written in it yet. */
	#closeLastLine(before: Node): void {
		if (this.text.length - this.#held.growth >= textLength(before)) return;
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
export function bindText(binding: TextBinding): Plugin<boolean> {
	return new Plugin<boolean>({
		key: bindingKey,
		// Whether the last transactions pasted, cut or dropped something.
		state: {
			init: () => false,
			apply: (tr, was) => isApart(tr) || (was && tr.getMeta('appendedTransaction') !== undefined)
		},
		props: {
			handleDOMEvents: {
				// Keys may come faster than the browser tells where they moved the caret. A phone composes (229).
				keydown(view, event) {
					if (!event.isComposing && event.keyCode !== 229) followCaret(view);
					return false;
				},
				// After the editor itself has read what was composed.
				compositionend: (view) =>
					void setTimeout(() => {
						if (!view.composing) binding.release();
					}, 50)
			}
		},
		view(view) {
			binding.attach({
				get state() {
					return view.state;
				},
				get composing() {
					return view.composing;
				},
				dispatch: (tr) => view.dispatch(tr),
				followCaret: () => followCaret(view)
			});
			return {
				update(current, before) {
					const { doc, selection } = current.state;
					const isMoved = doc === before.doc && !selection.eq(before.selection);
					if (isMoved && !current.composing) binding.endStep();
					binding.push(current.state, bindingKey.getState(current.state) === true);
				}
			};
		}
	});
}

function isApart(tr: Transaction): boolean {
	const event: unknown = tr.getMeta('uiEvent');
	return tr.getMeta('paste') === true || event === 'paste' || event === 'cut' || event === 'drop';
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
