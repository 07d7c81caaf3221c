/** Numbers of list items: each item is a list of its own in the flat document, so a screen reader is told its place. */
import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, type NodeView } from 'prosemirror-view';
import { isListItem, type Block } from '../blocks.ts';
import { blockAttributes, blocksOf, schema } from './editor-schema.ts';

interface Place {
	/** Place among the neighbours of the same list, from 1. */
	number: number;
	size: number;
	/** How many lists it is in: no more than one further than the item before it, whatever its depth. */
	level: number;
}

/** Tells each list item its place and the size of its list. */
export function listPlaces(): Plugin<DecorationSet> {
	const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
		state: {
			init: (_config, state) => decorate(state.doc),
			apply: (tr, old) => (tr.docChanged ? decorate(tr.doc) : old)
		},
		props: { decorations: (state) => plugin.getState(state) }
	});
	return plugin;
}

/** Draws a block: `ol` with its number and `ul` for items, the plain element for the others. */
export function blockView(
	node: Node,
	_view: unknown,
	_at: unknown,
	decorations: readonly Decoration[]
): NodeView {
	const { kind, depth } = blockAttributes(node);
	const { dom, contentDOM } = elementOf(kind);
	if (isListItem({ kind })) {
		dom.dataset['depth'] = String(depth);
	}
	const place = (list: readonly Decoration[]) => {
		const found = placeOf(list);
		if (!found) return;
		dom.dataset['depth'] = String(found.level - 1);
		contentDOM.setAttribute('aria-level', String(found.level));
		contentDOM.setAttribute('aria-posinset', String(found.number));
		contentDOM.setAttribute('aria-setsize', String(found.size));
		if (kind === 'numbered') dom.setAttribute('start', String(found.number));
	};
	place(decorations);
	return {
		dom,
		contentDOM,
		update(next, list) {
			const now = blockAttributes(next);
			if (next.type !== schema.nodes.block || now.kind !== kind || now.depth !== depth)
				return false;
			place(list);
			return true;
		},
		// The numbers are ours: the editor need not read them back.
		ignoreMutation: (mutation) => mutation.type === 'attributes'
	};
}

function elementOf(kind: string): { dom: HTMLElement; contentDOM: HTMLElement } {
	const make = (tag: string) => document.createElement(tag);
	if (kind === 'bullet' || kind === 'numbered' || kind === 'quote') {
		const dom = make(kind === 'bullet' ? 'ul' : kind === 'numbered' ? 'ol' : 'blockquote');
		const contentDOM = make(kind === 'quote' ? 'p' : 'li');
		dom.append(contentDOM);
		return { dom, contentDOM };
	}
	const dom = make(kind === 'paragraph' ? 'p' : kind);
	return { dom, contentDOM: dom };
}

function placeOf(list: readonly Decoration[]): Place | null {
	for (const { spec } of list) if (isPlace(spec)) return spec;
	return null;
}

function isPlace(value: unknown): value is Place {
	return typeof value === 'object' && value !== null && 'number' in value && 'level' in value;
}

function decorate(doc: Node): DecorationSet {
	const places = placesOf(blocksOf(doc).map(blockAttributes));
	const decorations: Decoration[] = [];
	doc.forEach((node, from, index) => {
		const place = places[index];
		// Plain values: a place that has not changed draws nothing anew.
		if (place) decorations.push(Decoration.node(from, from + node.nodeSize, {}, { ...place }));
	});
	return DecorationSet.create(doc, decorations);
}

/** Gives the place of each block that is a list item, as readers have it: null for the others. */
export function placesOf(blocks: readonly Pick<Block, 'kind' | 'depth'>[]): (Place | null)[] {
	// The lists that are open, each nested in the one before.
	let open: { kind: string; depth: number; places: Place[] }[] = [];
	const lists: Place[][] = [];
	const places = blocks.map(({ kind, depth }) => {
		if (!isListItem({ kind })) {
			open = [];
			return null;
		}
		while ((open.at(-1)?.depth ?? 0) > depth && (open.at(-2)?.depth ?? -1) >= depth) open.pop();
		let list = open.at(-1);
		// Nothing stands at this depth: the open list takes it, rather than beginning another one.
		if (list && list.depth > depth) list.depth = depth;
		if (list?.depth === depth && list.kind !== kind) {
			open.pop();
			list = undefined;
		}
		if (!list || list.depth < depth) {
			list = { kind, depth, places: [] };
			open.push(list);
			lists.push(list.places);
		}
		const place = { number: list.places.length + 1, size: 0, level: open.length };
		list.places.push(place);
		return place;
	});
	for (const list of lists) for (const place of list) place.size = list.length;
	return places;
}
