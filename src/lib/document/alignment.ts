/** The lines of an earlier text beside those of a later one: kept, rewritten, gone or come. */
import { hunksBetween } from './change.ts';

export interface Aligned {
	/** They read the same, letter for letter; it is one line. */
	same: boolean;
	/** Lines of the earlier text, the end not in it; none for a line that came. */
	oldFrom: number;
	oldTo: number;
	/** Lines of the later text; none for a line that went. */
	newFrom: number;
	newTo: number;
}

/**
 * Puts lines side by side: first those that read the same, then, between them, those of which more than
 * half of the letters are in words of both. `joins` lets one line stand beside two, as when a paragraph
 * was cut or joined.
 */
export function alignLines(
	old: readonly string[],
	now: readonly string[],
	{ joins = false }: { joins?: boolean } = {}
): Aligned[] {
	const rows = old.map((text) => ({ text }));
	const columns = now.map((text) => ({ text }));
	return hunksBetween(rows, columns).flatMap(({ same, oldFrom, oldTo, newFrom, newTo }) => {
		if (same) {
			return old.slice(oldFrom, oldTo).map((_, index) => one(oldFrom + index, newFrom + index));
		}
		return alignRewritten(old.slice(oldFrom, oldTo), now.slice(newFrom, newTo), joins).map(
			(pair) => ({
				same: false,
				oldFrom: pair.oldFrom + oldFrom,
				oldTo: pair.oldTo + oldFrom,
				newFrom: pair.newFrom + newFrom,
				newTo: pair.newTo + newFrom
			})
		);
	});
}

/** Least share of common letters for one line to be another, rewritten. */
const ALIKE = 0.5;
/** What a cut or a join must gain over leaving a line out. */
const JOIN_COST = 0.05;
// The table of scores grows with the product of the sizes: past this, lines are told as gone and come.
const LARGEST_TABLE = 20_000;

type Span = Omit<Aligned, 'same'>;
/** How many letters each word brings, and all of them. */
interface Profile {
	letters: Map<string, number>;
	size: number;
}

function one(old: number, now: number): Aligned {
	return { same: true, oldFrom: old, oldTo: old + 1, newFrom: now, newTo: now + 1 };
}

/** The way through both rows with the most in common, as steps of 0 to 2 lines on each side. */
function alignRewritten(old: readonly string[], now: readonly string[], joins: boolean): Span[] {
	const width = now.length + 1;
	const score = new Float64Array((old.length + 1) * width);
	const step = new Uint8Array(score.length);
	if (old.length * now.length <= LARGEST_TABLE) {
		const sizes = joins ? [1, 2] : [1];
		const rows = profilesOf(old, sizes);
		const columns = profilesOf(now, sizes);
		for (let i = old.length; i >= 0; i--) {
			for (let j = now.length; j >= 0; j--) {
				const place = i * width + j;
				const take = (rowsTaken: number, columnsTaken: number, gain: number) => {
					const after = score[(i + rowsTaken) * width + j + columnsTaken] ?? 0;
					if (step[place] !== 0 && after + gain <= (score[place] ?? 0)) return;
					score[place] = after + gain;
					step[place] = rowsTaken * 4 + columnsTaken;
				};
				if (i < old.length) take(1, 0, 0);
				if (j < now.length) take(0, 1, 0);
				for (const [high, wide] of joins ? SHAPES : SHAPES.slice(0, 1)) {
					const row = rows[high - 1]?.[i];
					const column = columns[wide - 1]?.[j];
					if (!row || !column) continue;
					const alike = likeness(row, column);
					if (alike >= ALIKE) take(high, wide, alike - (high + wide > 2 ? JOIN_COST : 0));
				}
			}
		}
	}
	const spans: Span[] = [];
	for (let i = 0, j = 0; i < old.length || j < now.length;) {
		const taken = step[i * width + j] || (i < old.length ? 4 : 1);
		const [high, wide] = [taken >> 2, taken & 3];
		spans.push({ oldFrom: i, oldTo: i + high, newFrom: j, newTo: j + wide });
		i += high;
		j += wide;
	}
	return spans;
}

const SHAPES = [
	[1, 1],
	[1, 2],
	[2, 1]
] as const;

/** The profile of each line, then that of each line with the one after it. */
function profilesOf(lines: readonly string[], sizes: readonly number[]): Profile[][] {
	return sizes.map((size) =>
		lines
			.slice(0, Math.max(lines.length - size + 1, 0))
			.map((_, index) => profileOf(lines.slice(index, index + size).join(' ')))
	);
}

function profileOf(text: string): Profile {
	const letters = new Map<string, number>();
	let size = 0;
	for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
		letters.set(word, (letters.get(word) ?? 0) + word.length);
		size += word.length;
	}
	return { letters, size };
}

/** The share of letters in words of both, from 0 to 1. */
function likeness(one: Profile, other: Profile): number {
	const all = one.size + other.size;
	if (all === 0) return 0;
	let common = 0;
	for (const [word, count] of one.letters) {
		common += Math.min(count, other.letters.get(word) ?? 0);
	}
	return (2 * common) / all;
}
