/** The plain form, for those without JavaScript: a text edited section by section as plain text, never over someone else's words. */
import { isHeading, readBlocks, textOf, writeBlocks, type Block } from './blocks.ts';
import { changeByWords } from './change.ts';
import type { Change, Delta } from './delta.ts';
import { blocksFromPlainText, plainTextOf } from './plain-text.ts';

export interface Section {
	/** Place among the sections, from 0; the first has no heading when the text begins without one. */
	index: number;
	/** The words of the heading, or null. */
	heading: string | null;
	/** What lies under the heading, as plain text: the field's value, and the base it is checked against. */
	plain: string;
}

export type SectionEdit =
	| { kind: 'unchanged' }
	| { kind: 'change'; changes: Change[] }
	/** Someone wrote in this section meanwhile: both texts are to be shown. */
	| { kind: 'conflict'; current: string };

interface Span {
	heading: Block | null;
	from: number;
	to: number;
}

/** Cuts a text into sections, one for each heading and one for what stands before the first. */
export function listSections(delta: Delta): Section[] {
	const blocks = readBlocks(delta);
	return spansOf(blocks).map((span, index) => ({
		index,
		heading: span.heading && textOf(span.heading),
		plain: plainTextOf(blocks.slice(span.from, span.to))
	}));
}

/**
 * Turns a sent section into an edit of the current text. `base` is the plain text the form was opened
 * on: when the section at that place no longer reads so, a section that does, if there is exactly one,
 * takes the edit (another may have been inserted above); else it is a conflict and nothing is written.
 */
export function editSection(
	delta: Delta,
	input: { index: number; base: string; plain: string }
): SectionEdit {
	const blocks = readBlocks(delta);
	const spans = spansOf(blocks);
	const base = normalised(input.base);
	const plain = normalised(input.plain);
	if (plain === base) return { kind: 'unchanged' };
	const plainOf = (span: Span) => plainTextOf(blocks.slice(span.from, span.to));
	const atPlace = spans[input.index];
	const same = spans.filter((span) => normalised(plainOf(span)) === base);
	const span =
		atPlace && same.includes(atPlace) ? atPlace : same.length === 1 ? same[0] : undefined;
	if (!span) {
		const current = atPlace ? plainOf(atPlace) : '';
		// Sent twice: the first sending is what changed it.
		return current === plain ? { kind: 'unchanged' } : { kind: 'conflict', current };
	}
	const old = blocks.slice(span.from, span.to);
	const after = [
		...blocks.slice(0, span.from),
		...withKeptFormats(old, blocksFromPlainText(plain)),
		...blocks.slice(span.to)
	];
	return { kind: 'change', changes: changeByWords(writeBlocks(blocks), writeBlocks(after)) };
}

/**
 * Turns a whole new plain text into an edit of the current one, keeping the formats of the lines that
 * nobody touched.
 */
export function replaceText(delta: Delta, plain: string): Change[] {
	const blocks = readBlocks(delta);
	const after = withKeptFormats(blocks, blocksFromPlainText(plain));
	return changeByWords(writeBlocks(blocks), writeBlocks(after));
}

/** A line that reads as before keeps its kind and its formats: plain text cannot say them. */
function withKeptFormats(old: readonly Block[], now: readonly Block[]): Block[] {
	const byLine = new Map<string, Block[]>();
	for (const block of old) {
		const line = plainTextOf([{ ...block, depth: 0 }]).replace(/^\d+\. /, '1. ');
		byLine.set(line, [...(byLine.get(line) ?? []), block]);
	}
	return now.map((block) => {
		const line = plainTextOf([{ ...block, depth: 0 }]).replace(/^\d+\. /, '1. ');
		const kept = byLine.get(line)?.shift();
		return kept ? { ...kept, depth: block.depth } : block;
	});
}

function spansOf(blocks: readonly Block[]): Span[] {
	const spans: Span[] = [{ heading: null, from: 0, to: 0 }];
	blocks.forEach((block, index) => {
		const last = spans.at(-1);
		if (isHeading(block) && last) {
			last.to = index;
			spans.push({ heading: block, from: index + 1, to: index + 1 });
		}
	});
	const last = spans.at(-1);
	if (last) last.to = blocks.length;
	const first = spans[0];
	return spans.length > 1 && first && first.to === 0 ? spans.slice(1) : spans;
}

function normalised(plain: string): string {
	return plainTextOf(blocksFromPlainText(plain));
}
