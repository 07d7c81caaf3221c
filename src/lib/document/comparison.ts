/** What changed between two states of a text: paragraph by paragraph, then in words. */
import { alignLines } from './alignment.ts';
import { hunksBetween, wordsOf } from './change.ts';
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
 * Compares two texts, paragraph by paragraph: what is the same and what was removed make the first,
 * what is the same and what was added the second. Paragraphs that have little in common are not mixed:
 * one went, the other came. Formats are not compared.
 */
export function compareTexts(before: Delta, after: Delta): Part[][] {
	const old = linesIn(before);
	const now = linesIn(after);
	return alignLines(old, now, { joins: true }).map(
		({ same, oldFrom, oldTo, newFrom, newTo }): Part[] => {
			const removed = old.slice(oldFrom, oldTo).join('');
			const added = now.slice(newFrom, newTo).join('');
			if (same) return [{ kind: 'same', text: removed }];
			return removed === '' || added === ''
				? [removed === '' ? { kind: 'added', text: added } : { kind: 'removed', text: removed }]
				: withoutCrumbs(compareWords(removed, added));
		}
	);
}

/** Cuts compared paragraphs into lines; a line end that came or went among words is shown by a sign. */
export function linesOf(paragraphs: readonly (readonly Part[])[]): Part[][] {
	return paragraphs.flatMap((parts) => {
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
	});
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
export function countWords(paragraphs: readonly (readonly Part[])[]): {
	added: number;
	removed: number;
} {
	const count = (wanted: PartKind) =>
		paragraphs
			.flat()
			.filter(({ kind }) => kind === wanted)
			.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
	return { added: count('added'), removed: count('removed') };
}

function linesIn(delta: Delta): string[] {
	return (
		delta
			.map((op) => op.insert)
			.join('')
			.match(/[^\n]*\n|[^\n]+$/g) ?? []
	);
}

function compareWords(before: string, after: string): Part[] {
	const old = wordsOf(before);
	const now = wordsOf(after);
	const textOf = (words: { text: string }[]) => words.map(({ text }) => text).join('');
	const parts: Part[] = [];
	for (const { same, oldFrom, oldTo, newFrom, newTo } of hunksBetween(old, now)) {
		push(parts, same ? 'same' : 'removed', textOf(old.slice(oldFrom, oldTo)));
		if (!same) push(parts, 'added', textOf(now.slice(newFrom, newTo)));
	}
	return parts;
}

/**
 * Drops what is the same between two changes when it is shorter than what changed on both sides: a lone
 * « de » between two rewritten phrases makes a soup of both.
 */
function withoutCrumbs(parts: readonly Part[]): Part[] {
	let cleaned = [...parts];
	for (;;) {
		const crumb = cleaned.findIndex(
			({ kind, text }, index) =>
				kind === 'same' &&
				lettersIn(text) <=
					Math.min(changedBeside(cleaned, index, -1), changedBeside(cleaned, index, 1))
		);
		if (crumb < 0) return cleaned;
		const next: Part[] = [];
		cleaned.forEach(({ kind, text }, index) => {
			if (index !== crumb) return push(next, kind, text);
			push(next, 'removed', text);
			push(next, 'added', text);
		});
		cleaned = next;
	}
}

/** The letters of the larger of what went and what came on one side; -1 when nothing did. */
function changedBeside(parts: readonly Part[], index: number, way: 1 | -1): number {
	let most = -1;
	for (let at = index + way; parts[at] && parts[at]?.kind !== 'same'; at += way) {
		most = Math.max(most, lettersIn(parts[at]?.text ?? ''));
	}
	return most;
}

function lettersIn(text: string): number {
	return text.match(/[\p{L}\p{N}\p{M}]/gu)?.length ?? 0;
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
