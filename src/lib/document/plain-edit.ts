/** From what somebody typed in a plain field to the smallest edit of the blocks it showed: what they left alone stays as it was. */
import { alignLines } from './alignment.ts';
import {
	isListItem,
	MAX_DEPTH,
	PLAIN,
	textOf,
	writeBlockAttributes,
	writeBlocks,
	type Block,
	type BlockKind,
	type Run
} from './blocks.ts';
import { changeByWords, slice } from './change.ts';
import { isSameValue, lengthOf, type Attributes, type Change, type Insert } from './delta.ts';
import { blocksFromPlainText, plainTextOf, withoutControls } from './plain-text.ts';

/** Signs that begin the title of a new part in a plain field, by their number. */
const NEW_HEADING = /^[ \t\u00A0]*(#{2,4})[ \t\u00A0]+(\S.*)$/;
// What a form does not carry, or a browser would turn into a line end.
const NOT_CARRIED = /[\r\v\f\u0085\u2028\u2029]/g;

/** Gives blocks as the lines of a plain field, as a form carries them to and fro. */
export function fieldOf(blocks: readonly Block[]): string {
	return carried(plainTextOf(blocks.filter(isVisible)));
}

/** Gives a plain text as a form brings it back. */
export function carried(plain: string): string {
	return withoutControls(plain.replaceAll('\r\n', '\n').replace(NOT_CARRIED, ' '))
		.normalize('NFC')
		.split('\n')
		.map((line) => line.trimEnd())
		.filter((line) => line !== '')
		.join('\n');
}

/** Reads the lines of a plain field as new blocks; `## ` begins a heading. */
export function blocksOf(plain: string): Block[] {
	return carried(plain)
		.split('\n')
		.filter((line) => line !== '')
		.map(blockOf);
}

/**
 * Works out the edit that turns blocks into the lines typed over them. Lines that read as before keep
 * their letters, kinds and formats; in rewritten ones the words that stay do, and a word that replaces
 * another takes its bold, italic and link. `offset` is where the blocks begin.
 */
export function editLines(blocks: readonly Block[], plain: string, offset = 0): Change[] {
	const visible = blocks.flatMap((block, index) => (isVisible(block) ? [index] : []));
	const shown = fieldOf(blocks).split('\n');
	const typed = carried(plain)
		.split('\n')
		.filter((line) => line !== '');
	const edit = new Edit(offset);
	let next = 0;
	const passTo = (index: number) => {
		for (const block of blocks.slice(next, index)) edit.keep(lengthOf(writeBlocks([block])));
		next = index;
	};
	const write = (index: number, line: string, before: string) => {
		passTo(index);
		const block = blocks[index];
		if (block) edit.rewrite(block, rewritten(block, before, line));
		next++;
	};
	const keys = (lines: readonly string[]) => lines.map(keyOf);
	const first = visible.length === 0 && blocks.length > 0 ? typed.shift() : undefined;
	// An empty paragraph that was waiting for words takes the first line.
	if (first !== undefined) write(0, first, '');
	const old = visible.length === 0 ? [] : shown;
	for (const pair of alignLines(keys(old), keys(typed))) {
		const index = visible[pair.oldFrom] ?? blocks.length;
		const line = typed[pair.newFrom] ?? '';
		if (pair.oldFrom === pair.oldTo) edit.insert(writeBlocks([blockOf(line)]));
		else if (pair.newFrom === pair.newTo) {
			passTo(index);
			edit.remove(lengthOf(writeBlocks(blocks.slice(index, index + 1))));
			next++;
		} else write(index, line, old[pair.oldFrom] ?? '');
	}
	passTo(blocks.length);
	return edit.changes();
}

/** Works out the edit that gives a block other words, such as a heading its new title. */
export function editWords(block: Block, words: string, offset: number): Change[] {
	const edit = new Edit(offset);
	edit.rewrite(block, { ...block, runs: runsOf(words) });
	return edit.changes();
}

/** Tells whether a block has something to show in a plain field. */
export function isVisible(block: Block): boolean {
	return carried(textOf(block)).trim() !== '';
}

/** The same line, however its item is numbered or indented. */
function keyOf(line: string): string {
	return line.trim().replace(/^\d{1,3}[.)](?=[ \t\u00A0])/, '1.');
}

