/** What changed between two states of a text, in words rather than lines. */
import { changeByWords } from './change.ts';
import type { Delta } from './delta.ts';

export type PartKind = 'same' | 'removed' | 'added';

export interface Part {
	kind: PartKind;
	text: string;
}

/** A line of a comparison, or how many lines in a row did not change. */
export type ComparedLine = { parts: Part[] } | { unchanged: number };

/** Shown in the place of a line end that came or went. */
export const LINE_END_SIGN = '¶';

/**
 * Compares two texts: what is the same and what was removed make the first, what is the same and what
 * was added the second. Formats are not compared.
 */
export function compareTexts(before: Delta, after: Delta): Part[] {
	const old = before.map((op) => op.insert).join('');
	const parts: Part[] = [];
	let at = 0;
	for (const change of changeByWords(before, after)) {
		if ('insert' in change) {
			push(parts, 'added', change.insert);
			continue;
		}
		const isKept = 'retain' in change;
		const length = isKept ? change.retain : change.delete;
		push(parts, isKept ? 'same' : 'removed', old.slice(at, at + length));
		at += length;
	}
	push(parts, 'same', old.slice(at));
	return parts;
}

/** Cuts a comparison into lines; a line end that came or went among words is shown by a sign. */
export function linesOf(parts: readonly Part[]): Part[][] {
	const lines: Part[][] = [[]];
	for (const { kind, text } of parts) {
		text.split('\n').forEach((piece, index) => {
			const line = lines.at(-1) ?? [];
			if (index > 0) {
				const isMixed = kind !== 'same' && line.some((part) => part.kind !== kind);
				if (isMixed) push(line, kind, LINE_END_SIGN);
				lines.push([]);
			}
			if (piece !== '') push(lines.at(-1) ?? [], kind, piece);
		});
	}
	return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}

/** Leaves out long stretches of unchanged lines, but for one on each side of a change. */
export function foldLines(lines: readonly Part[][]): ComparedLine[] {
	const isChanged = (line: Part[] | undefined) =>
		line?.some(({ kind }) => kind !== 'same') ?? false;
	const folded: ComparedLine[] = [];
	lines.forEach((parts, index) => {
		const isNear = [index - 1, index, index + 1].some((near) => isChanged(lines[near]));
		const last = folded.at(-1);
		if (isNear) folded.push({ parts });
		else if (last && 'unchanged' in last) last.unchanged++;
		else folded.push({ unchanged: 1 });
	});
	return folded;
}

/** Counts the words that came and went. */
export function countWords(parts: readonly Part[]): { added: number; removed: number } {
	const count = (wanted: PartKind) =>
		parts
			.filter(({ kind }) => kind === wanted)
			.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
	return { added: count('added'), removed: count('removed') };
}

/** Between two things that are the same, what was removed stands before what was added. */
function push(parts: Part[], kind: PartKind, text: string): void {
	if (text === '') return;
	const last = parts.at(-1);
	const before = parts.at(-2);
	if (last?.kind === kind) last.text += text;
	else if (kind === 'removed' && last?.kind === 'added') {
		if (before?.kind === 'removed') before.text += text;
		else parts.splice(-1, 0, { kind, text });
	} else parts.push({ kind, text });
}
