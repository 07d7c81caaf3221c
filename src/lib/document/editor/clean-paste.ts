/** What comes from Word, LibreOffice or a web page, brought down to our blocks and formats. */
import { DOMParser, Fragment, Slice } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import {
	MAX_DEPTH,
	PLAIN,
	readHref,
	textOf,
	type Block,
	type BlockKind,
	type Format,
	type Run
} from '../blocks.ts';
import { blocksFromPlainText, withoutControls } from '../plain-text.ts';
import { blockAttributes, nodesFromBlocks, schema } from './editor-schema.ts';
import { contentOf, isLeftOut, wordsOfImage } from './paste-left-out.ts';
import { lineOfRow } from './pasted-row.ts';

/** The part of a DOM node that the cleaning reads. */
export interface PastedNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly nodeValue: string | null;
	readonly childNodes: Iterable<PastedNode>;
	getAttribute?(name: string): string | null;
}

interface Context extends Format {
	kind: BlockKind;
	depth: number;
	/** How many lists this is in. */
	lists: number;
	/** Line ends count. */
	pre: boolean;
}

const HEADINGS: Record<string, BlockKind> = {
	H1: 'h2',
	H2: 'h2',
	H3: 'h3',
	H4: 'h4',
	H5: 'h4',
	H6: 'h4'
};
const BLOCKS = new Set(
	(
		'P DIV LI UL OL BLOCKQUOTE H1 H2 H3 H4 H5 H6 TABLE CAPTION TBODY THEAD TFOOT TR TD TH SECTION ARTICLE HEADER ' +
		'FOOTER MAIN NAV ASIDE HGROUP CENTER FIGURE FIGCAPTION DETAILS SUMMARY FORM FIELDSET LEGEND DIALOG MENU DL DT ' +
		'DD PRE ADDRESS HR'
	).split(' ')
);

/** Reads pasted HTML as blocks: what has no equal here keeps its words alone. */
export function blocksFromHtml(root: PastedNode): Block[] {
	return blocksIn(root, { ...PLAIN, kind: 'paragraph', depth: 0, lists: 0, pre: false });
}

/** The editor's reader of pasted HTML. */
export class PasteParser extends DOMParser {
	constructor() {
		super(schema, []);
	}

	override parseSlice(dom: Node): Slice {
		return sliceOf(blocksFromHtml(dom));
	}
}

/** Reads pasted plain text, as the plain form does. */
export function sliceFromPlainText(text: string): Slice {
	return sliceOf(blocksFromPlainText(text));
}

/**
 * A heading, an item or a quotation stays one where it is pasted into an empty line or comes before
 * other blocks; otherwise its words go into the line they are pasted in.
 */
export function keepFirstKind(slice: Slice, state: EditorState): Slice {
	const first = slice.content.firstChild;
	if (!first || slice.openStart === 0 || blockAttributes(first).kind === 'paragraph') return slice;
	const isEmptyLine = state.selection.$from.parent.content.size === 0;
	if (slice.content.childCount === 1 && !isEmptyLine) return slice;
	return new Slice(slice.content, 0, slice.openEnd);
}

/** Makes of blocks what the editor pastes. */
export function sliceOf(blocks: readonly Block[]): Slice {
	if (blocks.length === 0) return Slice.empty;
	return new Slice(Fragment.from(nodesFromBlocks(blocks)), 1, 1);
}

function blocksIn(node: PastedNode, context: Context): Block[] {
	const writer = new Writer();
	writer.children(node, context);
	writer.close();
	return writer.blocks;
}

class Writer {
	readonly blocks: Block[] = [];
	#runs: Run[] = [];
	#context: Context | null = null;

	children(node: PastedNode, context: Context): void {
		for (const child of node.childNodes) this.#node(child, context);
	}

