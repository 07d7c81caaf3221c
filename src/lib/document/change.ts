/** The smallest edit that turns one text into another: kept letters stay themselves, so authors and anchors hold. */
import { isSameValue, type Attributes, type Change, type Delta, type Insert } from './delta.ts';

/**
 * Compares two texts by their common start and end. Letters in common are kept and their attributes
 * mended in place; what lies between is replaced. The edit ends with its last effect, and does not cut
 * a character in two. Among equal letters, those before the place `caret` of the new text are the new ones.
 */
export function changeBetween(
	before: Delta,
	after: Delta,
	offset = 0,
	caret: number | null = null
): Change[] {
	const old = joined(before);
	const now = joined(after);
	const kept = caret === null ? 0 : lengthBehind(old, now, caret);
	const start = commonStart(old.slice(0, old.length - kept), now.slice(0, now.length - kept));
	const end = commonEnd(old, now, start);
	const changes: Change[] = offset > 0 ? [{ retain: offset }] : [];
	pushKept(changes, slice(before, 0, start), slice(after, 0, start));
	for (const op of slice(after, start, now.length - end)) {
		changes.push({ insert: op.insert, attributes: op.attributes ?? {} });
	}
	const removed = old.length - start - end;
	if (removed > 0) changes.push({ delete: removed });
	pushKept(
		changes,
		slice(before, old.length - end, old.length),
		slice(after, now.length - end, now.length)
	);
	return withoutIdleEnd(changes);
}

/**
 * Compares two texts line by line, then word by word inside the lines that differ: for an edit that
 * comes as a whole new plain text (the form without JavaScript), so that the words nobody touched stay
 * their authors' and keep their formats. `all` mends these too: for a whole earlier state.
 */
export function changeByWords(
	before: Delta,
	after: Delta,
	mend: 'all' | 'line ends' = 'line ends'
): Change[] {
	const old = tokensOf(before, LINES);
	const now = tokensOf(after, LINES);
	const changes: Change[] = [];
	for (const hunk of hunksBetween(old, now)) {
		const removed = old.slice(hunk.oldFrom, hunk.oldTo);
		const added = now.slice(hunk.newFrom, hunk.newTo);
		if (hunk.same) pushKept(changes, partOf(before, removed), partOf(after, added), mend);
		else pushReplaced(changes, partOf(before, removed), partOf(after, added), mend);
	}
	return withoutIdleEnd(changes);
}

/** Gives the part of a delta between two positions. */
export function slice(delta: Delta, from: number, to: number): Insert[] {
	const part: Insert[] = [];
	let at = 0;
	for (const op of delta) {
		const start = Math.max(from - at, 0);
		const end = Math.min(to - at, op.insert.length);
		if (start < end) part.push({ ...op, insert: op.insert.slice(start, end) });
		at += op.insert.length;
		if (at >= to) break;
	}
	return part;
}

interface Token {
	text: string;
	from: number;
	to: number;
}

/** Stretches of two rows that are the same, or stand for one another; the ends are not in them. */
export interface Hunk {
	same: boolean;
	oldFrom: number;
	oldTo: number;
	newFrom: number;
	newTo: number;
}

/** Cuts a text into words, blanks and signs, which together are the text. */
export function wordsOf(text: string): { text: string }[] {
	return (text.match(WORDS) ?? []).map((word) => ({ text: word }));
}

const LINES = /[^\n]*\n|[^\n]+$/g;
const WORDS = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
// The table of common parts grows with the product of the sizes: past this, the middle is replaced.
const LARGEST_TABLE = 1_000_000;

function pushReplaced(
	changes: Change[],
	removed: Insert[],
	added: Insert[],
	mend: 'all' | 'line ends'
): void {
	const old = tokensOf(removed, WORDS);
	const now = tokensOf(added, WORDS);
	for (const hunk of hunksBetween(old, now)) {
		const gone = partOf(removed, old.slice(hunk.oldFrom, hunk.oldTo));
		const come = partOf(added, now.slice(hunk.newFrom, hunk.newTo));
		if (hunk.same) {
			pushKept(changes, gone, come, mend);
			continue;
		}
		for (const op of come) changes.push({ insert: op.insert, attributes: op.attributes ?? {} });
		const length = joined(gone).length;
		if (length > 0) changes.push({ delete: length });
	}
}

