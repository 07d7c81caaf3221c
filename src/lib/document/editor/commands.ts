/** What the toolbar and the keyboard do to the text. */
import type { MarkType, Node, ResolvedPos } from 'prosemirror-model';
import type { Command, EditorState, Transaction } from 'prosemirror-state';
import type * as Y from 'yjs';
import {
	isHeading,
	isListItem,
	MAX_DEPTH,
	readHref,
	type Block,
	type BlockKind
} from '../blocks.ts';
import type { ActiveFormats } from '../editor-action.ts';
import { blockAttributes, schema } from './editor-schema.ts';

export const toggleStrong = toggleFormat(schema.marks.strong);
export const toggleEm = toggleFormat(schema.marks.em);

/** Tells what holds at the selection. */
export function activeFormats(state: EditorState, undo: Y.UndoManager): ActiveFormats {
	const { from, to, empty, $from } = state.selection;
	const marks = state.storedMarks ?? $from.marks();
	const has = (name: 'strong' | 'em') =>
		empty
			? schema.marks[name].isInSet(marks) !== undefined
			: state.doc.rangeHasMark(from, to, schema.marks[name]);
	const range = linkAround(state);
	return {
		kind: $from.depth > 0 ? blockAttributes($from.node(1)).kind : 'paragraph',
		strong: has('strong'),
		em: has('em'),
		link: range?.href ?? null,
		canUndo: undo.canUndo(),
		canRedo: undo.canRedo()
	};
}

/** Gives the selected blocks a kind, or makes them paragraphs again when all have it already. */
export function toggleKind(kind: BlockKind): Command {
	return (state, dispatch) => {
		const blocks = selectedBlocks(state);
		const wanted = blocks.every(({ node }) => blockAttributes(node).kind === kind)
			? 'paragraph'
			: kind;
		return setBlocks(state, dispatch, (block) => ({
			kind: wanted,
			depth: isListItem({ kind: wanted }) ? block.depth : 0
		}));
	};
}

/**
 * Moves the selected list items one level in (1) or out (-1), in no further than one below the item before
 * them. Elsewhere it does nothing, so that Tab goes on.
 */
export function indent(step: 1 | -1): Command {
	return (state, dispatch) => {
		const blocks = selectedBlocks(state);
		if (!blocks.some(({ node }) => isListItem(blockAttributes(node)))) return false;
		const first = blocks[0]?.position ?? 0;
		const before = state.doc.resolve(first).nodeBefore;
		let deepest = deepestAfter(before && blockAttributes(before));
		setBlocks(state, dispatch, (block) => {
			const wanted = Math.min(Math.max(block.depth + step, 0), deepest);
			// What stands too deep already is not brought out by a push in.
			const depth = step === 1 ? Math.max(wanted, block.depth) : wanted;
			const moved = isListItem(block) ? { kind: block.kind, depth } : block;
			deepest = deepestAfter(moved);
			return moved;
		});
		return true;
	};
}

/** Links the selected words, or the link the cursor is in; an empty address takes the link off. */
export function setLink(address: string): Command {
	return (state, dispatch) => {
		const href = address.trim() === '' ? null : readAddress(address.trim());
		if (href === null && address.trim() !== '') return false;
		const { selection } = state;
		const around = selection.empty ? linkAround(state) : null;
		const from = around?.from ?? selection.from;
		const to = around?.to ?? selection.to;
		const { tr } = state;
		tr.removeMark(from, to, schema.marks.link);
		if (href !== null && from === to) {
			tr.insert(from, schema.text(address.trim(), [schema.mark('link', { href })]));
		} else if (href !== null) tr.addMark(from, to, schema.mark('link', { href }));
		dispatch?.(tr.scrollIntoView());
		return true;
	};
}

/** Reads what people type as an address: a mail address, a site without its scheme. Null when it leads nowhere from here. */
export function readAddress(typed: string): string | null {
	if (/^[^\s/:@]+@[^\s/@]+\.[^\s/@]+$/.test(typed)) return readHref(`mailto:${typed}`);
	if (/^mailto:/i.test(typed)) return typed.includes('@') ? readHref(typed) : null;
	const href = readHref(withScheme(typed));
	if (href === null || /^https?:\/\/\//i.test(href) || !URL.canParse(href)) return null;
	// A name before an « @ » hides where the link goes; a host has a name and a country, or the like.
	const { hostname, username } = new URL(href);
	return username === '' && /[^.]\.[^.]/.test(hostname) ? href : null;
}

function withScheme(typed: string): string {
	if (typed.startsWith('//')) return `https:${typed}`;
	// « a.example:8080 » is a site and its port, not a scheme.
	const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed);
	return hasScheme ? typed : `https://${typed}`;
}

