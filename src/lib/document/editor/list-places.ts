/** Numbers of list items: each item is a list of its own in the flat document, so a screen reader is told its place. */
import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, type NodeView } from 'prosemirror-view';
import { isListItem } from '../blocks.ts';
import { blockAttributes, schema } from './editor-schema.ts';

interface Place {
	/** Place among the neighbours of the same depth and kind, from 1. */
	number: number;
	size: number;
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
		contentDOM.setAttribute('aria-level', String(depth + 1));
	}
	const place = (list: readonly Decoration[]) => {
		const found = placeOf(list);
		if (!found) return;
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

function placeOf(decorations: readonly Decoration[]): Place | null {
	for (const { spec } of decorations) {
		const found: unknown = spec['place'];
		if (isPlace(found)) return found;
	}
	return null;
}

function isPlace(value: unknown): value is Place {
	return typeof value === 'object' && value !== null && 'number' in value && 'size' in value;
}

function decorate(doc: Node): DecorationSet {
	const items: { from: number; to: number; place: Place }[] = [];
	// The lists that are open, one a depth; each holds the places of its items.
	let open: { kind: string; depth: number; places: Place[] }[] = [];
	doc.forEach((node, from) => {
		const { kind, depth } = blockAttributes(node);
		if (!isListItem({ kind })) {
			open = [];
			return;
		}
		while (open.at(-1) && (open.at(-1)?.depth ?? 0) > depth) open.pop();
		let list = open.at(-1);
		if (!list || list.depth < depth || list.kind !== kind) {
			if (list && list.depth === depth) open.pop();
			list = { kind, depth, places: [] };
			open.push(list);
		}
		const place = { number: list.places.length + 1, size: 0 };
		list.places.push(place);
		for (const other of list.places) other.size = list.places.length;
		items.push({ from, to: from + node.nodeSize, place });
	});
	return DecorationSet.create(
		doc,
		items.map(({ from, to, place }) => Decoration.node(from, to, {}, { place }))
	);
}
