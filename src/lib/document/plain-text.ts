/** Plain text and back: what search, e-mails and the form without JavaScript work with. */
import { isHeading, MAX_DEPTH, PLAIN, textOf, writeBlocks, type Block } from './blocks.ts';
import { readBlocks } from './blocks.ts';
import type { Delta, Insert } from './delta.ts';

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const ITEM = /^([ \t\u00A0]*)(?:([-*•–])|(\d{1,3})[.)])[ \t\u00A0]+(.*)$/;
const QUOTE = /^>[ \u00A0]?(.*)$/;
// Control characters are no letters, and Postgres refuses the first of them.
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F]/g;

/** Drops the characters that are neither letters nor blanks. */
export function withoutControls(text: string): string {
	return text.replace(CONTROL, '');
}

/**
 * Makes a text of what someone typed in a plain field: a block for each line that is not empty, `- `
 * and `1. ` at its start make list items (two blanks a level), `> ` a quotation.
 */
export function fromPlainText(text: string): Insert[] {
	return writeBlocks(blocksFromPlainText(text));
}

/** Like fromPlainText, as blocks; an empty text is one empty paragraph. */
export function blocksFromPlainText(text: string): Block[] {
	const lines = withoutControls(text)
		.split(LINE_END)
		.filter((line) => line.trim() !== '');
	if (lines.length === 0) return [{ kind: 'paragraph', depth: 0, runs: [] }];
	return lines.map(blockFromLine);
}

/** Gives a text as lines, with `- `, `1. ` and `> ` before the items and quotations; empty blocks are left out. */
export function toPlainText(delta: Delta): string {
	return plainTextOf(readBlocks(delta));
}

/** Like toPlainText, from blocks. */
export function plainTextOf(blocks: readonly Block[]): string {
	const lines: string[] = [];
	// The next number at each depth of the list that is open.
	let numbers: number[] = [];
	for (const block of blocks) {
		if (block.kind !== 'numbered' && block.kind !== 'bullet') numbers = [];
		const text = withoutControls(textOf(block)).trim();
		if (text === '') continue;
		lines.push(lineOf(block, text, numbers));
	}
	return lines.join('\n');
}

function lineOf(block: Block, text: string, numbers: number[]): string {
	if (isHeading(block) || block.kind === 'paragraph') return text;
	if (block.kind === 'quote') return `> ${text}`;
	const indent = '  '.repeat(block.depth);
	numbers.length = Math.min(numbers.length, block.depth + 1);
	if (block.kind === 'bullet') {
		numbers.length = Math.min(numbers.length, block.depth);
		return `${indent}- ${text}`;
	}
	const number = (numbers[block.depth] ?? 0) + 1;
	numbers[block.depth] = number;
	return `${indent}${number}. ${text}`;
}

function blockFromLine(line: string): Block {
	const item = ITEM.exec(line);
	if (item) {
		const [, indent = '', bullet, , text = ''] = item;
		const width = indent.replaceAll('\t', '  ').length;
		return {
			kind: bullet === undefined ? 'numbered' : 'bullet',
			depth: Math.min(Math.floor(width / 2), MAX_DEPTH),
			runs: runsOf(text)
		};
	}
	const quote = QUOTE.exec(line.trim());
	if (quote) return { kind: 'quote', depth: 0, runs: runsOf(quote[1] ?? '') };
	return { kind: 'paragraph', depth: 0, runs: runsOf(line) };
}

function runsOf(text: string): Block['runs'] {
	const trimmed = text.trim();
	return trimmed === '' ? [] : [{ text: trimmed, ...PLAIN }];
}