/** Ends a line: the next one is alike, save after a heading; an empty item leaves its list. */
export const splitBlock: Command = (state, dispatch) => {
	const { tr } = state;
	if (!state.selection.empty) tr.deleteSelection();
	const { $from } = tr.selection;
	if ($from.depth === 0) return false;
	const block = blockAttributes($from.node(1));
	const isEmpty = $from.node(1).content.size === 0;
	if (isEmpty && state.selection.empty && block.kind !== 'paragraph') {
		return leaveKind(state, dispatch);
	}
	const atEnd = $from.parentOffset === $from.parent.content.size;
	const next = isHeading(block) && atEnd ? { kind: 'paragraph', depth: 0 } : block;
	tr.split($from.pos, 1, [{ type: schema.nodes.block, attrs: next }]);
	// Enter before a heading's first letter opens a line above it.
	if (isHeading(block) && $from.parentOffset === 0 && !isEmpty) {
		tr.setNodeMarkup($from.before(1), null, { kind: 'paragraph', depth: 0 });
	}
	dispatch?.(tr.ensureMarks(state.storedMarks ?? $from.marks()).scrollIntoView());
	return true;
};

/** At the start of an item, a heading or a quotation: one level out, then a paragraph. */
export const backOut: Command = (state, dispatch) => {
	const { $from, empty } = state.selection;
	if (!empty || $from.depth === 0 || $from.parentOffset > 0) return false;
	if (blockAttributes($from.node(1)).kind === 'paragraph') return false;
	return leaveKind(state, dispatch);
};

/** Puts a format on the selected letters, save the blanks at their ends, or takes it off where some bear it. */
function toggleFormat(mark: MarkType): Command {
	return (state, dispatch) => {
		const { tr, doc } = state;
		const { from, to, empty, $from, $to } = state.selection;
		if (empty) {
			const isOn = mark.isInSet(state.storedMarks ?? $from.marks());
			dispatch?.(isOn ? tr.removeStoredMark(mark) : tr.addStoredMark(mark.create()));
			return true;
		}
		if (doc.rangeHasMark(from, to, mark)) tr.removeMark(from, to, mark);
		else {
			const start = from + (/^\s*/.exec($from.nodeAfter?.text ?? '')?.[0].length ?? 0);
			const end = to - (/\s*$/.exec($to.nodeBefore?.text ?? '')?.[0].length ?? 0);
			tr.addMark(start < to ? start : from, start < to ? end : to, mark.create());
		}
		dispatch?.(tr.scrollIntoView());
		return true;
	};
}

function leaveKind(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined): boolean {
	return setBlocks(state, dispatch, (block) =>
		isListItem(block) && block.depth > 0
			? { kind: block.kind, depth: block.depth - 1 }
			: { kind: 'paragraph', depth: 0 }
	);
}

/** How deep an item may stand behind a block. */
function deepestAfter(block: Pick<Block, 'kind' | 'depth'> | null): number {
	return block && isListItem(block) ? Math.min(block.depth + 1, MAX_DEPTH) : 0;
}

function setBlocks(
	state: EditorState,
	dispatch: ((tr: Transaction) => void) | undefined,
	change: (block: Pick<Block, 'kind' | 'depth'>) => Pick<Block, 'kind' | 'depth'>
): boolean {
	const { tr } = state;
	for (const { node, position } of selectedBlocks(state)) {
		const now = blockAttributes(node);
		const wanted = change(now);
		if (now.kind !== wanted.kind || now.depth !== wanted.depth) {
			tr.setNodeMarkup(position, null, { ...wanted });
		}
	}
	dispatch?.(tr.scrollIntoView());
	return true;
}

function selectedBlocks(state: EditorState): { node: Node; position: number }[] {
	const blocks: { node: Node; position: number }[] = [];
	const { from, to } = state.selection;
	state.doc.nodesBetween(from, to, (node, position) => {
		if (node.type === schema.nodes.block) blocks.push({ node, position });
		return false;
	});
	return blocks;
}

function linkAround(state: EditorState): { from: number; to: number; href: string } | null {
	const { $from } = state.selection;
	const mark = linkAt($from);
	if (!mark) return null;
	// The neighbours that bear the same link: an address with bold words inside is one link.
	const children: { from: number; to: number; linked: boolean }[] = [];
	$from.parent.forEach((child, offset) => {
		const from = $from.start() + offset;
		children.push({ from, to: from + child.nodeSize, linked: mark.isInSet(child.marks) });
	});
	const here = children.findIndex(
		(child) => child.linked && child.from <= $from.pos && $from.pos <= child.to
	);
	let first = here;
	while (children[first - 1]?.linked) first--;
	let last = here;
	while (children[last + 1]?.linked) last++;
	const from = children[first]?.from ?? $from.pos;
	const to = children[last]?.to ?? $from.pos;
	const href = readHref(mark.attrs['href']);
	return href === null ? null : { from, to, href };
}

function linkAt(place: ResolvedPos) {
	const marks = [...(place.nodeAfter?.marks ?? []), ...(place.nodeBefore?.marks ?? [])];
	return schema.marks.link.isInSet(marks);
}
