/** The caret as the browser has it, which may be ahead of what the editor was told, and amid what others write. */
import { AllSelection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Change } from '../delta.ts';
import { indexFromPosition, positionFromIndex } from './editor-schema.ts';

/**
 * Takes over a move of the caret that the browser has made and not announced yet. To be called before
 * what others do is drawn, since drawing puts the caret where the editor believes it to be, and before a
 * key acts.
 */
export function followCaret(view: EditorView): void {
	const { selection, doc } = view.state;
	const seen = view.dom.ownerDocument.getSelection();
	if (!seen?.anchorNode || !seen.focusNode) return;
	if (view.composing || !view.hasFocus()) return;
	// Everything is selected still, unless the browser shows a caret.
	const isLeft = selection instanceof AllSelection && seen.isCollapsed;
	if (!isLeft && !(selection instanceof TextSelection)) return;
	if (!view.dom.contains(seen.anchorNode) || !view.dom.contains(seen.focusNode)) return;
	const anchor = view.posAtDOM(seen.anchorNode, seen.anchorOffset);
	const head = view.posAtDOM(seen.focusNode, seen.focusOffset);
	const isKnown = anchor === selection.anchor && head === selection.head;
	if (isKnown || Math.min(anchor, head) < 0 || Math.max(anchor, head) > doc.content.size) return;
	const moved = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
	if (!moved.eq(selection)) view.dispatch(view.state.tr.setSelection(moved));
}

/**
 * Keeps the caret behind the letters it was behind when others write at its place, so that the words of
 * two who write there stay apart; a selection takes in nothing of what they write at its ends. To be
 * called with their changes of `state`, each made after the one before, once their steps are there.
 */
export function keepCaret(
	tr: Transaction,
	state: EditorState,
	list: readonly (readonly Change[])[]
): void {
	const { doc, selection } = state;
	if (!(selection instanceof TextSelection)) return;
	const place = (position: number, side: 1 | -1): number => {
		const startsLine = doc.resolve(position).parentOffset === 0;
		const index = list.reduce(
			(at, changes) => indexAfter(changes, at, side, startsLine),
			indexFromPosition(doc, position)
		);
		return positionFromIndex(tr.doc, index);
	};
	const to = place(selection.to, -1);
	const from = selection.empty ? to : Math.min(place(selection.from, 1), to);
	const isForward = selection.anchor <= selection.head;
	tr.setSelection(TextSelection.create(tr.doc, isForward ? from : to, isForward ? to : from));
}

/**
 * Tells where a place of the text is after a change: before (-1) or behind (1) what is written at that
 * very place. The start of a line goes along with its line when whole lines come before it.
 */
export function indexAfter(
	changes: readonly Change[],
	index: number,
	side: 1 | -1,
	startsLine: boolean
): number {
	let old = 0;
	let now = 0;
	let here = '';
	for (const change of changes) {
		if (old > index) break;
		if ('insert' in change) {
			if (old === index) here += change.insert;
			else now += change.insert.length;
		} else if ('delete' in change) old += change.delete;
		else {
			// What was written at the place is passed; the place itself is before what is kept.
			if (old === index) break;
			const kept = Math.min(change.retain, index - old);
			now += kept;
			old += change.retain;
		}
	}
	// A change ends with its last effect: the rest is kept.
	return now + Math.max(index - old, 0) + lengthBefore(here, side, startsLine);
}

function lengthBefore(written: string, side: 1 | -1, startsLine: boolean): number {
	if (side === 1) return written.length;
	if (!startsLine) return 0;
	const lines = /^\n*/.exec(written)?.[0].length ?? 0;
	return written.endsWith('\n') ? written.length : lines;
}
