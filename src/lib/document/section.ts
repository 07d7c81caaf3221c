/** The plain form, for those without the editor: a text edited one section at a time, never over someone else's words. */
import {
	isHeading,
	readBlocks,
	textOf,
	writeBlocks,
	type Block,
	type BlockKind
} from './blocks.ts';
import { lengthOf, type Change, type Delta, type Insert } from './delta.ts';
import { blocksOf, carried, editLines, editWords, fieldOf, isVisible } from './plain-edit.ts';
import { blocksFromPlainText, plainTextOf } from './plain-text.ts';

/** What a section read as when its form was opened: by this it is found again. */
export interface SectionRead {
	/** Place among the sections, from 0; the first has no heading when the text begins without one. */
	index: number;
	/** The words of the heading, or null. */
	heading: string | null;
	/** What lies under the heading, as plain text: the field's value, and the base it is checked against. */
	plain: string;
	/** `1/2`: the first of two sections that read the same. */
	twin: string;
}

export interface Section extends SectionRead {
	/** The section as it is, heading included. */
	content: Insert[];
}

export interface AskedSection {
	index: number;
	/** The heading when the form was opened; left out, it is not checked. */
	heading?: string | null | undefined;
	base: string;
	twin?: string | undefined;
	/** The heading as typed; left out, it stays. Empty, it goes. */
	title?: string | undefined;
	plain: string;
}

export type SectionEdit =
	| { kind: 'unchanged' }
	| { kind: 'change'; changes: Change[] }
	/** Someone wrote in this section meanwhile: both texts are to be shown. */
	| { kind: 'conflict' };

interface Span {
	heading: Block | null;
	/** The first of its blocks, heading included; the first and the end of those under it. */
	start: number;
	from: number;
	to: number;
}

/** Cuts a text into sections, one for each heading and one for what stands before the first. */
export function listSections(delta: Delta): Section[] {
	const blocks = readBlocks(delta);
	const sections = spansOf(blocks).map((span, index) => ({
		index,
		heading: span.heading && headingOf(span.heading),
		plain: fieldOf(blocks.slice(span.from, span.to)),
		content: writeBlocks(blocks.slice(span.start, span.to))
	}));
	const key = ({ heading, plain }: Pick<Section, 'heading' | 'plain'>) =>
		JSON.stringify([heading, normalised(plain)]);
	const counts = new Map<string, number>();
	for (const section of sections) counts.set(key(section), (counts.get(key(section)) ?? 0) + 1);
	const seen = new Map<string, number>();
	return sections.map((section) => {
		const rank = (seen.get(key(section)) ?? 0) + 1;
		seen.set(key(section), rank);
		return { ...section, twin: `${rank}/${counts.get(key(section)) ?? 1}` };
	});
}

/**
 * Finds the section to show beside words that did not fit any more: the one that still reads as it did,
 * else the one of the same heading, nearest to where it was; null when there is none.
 */
export function findSection<S extends SectionRead>(
	sections: readonly S[],
	asked: Pick<AskedSection, 'index' | 'heading' | 'base' | 'twin'>
): S | null {
	const same = stillReading(sections, asked);
	if (same) return same;
	const named = sections.filter(({ heading }) => heading === (asked.heading ?? null));
	const far = ({ index }: S) => Math.abs(index - asked.index);
	return named.toSorted((one, other) => far(one) - far(other))[0] ?? null;
}

/**
 * Turns a sent section into an edit of the current text. What happened in other sections meanwhile is
 * no matter: the section is found by what it read as. When none reads so any more, or one too many or
 * too few of several that did, it is a conflict and nothing is written. Of several that read the same,
 * which nobody can tell apart, it is the one of the same rank.
 */
export function editSection(delta: Delta, asked: AskedSection): SectionEdit {
	const blocks = readBlocks(delta);
	const sections = listSections(delta);
	const title = asked.title === undefined ? undefined : oneLine(asked.title);
	const section = stillReading(sections, asked);
	if (!section) {
		// Sent twice: the first sending is what changed it.
		const wanted = { heading: title === undefined ? asked.heading : title || null };
		const isDone = sections.some((one) => reads(one, { ...wanted, base: asked.plain }));
		return { kind: isDone ? 'unchanged' : 'conflict' };
	}
	const span = spansOf(blocks)[section.index];
	const sameTitle = title === undefined || title === (section.heading ?? '');
	if (!span || (sameTitle && normalised(asked.plain) === normalised(section.plain))) {
		return { kind: 'unchanged' };
	}
	return { kind: 'change', changes: changesOf(blocks, span, title, asked.plain) };
}

/** Tells whether a section still reads as it did when its form was opened. */
export function isAsOpened(sections: readonly SectionRead[], asked: AskedSection): boolean {
	return stillReading(sections, asked) !== null;
}

/** Turns a whole new plain text into an edit of the current one, keeping what nobody touched. */
export function replaceText(delta: Delta, plain: string): Change[] {
	const blocks = readBlocks(delta);
	return withLastLine(blocks, editLines(blocks, plain));
}