function blockOf(line: string): Block {
	const heading = NEW_HEADING.exec(line);
	if (heading) {
		const kind = (['h2', 'h3', 'h4'] as const)[(heading[1]?.length ?? 2) - 2] ?? 'h2';
		return { kind, depth: 0, runs: runsOf(heading[2] ?? '') };
	}
	return blocksFromPlainText(line)[0] ?? { kind: 'paragraph', depth: 0, runs: [] };
}

/** The block that a line becomes when another is typed over it: its signs count only where they changed. */
function rewritten(block: Block, before: string, line: string): Block {
	if (keyOf(before) === keyOf(line)) {
		return isListItem(block) && indentOf(before) !== indentOf(line)
			? { ...block, depth: Math.min(Math.floor(indentOf(line) / 2), MAX_DEPTH) }
			: block;
	}
	const now = blockOf(line);
	const signed = blockOf(before).kind;
	if (before === '' || now.kind !== signed || isSigned(block.kind)) return now;
	// Signs that are letters of the text, such as a dash before the words of somebody who speaks.
	return { ...block, runs: runsOf(line) };
}

/** Kinds that a plain field shows by a sign. */
function isSigned(kind: BlockKind): boolean {
	return kind === 'bullet' || kind === 'numbered' || kind === 'quote';
}

function indentOf(line: string): number {
	return (/^[ \t\u00A0]*/.exec(line)?.[0] ?? '').replaceAll('\t', '  ').length;
}

function runsOf(words: string): Run[] {
	const text = words.trim();
	return text === '' ? [] : [{ text, ...PLAIN }];
}

/** An edit as it is written, from its start on. */
class Edit {
	readonly #changes: Change[] = [];

	constructor(offset: number) {
		this.keep(offset);
	}

	keep(length: number): void {
		const last = this.#changes.at(-1);
		if (length === 0) return;
		if (last && 'retain' in last && !last.attributes) last.retain += length;
		else this.#changes.push({ retain: length });
	}

	insert(words: readonly Insert[]): void {
		this.#changes.push(...words);
	}

	remove(length: number): void {
		if (length > 0) this.#changes.push({ delete: length });
	}

	rewrite(old: Block, now: Block): void {
		const before = writeBlocks([old]).slice(0, -1);
		const after = writeBlocks([now]).slice(0, -1);
		let at = 0;
		const changes = textOf(old) === textOf(now) ? [] : changeByWords(before, after);
		changes.forEach((change, index) => {
			if ('insert' in change) {
				const next = changes[index + 1];
				const gone = next && 'delete' in next ? next.delete : 0;
				this.#changes.push({ ...change, attributes: formatsAt(before, at, gone) });
				return;
			}
			at += 'retain' in change ? change.retain : change.delete;
			if ('retain' in change) this.keep(change.retain);
			else this.#changes.push(change);
		});
		this.keep(lengthOf(before) - at);
		const end = difference(writeBlockAttributes(old), writeBlockAttributes(now));
		if (end) this.#changes.push({ retain: 1, attributes: end });
		else this.keep(1);
	}

	changes(): Change[] {
		const last = this.#changes.at(-1);
		return last && 'retain' in last && !last.attributes
			? this.#changes.slice(0, -1)
			: this.#changes;
	}
}

/** The formats of the words replaced when they are all the same, else those of both neighbours. */
function formatsAt(before: readonly Insert[], at: number, gone: number): Attributes {
	const around =
		gone > 0
			? slice(before, at, at + gone)
			: [...slice(before, at - 1, at), ...slice(before, at, at + 1)];
	const [first, ...others] = around.map(({ attributes = {} }) => withoutSource(attributes));
	const isLone = gone === 0 && around.length < 2;
	if (!first || isLone || !others.every((other) => isSameValue(other, first))) return {};
	return first;
}

/** New words come from who types them, not from where their neighbours come from. */
function withoutSource({ source: _source, ...formats }: Attributes): Attributes {
	return formats;
}

function difference(old: Attributes, now: Attributes): Attributes | null {
	const keys = ['kind', 'depth'].filter((key) => !isSameValue(old[key], now[key]));
	if (keys.length === 0) return null;
	return Object.fromEntries(keys.map((key) => [key, now[key] ?? null]));
}
