// Millions of durations in little room: a twentieth of a millisecond each, ten seconds at most.
const STEP = 20;
const LONGEST = 10_000;

export class Histogram {
	readonly #counts = new Uint32Array(LONGEST * STEP + 1);
	total = 0;

	add(milliseconds: number): void {
		const place = milliseconds < LONGEST ? (milliseconds * STEP) | 0 : LONGEST * STEP;
		this.#counts[place] = (this.#counts[place] ?? 0) + 1;
		this.total++;
	}

	/** The duration under which so many of a hundred lie. */
	percentile(percent: number): number {
		let left = (this.total * percent) / 100;
		for (const [place, count] of this.#counts.entries()) {
			left -= count;
			if (left <= 0 && count > 0) return place / STEP;
		}
		return 0;
	}

	clear(): void {
		this.#counts.fill(0);
		this.total = 0;
	}
}

/** The duration under which so many of a hundred of some lie. */
export function percentileOf(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

/** The middle one of some values. */
export function median(values: readonly number[]): number {
	return percentileOf(values, 50);
}
