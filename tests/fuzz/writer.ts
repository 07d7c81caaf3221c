/** Somebody with an editor and no screen: what a hand does to a document, whatever model keeps it. */
import type { Mark, Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { canJoin } from 'prosemirror-transform';
import type * as Y from 'yjs';

/** A place kept by the model, by which its letter is found again. */
export interface Anchor {
	letter: string;
	find(): string | null;
}

export interface Writer {
	readonly live: Y.Doc;
	readonly state: EditorState;
	dispatch(tr: Transaction): void;
	/** Shows what came from others. */
	refresh(): void;
	undo(): void;
	split(position: number): void;
	heading(position: number, level: number): void;
	list(position: number): void;
	indent(position: number): void;
	bold(): Mark;
	block(text: string): Node;
	anchor(position: number, letter: string): Anchor;
	/** The client id under which each letter stands, once for each time it stands. */
	authors(): [letter: string, client: number][];
	/** What two who have all must agree on. */
	reading(): string;
}

/** Counts the places where a cursor can stand. */
export function countPlaces(doc: Node): number {
	let count = 0;
	doc.descendants((node) => {
		if (node.isTextblock) count += node.content.size + 1;
	});
	return count;
}

/** Gives one of the places where a cursor can stand. */
export function placeOf(doc: Node, n: number): number {
	let left = n % Math.max(countPlaces(doc), 1);
	let place = 1;
	doc.descendants((node, position) => {
		if (!node.isTextblock || left < 0) return;
		if (left <= node.content.size) place = position + 1 + left;
		left -= node.content.size + 1;
	});
	return place;
}

/** The letters of a document. */
export function lettersOf(doc: Node): string {
	return doc.textBetween(0, doc.content.size);
}

export function type(writer: Writer, position: number, letters: string): void {
	writer.dispatch(writer.state.tr.insertText(letters, position));
}

/** Takes letters away; gives those that went. */
export function erase(writer: Writer, position: number, length: number): string {
	const { doc, tr } = writer.state;
	const end = Math.min(position + length, doc.content.size - 1);
	if (end <= position) return '';
	const gone = doc.textBetween(position, end);
	writer.dispatch(tr.delete(position, end));
	return gone;
}

/** Joins the block of a place to the one before it, where that can be done. */
export function join(writer: Writer, position: number): void {
	const place = writer.state.doc.resolve(position);
	for (let depth = place.depth; depth > 0; depth--) {
		const before = place.before(depth);
		if (!canJoin(writer.state.doc, before)) continue;
		const { nodeBefore, nodeAfter } = writer.state.doc.resolve(before);
		// A paragraph does not join a list, whatever canJoin says of an empty one.
		if (!nodeBefore?.type.compatibleContent(nodeAfter?.type ?? nodeBefore.type)) return;
		return writer.dispatch(writer.state.tr.join(before));
	}
}

export function bold(writer: Writer, from: number, length: number, on: boolean): void {
	const { doc, tr } = writer.state;
	const to = Math.min(from + length, doc.content.size);
	const mark = writer.bold();
	writer.dispatch(on ? tr.addMark(from, to, mark) : tr.removeMark(from, to, mark));
}

/** Brings in two blocks from elsewhere. */
export function paste(writer: Writer, n: number, first: string, second: string): void {
	const { doc, tr } = writer.state;
	tr.insert(boundary(doc, n), [writer.block(first), writer.block(second)]);
	writer.dispatch(tr);
}

/** Cuts a block and pastes it elsewhere; gives the letters that were moved. */
export function move(writer: Writer, from: number, to: number): string {
	const { doc } = writer.state;
	if (doc.childCount < 2) return '';
	const index = from % doc.childCount;
	const start = boundary(doc, index);
	const node = doc.child(index);
	writer.dispatch(writer.state.tr.delete(start, start + node.nodeSize));
	writer.dispatch(writer.state.tr.insert(boundary(writer.state.doc, to), node));
	return lettersOf(node);
}

function boundary(doc: Node, n: number): number {
	const index = n % (doc.childCount + 1);
	let position = 0;
	for (let child = 0; child < index; child++) position += doc.child(child).nodeSize;
	return position;
}
