/** The reading of a delta that everyone shares: blocks, and runs of letters with the formats we know. */
import type { Attributes, Delta, Insert } from './delta.ts';

export const BLOCK_KINDS = ['paragraph', 'h2', 'h3', 'h4', 'bullet', 'numbered', 'quote'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Deepest indent of a list item; the first level is 0. */
export const MAX_DEPTH = 5;

export interface Format {
	strong: boolean;
	em: boolean;
	/** A checked address: http, https or mailto. */
	link: string | null;
	/** A pointer to where the words come from; it means nothing unless lineage knows it. */
	source: string | null;
}

export interface Run extends Format {
	text: string;
}

export interface Block {
	kind: BlockKind;
	/** 0 to MAX_DEPTH; read for list items alone. */
	depth: number;
	runs: readonly Run[];
}

export const PLAIN: Format = { strong: false, em: false, link: null, source: null };

/** Tells whether a block is an item of a list. */
export function isListItem(block: { kind: BlockKind }): boolean {
	return block.kind === 'bullet' || block.kind === 'numbered';
}

/** Tells whether a block is a heading. */
export function isHeading(block: { kind: BlockKind }): boolean {
	return block.kind === 'h2' || block.kind === 'h3' || block.kind === 'h4';
}

/** Gives the address when it is one we let people follow (http, https, mailto), else null: a foreign scheme is inert. */
export function readHref(value: unknown): string | null {
	if (typeof value !== 'string' || value.length > 2000) return null;
	// No blank and no control character: browsers drop some of them before they read the scheme.
	return /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(value) ? value : null;
}

/** Reads the formats we know from stored attributes; the others, and block attributes on letters, are ignored. */
export function readFormat(attributes: Attributes | undefined): Format {
	if (!attributes) return PLAIN;
	return {
		strong: attributes['strong'] === true,
		em: attributes['em'] === true,
		link: readHref(property(attributes['link'], 'href')),
		source: readReference(property(attributes['source'], 'ref'))
	};
}

/** Reads a block's kind and depth from its line end; what is unknown is a paragraph. */
export function readBlockAttributes(attributes: Attributes | undefined): {
	kind: BlockKind;
	depth: number;
} {
	return { kind: readKind(attributes?.['kind']), depth: readDepth(attributes?.['depth']) };
}

/** Reads a stored block kind; an unknown one is a paragraph. */
export function readKind(value: unknown): BlockKind {
	return BLOCK_KINDS.find((kind) => kind === value) ?? 'paragraph';
}

/** Reads a stored depth, an integer between 0 and MAX_DEPTH. */
export function readDepth(value: unknown): number {
	if (typeof value !== 'number' || !Number.isInteger(value)) return 0;
	return Math.min(Math.max(value, 0), MAX_DEPTH);
}

/** Reads a delta as blocks. There is always one at least, and a last line without its end is closed as a paragraph. */
export function readBlocks(delta: Delta): Block[] {
	const blocks: Block[] = [];
	let runs: Run[] = [];
	for (const { insert, attributes } of delta) {
		const lines = insert.split('\n');
		lines.forEach((line, index) => {
			if (line !== '') addRun(runs, { text: line, ...readFormat(attributes) });
			if (index === lines.length - 1) return;
			blocks.push({ ...readBlockAttributes(attributes), runs });
			runs = [];
		});
	}
	if (runs.length > 0 || blocks.length === 0) blocks.push({ kind: 'paragraph', depth: 0, runs });
	return blocks;
}

/** Writes blocks as the delta that reads back as them: each insert with its own formats and no other. */
export function writeBlocks(blocks: readonly Block[]): Insert[] {
	const delta: Insert[] = [];
	for (const block of blocks) {
		for (const run of block.runs) {
			if (run.text !== '') delta.push({ insert: run.text, attributes: writeFormat(run) });
		}
		delta.push({ insert: '\n', attributes: writeBlockAttributes(block) });
	}
	return delta;
}

/** Writes a run's formats as attributes, those that are on alone. */
export function writeFormat(format: Format): Attributes {
	return {
		...(format.strong && { strong: true }),
		...(format.em && { em: true }),
		...(format.link !== null && { link: { href: format.link } }),
		...(format.source !== null && { source: { ref: format.source } })
	};
}

/** Writes a block's kind and depth as attributes; a paragraph at the margin has none. */
export function writeBlockAttributes(block: { kind: BlockKind; depth: number }): Attributes {
	return {
		...(block.kind !== 'paragraph' && { kind: block.kind }),
		...(block.depth > 0 && { depth: block.depth })
	};
}

/** Gives the letters of a block. */
export function textOf(block: Block): string {
	return block.runs.map((run) => run.text).join('');
}

function addRun(runs: Run[], run: Run): void {
	const last = runs.at(-1);
	const same =
		last &&
		last.strong === run.strong &&
		last.em === run.em &&
		last.link === run.link &&
		last.source === run.source;
	if (same) runs[runs.length - 1] = { ...last, text: last.text + run.text };
	else runs.push(run);
}

function readReference(value: unknown): string | null {
	return typeof value === 'string' && /^[\w:.-]{1,200}$/.test(value) ? value : null;
}

function property(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return new Map<string, unknown>(Object.entries(value)).get(name);
}
