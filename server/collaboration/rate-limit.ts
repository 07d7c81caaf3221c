/** A measure of frames: so many at once, so many a second after that. Per socket, since a town hall shares one address. */
import { LIMITS } from './limits.ts';
import type { Clock } from './ports.ts';

export class RateLimit {
	readonly #clock: Clock;
	#left: number = LIMITS.burst;
	#at: number;

	constructor(clock: Clock) {
		this.#clock = clock;
		this.#at = clock.now();
	}

	/** Counts a frame and tells whether it is within the measure. */
	take(): boolean {
		const now = this.#clock.now();
		const regained = ((now - this.#at) / 1000) * LIMITS.perSecond;
		this.#left = Math.min(LIMITS.burst, this.#left + regained) - 1;
		this.#at = now;
		return this.#left >= 0;
	}
}
