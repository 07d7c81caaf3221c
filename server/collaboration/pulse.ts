/** The life of a connection: pings that must be answered, and a word now and then to a quiet one. */
import { TIMES } from './limits.ts';
import type { Clock, LiveSocket } from './ports.ts';

export class Pulse {
	readonly #socket: LiveSocket;
	readonly #clock: Clock;
	#sentAt: number;
	#pingedAt: number;
	#awaitsPong = false;

	constructor(socket: LiveSocket, clock: Clock) {
		this.#socket = socket;
		this.#clock = clock;
		this.#sentAt = clock.now();
		this.#pingedAt = clock.now();
	}

	/** Something was sent. */
	sent(): void {
		this.#sentAt = this.#clock.now();
	}

	/** A ping was answered. */
	pong(): void {
		this.#awaitsPong = false;
	}

	/** Pings when it is time. */
	beat(): 'alive' | 'quiet' | 'dead' {
		const now = this.#clock.now();
		const sincePing = now - this.#pingedAt;
		if (this.#awaitsPong && sincePing > TIMES.pong) return 'dead';
		if (!this.#awaitsPong && sincePing > TIMES.ping) {
			this.#pingedAt = now;
			this.#awaitsPong = true;
			this.#socket.ping();
		}
		return now - this.#sentAt > TIMES.heartbeat ? 'quiet' : 'alive';
	}
}
