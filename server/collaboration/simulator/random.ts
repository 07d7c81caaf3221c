/** Chance that a number brings back: one seed, one run. */

export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995;
	}

	/** A number from 0 to 1, 1 left out. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0, `end` left out. */
	below(end: number): number {
		return Math.floor(this.next() * end);
	}

	/** A number between two. */
	between(from: number, to: number): number {
		return from + this.next() * (to - from);
	}

	/** Whether something of this likelihood happens. */
	chance(likelihood: number): boolean {
		return this.next() < likelihood;
	}

	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T {
		const item = list[this.below(list.length)];
		if (item === undefined) throw new Error('nothing to pick from');
		return item;
	}

	/** One of the names, as often as its weight says. */
	weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
		const entries: [string, number][] = Object.entries(weights);
		let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
		for (const name in weights) {
			left -= weights[name];
			if (left < 0) return name;
		}
		throw new Error('nothing to pick from');
	}

	/** A number for a client, as Yjs draws them. */
	clientId(): number {
		return Math.floor(this.next() * 2 ** 32);
	}
}