/** Walks the common subsequence of two rows of words or lines; its start and end are taken off first. */
export function hunksBetween(
	old: readonly { text: string }[],
	now: readonly { text: string }[]
): Hunk[] {
	let start = 0;
	while (start < old.length && start < now.length && old[start]?.text === now[start]?.text) start++;
	let end = 0;
	while (
		end < old.length - start &&
		end < now.length - start &&
		old[old.length - 1 - end]?.text === now[now.length - 1 - end]?.text
	) {
		end++;
	}
	const hunks: Hunk[] = [];
	const push = (same: boolean, a: number, b: number) => {
		const last = hunks.at(-1);
		if (last && last.same === same) {
			last.oldTo = a;
			last.newTo = b;
			return;
		}
		const oldFrom = last?.oldTo ?? 0;
		const newFrom = last?.newTo ?? 0;
		if (a > oldFrom || b > newFrom) hunks.push({ same, oldFrom, oldTo: a, newFrom, newTo: b });
	};
	push(true, start, start);
	const rows = old.length - start - end;
	const columns = now.length - start - end;
	if (rows > 0 && columns > 0 && rows * columns <= LARGEST_TABLE) {
		for (const step of commonSteps(
			old.slice(start, start + rows),
			now.slice(start, start + columns)
		)) {
			push(step.same, start + step.old, start + step.now);
		}
	} else push(false, start + rows, start + columns);
	push(true, old.length, now.length);
	return hunks;
}

function* commonSteps(
	old: readonly { text: string }[],
	now: readonly { text: string }[]
): Generator<{ same: boolean; old: number; now: number }> {
	const width = now.length + 1;
	const common = new Uint32Array((old.length + 1) * width);
	const at = (i: number, j: number) => common[i * width + j] ?? 0;
	for (let i = old.length - 1; i >= 0; i--) {
		for (let j = now.length - 1; j >= 0; j--) {
			common[i * width + j] =
				old[i]?.text === now[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	let i = 0;
	let j = 0;
	while (i < old.length || j < now.length) {
		const same = i < old.length && j < now.length && old[i]?.text === now[j]?.text;
		if (same) {
			i++;
			j++;
		} else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) i++;
		else j++;
		yield { same, old: i, now: j };
	}
}

function tokensOf(delta: Delta, pattern: RegExp): Token[] {
	return [...joined(delta).matchAll(pattern)].map((match) => ({
		text: match[0],
		from: match.index,
		to: match.index + match[0].length
	}));
}

function partOf(delta: Delta, tokens: readonly Token[]): Insert[] {
	const first = tokens[0];
	const last = tokens.at(-1);
	return first && last ? slice(delta, first.from, last.to) : [];
}

/** Keeps letters that both texts have, mending the attributes that differ: of all, or of line ends alone. */
function pushKept(
	changes: Change[],
	before: Insert[],
	after: Insert[],
	mend: 'all' | 'line ends' = 'all'
): void {
	let i = 0;
	let j = 0;
	let inOld = 0;
	let inNew = 0;
	for (;;) {
		const old = before[i];
		const now = after[j];
		if (!old || !now) return;
		const length = Math.min(old.insert.length - inOld, now.insert.length - inNew);
		const kept = mend === 'line ends' && now.insert !== '\n';
		pushRetain(changes, length, kept ? null : mended(old.attributes ?? {}, now.attributes ?? {}));
		inOld += length;
		inNew += length;
		if (inOld === old.insert.length) {
			i++;
			inOld = 0;
		}
		if (inNew === now.insert.length) {
			j++;
			inNew = 0;
		}
	}
}

function pushRetain(changes: Change[], length: number, attributes: Attributes | null): void {
	const last = changes.at(-1);
	if (attributes) changes.push({ retain: length, attributes });
	else if (last && 'retain' in last && !last.attributes) last.retain += length;
	else changes.push({ retain: length });
}

function mended(old: Attributes, now: Attributes): Attributes | null {
	const attributes: Record<string, unknown> = {};
	for (const key of Object.keys(old)) if (!(key in now)) attributes[key] = null;
	for (const [key, value] of Object.entries(now)) {
		if (!isSameValue(old[key], value)) attributes[key] = value;
	}
	return Object.keys(attributes).length > 0 ? attributes : null;
}

function withoutIdleEnd(changes: Change[]): Change[] {
	const last = changes.at(-1);
	return last && 'retain' in last && !last.attributes ? changes.slice(0, -1) : changes;
}

/** Counts the letters behind the caret, when both texts end with them. */
function lengthBehind(old: string, now: string, caret: number): number {
	const behind = now.slice(caret);
	return caret >= 0 && old.endsWith(behind) && !isLowSurrogate(behind.charCodeAt(0))
		? behind.length
		: 0;
}

function commonStart(old: string, now: string): number {
	const most = Math.min(old.length, now.length);
	let length = 0;
	while (length < most && old.charCodeAt(length) === now.charCodeAt(length)) length++;
	return length > 0 && isHighSurrogate(old.charCodeAt(length - 1)) ? length - 1 : length;
}

function commonEnd(old: string, now: string, start: number): number {
	const most = Math.min(old.length, now.length) - start;
	let length = 0;
	while (
		length < most &&
		old.charCodeAt(old.length - 1 - length) === now.charCodeAt(now.length - 1 - length)
	) {
		length++;
	}
	return length > 0 && isLowSurrogate(old.charCodeAt(old.length - length)) ? length - 1 : length;
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}

function joined(delta: Delta): string {
	return delta.map((op) => op.insert).join('');
}
