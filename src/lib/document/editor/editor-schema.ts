/** The document as the editor sees it: one flat row of blocks, and the formats that letters may bear. */
import { Schema, type Mark, type Node } from 'prosemirror-model';
import {
	readBlocks,
	readDepth,
	readFormat,
	readHref,
	readKind,
	writeBlockAttributes,
	type Block,
	type Format
} from '../blocks.ts';
import type { Attributes, Delta, Insert } from '../delta.ts';

const TAGS = { paragraph: 'p', h2: 'h2', h3: 'h3', h4: 'h4' } as const;

export const schema = new Schema({
	nodes: {
		doc: { content: 'block+' },
		block: {
			content: 'text*',
			attrs: { kind: { default: 'paragraph' }, depth: { default: 0 } },
			parseDOM: [{ tag: 'p' }],
			toDOM: (node) => {
				const { kind, depth } = blockAttributes(node);
				if (kind === 'bullet') return ['ul', { 'data-depth': String(depth) }, ['li', 0]];
				if (kind === 'numbered') return ['ol', { 'data-depth': String(depth) }, ['li', 0]];
				if (kind === 'quote') return ['blockquote', ['p', 0]];
				return [TAGS[kind], 0];
			}
		},
		text: {}
	},
	// A mark stands once on a letter, as an attribute holds one value.
	marks: {
		link: {
			attrs: { href: { validate: 'string' } },
			inclusive: false,
			toDOM: (mark) => ['a', { href: readHref(mark.attrs['href']) ?? '' }, 0]
		},
		strong: { toDOM: () => ['strong', 0] },
		em: { toDOM: () => ['em', 0] },
		source: {
			attrs: { ref: { validate: 'string' } },
			inclusive: false,
			toDOM: () => ['span', { class: 'brought' }, 0]
		}
	}
});

export const MARKS = ['strong', 'em', 'link', 'source'] as const;
export type MarkName = (typeof MARKS)[number];

/** Reads the kind and depth of a block of the editor. */
export function blockAttributes(node: Node): Pick<Block, 'kind' | 'depth'> {
	return { kind: readKind(node.attrs['kind']), depth: readDepth(node.attrs['depth']) };
}

/** Gives the marks of a format. */
export function marksOf(format: Format): Mark[] {
	return MARKS.flatMap((name) => markOf(name, format) ?? []);
}

/** Gives one mark of a format, or null when it is off. */
export function markOf(name: MarkName, format: Format): Mark | null {
	switch (name) {
		case 'strong':
			return format.strong ? schema.mark('strong') : null;
		case 'em':
			return format.em ? schema.mark('em') : null;
		case 'link':
			return format.link === null ? null : schema.mark('link', { href: format.link });
		case 'source':
			return format.source === null ? null : schema.mark('source', { ref: format.source });
	}
}

/** Makes the editor's document of a text, with the reading that everyone shares. */
export function docFromDelta(delta: Delta): Node {
	return docFromBlocks(readBlocks(delta));
}

/** Makes the editor's document of blocks. */
export function docFromBlocks(blocks: readonly Block[]): Node {
	return schema.node('doc', null, nodesFromBlocks(blocks));
}

/** Makes the editor's blocks. */
export function nodesFromBlocks(blocks: readonly Block[]): Node[] {
	return blocks.map((block) =>
		schema.node(
			'block',
			{ kind: block.kind, depth: block.depth },
			block.runs.map((run) => schema.text(run.text, marksOf(run)))
		)
	);
}

/** Writes blocks of the editor as letters and line ends. */
export function deltaFromNodes(nodes: readonly Node[]): Insert[] {
	const delta: Insert[] = [];
	for (const node of nodes) {
		node.forEach((child) => {
			// A line end inside a block would close it: a blank has the same length.
			const insert = (child.text ?? '').replaceAll('\n', ' ');
			delta.push({ insert, attributes: attributesOf(child.marks) });
		});
		delta.push({ insert: '\n', attributes: writeBlockAttributes(blockAttributes(node)) });
	}
	return delta;
}

/** Lists the blocks of a document. */
export function blocksOf(doc: Node): Node[] {
	const blocks: Node[] = [];
	doc.forEach((node) => blocks.push(node));
	return blocks;
}

/** Counts the letters and line ends of a document. */
export function textLength(doc: Node): number {
	let length = 0;
	doc.forEach((node) => {
		length += node.content.size + 1;
	});
	return length;
}

/** Turns a place in the text into a place in the editor's document. */
export function positionFromIndex(doc: Node, index: number): number {
	let start = 0;
	let position = 0;
	for (const node of blocksOf(doc)) {
		const size = node.content.size;
		if (index <= start + size) return position + 1 + Math.max(index - start, 0);
		start += size + 1;
		position += node.nodeSize;
	}
	return Math.max(doc.content.size - 1, 1);
}

/** Turns a place in the editor's document into a place in the text. */
export function indexFromPosition(doc: Node, position: number): number {
	const place = doc.resolve(Math.min(Math.max(position, 0), doc.content.size));
	// One token opens each block before this one and closes it: the text has one line end for both.
	return position - place.index(0) - (place.depth > 0 ? 1 : 0);
}

function attributesOf(marks: readonly Mark[]): Attributes {
	const attributes: Record<string, unknown> = {};
	for (const mark of marks) {
		attributes[mark.type.name] = Object.keys(mark.attrs).length > 0 ? { ...mark.attrs } : true;
	}
	// What the reading would ignore is not written.
	const format = readFormat(attributes);
	if (format.link === null) delete attributes['link'];
	if (format.source === null) delete attributes['source'];
	return attributes;
}