/** Adds a section after the last one, its heading of the highest level that the text has. */
export function addSection(delta: Delta, { title, plain }: { title: string; plain: string }) {
	const blocks = readBlocks(delta);
	const heading = oneLine(title);
	const brought = [...headed(heading, highest(blocks)), ...blocksOf(plain)];
	const last = listSections(delta).at(-1);
	const isDone = heading !== '' && last && reads(last, { heading, base: plain });
	if (brought.length === 0 || isDone) return [];
	const isEmpty = blocks.length === 1 && blocks[0]?.runs.length === 0;
	const end = lengthOf(writeBlocks(blocks));
	const changes: Change[] = isEmpty ? [] : [{ retain: end }];
	changes.push(...writeBlocks(brought));
	if (isEmpty) changes.push({ delete: end });
	return changes;
}

/** Tells whether nobody would read anything in a text once this is sent: its only section, emptied. */
export function wouldEmpty(sections: readonly SectionRead[], asked: AskedSection): boolean {
	const heading = asked.title === undefined ? asked.heading : oneLine(asked.title);
	return sections.length < 2 && !heading && carried(asked.plain).trim() === '';
}

function changesOf(
	blocks: readonly Block[],
	span: Span,
	title: string | undefined,
	plain: string
): Change[] {
	const before = lengthOf(writeBlocks(blocks.slice(0, span.start)));
	const heading = blocks.slice(span.start, span.from);
	const body = blocks.slice(span.from, span.to);
	const bodyStart = before + lengthOf(writeBlocks(heading));
	// Nothing is left of it: the empty lines that it had go with it.
	if (title === '' && carried(plain).trim() === '') {
		const length = bodyStart - before + lengthOf(writeBlocks(body));
		return withLastLine(blocks, moved([{ delete: length }], before));
	}
	const inBody = editLines(body, plain, bodyStart);
	const inHeading = headingChanges(span.heading, title, before);
	return withLastLine(blocks, joined(inHeading, inBody));
}

function headingChanges(heading: Block | null, title: string | undefined, at: number): Change[] {
	if (title === undefined || title === (heading ? headingOf(heading) : '')) return [];
	if (!heading) return moved(writeBlocks(headed(title, 'h2')), at);
	if (title === '') return moved([{ delete: lengthOf(writeBlocks([heading])) }], at);
	return editWords(heading, title, at);
}

/** Puts two edits after one another: both count from the start of the text, the second one further. */
function joined(first: Change[], second: Change[]): Change[] {
	const passed = first.reduce((sum, change) => {
		if ('insert' in change) return sum;
		return sum + ('retain' in change ? change.retain : change.delete);
	}, 0);
	const [start, ...rest] = second;
	if (!start || !('retain' in start) || start.attributes) return [...first, ...second];
	const between = start.retain - passed;
	return [...first, ...(between > 0 ? [{ retain: between }] : []), ...rest];
}

function moved(changes: Change[], offset: number): Change[] {
	return offset > 0 ? [{ retain: offset }, ...changes] : changes;
}

/** A text keeps one line end at least: of an edit that takes everything away, the last one stays. */
function withLastLine(blocks: readonly Block[], changes: Change[]): Change[] {
	const length = lengthOf(writeBlocks(blocks));
	const gone = changes.reduce((sum, change) => sum + ('delete' in change ? change.delete : 0), 0);
	if (gone < length || changes.some((change) => 'insert' in change)) return changes;
	return [
		...(length > 1 ? [{ delete: length - 1 }] : []),
		{ retain: 1, attributes: { kind: null, depth: null } }
	];
}

function stillReading<S extends SectionRead>(
	sections: readonly S[],
	asked: Pick<AskedSection, 'index' | 'heading' | 'base' | 'twin'>
): S | null {
	const same = sections.filter((section) => reads(section, asked));
	if (asked.twin !== undefined) return same.find(({ twin }) => twin === asked.twin) ?? null;
	return same.length === 1
		? (same[0] ?? null)
		: (same.find((one) => one.index === asked.index) ?? null);
}

function reads(section: SectionRead, asked: Pick<AskedSection, 'heading' | 'base'>): boolean {
	const heading = typeof asked.heading === 'string' ? oneLine(asked.heading) : asked.heading;
	const sameHeading = heading === undefined || heading === section.heading;
	return sameHeading && normalised(section.plain) === normalised(asked.base);
}

function headed(title: string, kind: BlockKind): Block[] {
	if (title === '') return [];
	return [{ kind, depth: 0, runs: blocksOf(`## ${title}`)[0]?.runs ?? [] }];
}

function highest(blocks: readonly Block[]): BlockKind {
	const kinds = blocks.filter(isVisible).map(({ kind }) => kind);
	return (['h2', 'h3', 'h4'] as const).find((kind) => kinds.includes(kind)) ?? 'h2';
}

function headingOf(block: Block): string {
	return oneLine(textOf(block));
}

function oneLine(words: string): string {
	return carried(words).replace(/\s+/gu, ' ').trim();
}

/** Blanks at the ends, empty lines and the numbers of items are no matter. */
function normalised(plain: string): string {
	return carried(plainTextOf(blocksFromPlainText(carried(plain))));
}

function spansOf(blocks: readonly Block[]): Span[] {
	const spans: Span[] = [{ heading: null, start: 0, from: 0, to: 0 }];
	blocks.forEach((block, index) => {
		const last = spans.at(-1);
		if (isHeading(block) && last) {
			last.to = index;
			spans.push({ heading: block, start: index, from: index + 1, to: index + 1 });
		}
	});
	const last = spans.at(-1);
	if (last) last.to = blocks.length;
	const first = spans[0];
	return spans.length > 1 && first && first.to === 0 ? spans.slice(1) : spans;
}
