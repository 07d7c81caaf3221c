/** Changes as the binding meets them: of the editor's document, and of the text's events. */
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import { changeBetween } from '../change.ts';
import type { Change } from '../delta.ts';
import { blocksOf, deltaFromNodes, indexFromPosition } from './editor-schema.ts';

/**
 * Gives the smallest change of the text between two documents of the editor: only blocks that differ are
 * compared. `caret` is where the editor's caret is afterwards: « l » typed before an « l » comes before it.
 */
export function changeBetweenDocs(before: Node, after: Node, caret?: number): Change[] {
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
	// A new line end comes behind the one that stands there, which keeps its own line.
	const isInOneLine = old.length - end - start === 1 && now.length - end - start === 1;
	return changeBetween(
		deltaFromNodes(old.slice(start, old.length - end)),
		deltaFromNodes(now.slice(start, now.length - end)),
		offset,
		isInOneLine && caret !== undefined ? indexFromPosition(after, caret) - offset : null
	);
}

/** Reads the change that an event of the text tells. */
export function readChanges(delta: Y.YTextEvent['delta']): Change[] {
	return delta.map((op): Change => {
		const attributes = op.attributes && { ...op.attributes };
		if (op.delete !== undefined) return { delete: op.delete };
		if (op.retain !== undefined) return { retain: op.retain, ...(attributes && { attributes }) };
		const insert = typeof op.insert === 'string' ? op.insert : '\uFFFC';
		return { insert, ...(attributes && { attributes }) };
	});
}

/** Gives the length of a text before changes, from its length after them. */
export function lengthBefore(after: number, changes: readonly Change[]): number {
	return after - lengthAfter(0, changes);
}

/** Gives the length of a text after changes, from its length before them. */
export function lengthAfter(before: number, changes: readonly Change[]): number {
	return changes.reduce((length, change) => {
		if ('insert' in change) return length + change.insert.length;
		return 'delete' in change ? length - change.delete : length;
	}, before);
}

function same(one: Node | undefined, other: Node | undefined): boolean {
	return one !== undefined && other !== undefined && (one === other || one.eq(other));
}
