/** A reader whose connection is slower than the text: it is owed one difference instead of a queue without end. */
import { LIMITS } from './limits.ts';
import type { Clock, LiveSocket } from './ports.ts';

export class SlowReader {
	readonly #socket: LiveSocket;
	readonly #clock: Clock;
	/** The clocks it was sent up to, while it is owed the rest. */
	#owedFrom: Uint8Array | null = null;
	#slowSince = 0;

	constructor(socket: LiveSocket, clock: Clock) {
		this.#socket = socket;
		this.#clock = clock;
	}

	/**
	 * Whether an update may be sent; when not, it is owed from the clocks it has. An update owed twice
	 * does no harm, so the clocks may be those before or after it.
	 */
	mayReceive(clocks: () => Uint8Array): boolean {
		if (this.#owedFrom) return false;
		if (this.#socket.buffered <= LIMITS.slowAt) return true;
		this.#owedFrom = clocks();
		this.#slowSince = this.#clock.now();
		return false;
	}

	/** The clocks to send a difference from, once the connection has drained; null while nothing is owed. */
	takeOwed(): Uint8Array | null {
		if (!this.#owedFrom || this.#socket.buffered > LIMITS.drainedAt) return null;
		const owed = this.#owedFrom;
		this.#owedFrom = null;
		return owed;
	}

	/** Whether to let it go: too much waits, or for too long. */
	isHopeless(): boolean {
		if (this.#socket.buffered > LIMITS.hopelessAt) return true;
		return this.#owedFrom !== null && this.#clock.now() - this.#slowSince > LIMITS.slowFor;
	}
}