	/** Ends the block that is open, if it has words. */
	close(): void {
		const runs = trimmed(this.#runs);
		const context = this.#context;
		this.#runs = [];
		this.#context = null;
		if (!context || runs.length === 0) return;
		this.blocks.push({ kind: context.kind, depth: context.depth, runs });
	}

	#node(node: PastedNode, context: Context): void {
		if (node.nodeType === 3) return this.#text(node.nodeValue ?? '', context);
		if (node.nodeType !== 1) return;
		const name = node.nodeName.toUpperCase();
		const style = node.getAttribute?.('style')?.toLowerCase() ?? '';
		if (isLeftOut(node, name, style)) return;
		if (name === 'BR') return this.close();
		if (name === 'IMG') return this.#text(wordsOfImage(node), context);
		if (!BLOCKS.has(name)) return this.children(node, withFormats(node, name, style, context));
		this.close();
		const inside = withBlock(node, name, style, context);
		const line = name === 'TR' ? lineOfRow(node, (cell) => blocksIn(cell, inside)) : null;
		if (line) {
			this.#context = inside;
			this.#runs = line;
		} else this.children(node, inside);
		this.close();
	}

	#text(value: string, context: Context): void {
		if (!context.pre) return this.#words(value, context);
		value.split(/\r\n?|\n/).forEach((line, index) => {
			if (index > 0) this.close();
			this.#words(line, context);
		});
	}

	#words(value: string, context: Context): void {
		const text = withoutControls(value).replace(/[ \t\r\n]+/g, ' ');
		if (text === '' || (text === ' ' && this.#runs.length === 0)) return;
		this.#context ??= context;
		const { strong, em, link, source } = context;
		this.#runs.push({ text, strong, em, link, source });
	}
}

function withBlock(node: PastedNode, name: string, style: string, context: Context): Context {
	const heading = HEADINGS[name];
	if (heading) return { ...context, kind: heading, depth: 0 };
	if (name === 'BLOCKQUOTE') return { ...context, kind: 'quote', depth: 0 };
	if (name === 'PRE') return { ...context, pre: true };
	if (name === 'UL' || name === 'OL') {
		// Our own lists are copied each by itself, and say how deep they are.
		const told = /^\d$/.exec(node.getAttribute?.('data-depth') ?? '')?.[0];
		const depth = Math.min(told === undefined ? context.lists : Number(told), MAX_DEPTH);
		return {
			...context,
			kind: name === 'OL' ? 'numbered' : 'bullet',
			depth,
			lists: depth + 1
		};
	}
	const level = /mso-list:\s*l\d+\s+level(\d+)/.exec(style)?.[1];
	if (level && name === 'P') {
		const depth = Math.min(Number(level) - 1, MAX_DEPTH);
		return { ...context, kind: signOf(node) ?? 'bullet', depth };
	}
	return withFormats(node, name, style, context);
}

/** Word marks an item's sign or number with `mso-list:Ignore`. */
function signOf(node: PastedNode): BlockKind | null {
	for (const child of node.childNodes) {
		const style = child.getAttribute?.('style')?.toLowerCase() ?? '';
		if (/mso-list:\s*ignore/.test(style)) {
			return /^\s*[\da-z]{1,3}[.)]/i.test(contentOf(child)) ? 'numbered' : 'bullet';
		}
		const inside = child.nodeType === 1 ? signOf(child) : null;
		if (inside) return inside;
	}
	return null;
}

function withFormats(node: PastedNode, name: string, style: string, context: Context): Context {
	const weight = /font-weight:\s*(bold|normal|\d+)/.exec(style)?.[1];
	const slant = /font-style:\s*(italic|normal)/.exec(style)?.[1];
	const strong =
		weight !== undefined
			? weight === 'bold' || Number(weight) >= 600
			: context.strong || name === 'B' || name === 'STRONG';
	const em = slant !== undefined ? slant === 'italic' : context.em || name === 'I' || name === 'EM';
	const link = name === 'A' ? readHref(node.getAttribute?.('href') ?? '') : context.link;
	return { ...context, strong, em, link };
}

function trimmed(runs: readonly Run[]): Run[] {
	const kept = runs.map((run, index) => {
		const before = runs[index - 1];
		const afterBlank = before === undefined || before.text.endsWith(' ');
		return { ...run, text: afterBlank ? run.text.replace(/^ /, '') : run.text };
	});
	const last = kept.at(-1);
	if (last) kept[kept.length - 1] = { ...last, text: last.text.replace(/ $/, '') };
	const filled = kept.filter((run) => run.text !== '');
	return textOf({ kind: 'paragraph', depth: 0, runs: filled }).trim() === '' ? [] : filled;
}
