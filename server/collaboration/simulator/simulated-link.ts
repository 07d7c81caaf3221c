/** One connection between a browser and a process, as bad as the plan makes it. */
import type { Clock, LiveSocket } from '../ports.ts';
import type { Random } from './random.ts';

export interface LinkFaults {
	/** Longest way of a frame, in milliseconds. */
	latency: number;
	/**
	 * Likelihood that a frame is dropped, and as much that it is doubled or overtaken. A WebSocket never
	 * does any of it: these are for clients that count nothing as saved.
	 */
	loses: number;
}

/** What stands at an end of a connection. */
export interface End {
	opened?(): void;
	receive(frame: Uint8Array): void;
	closed(code: number): void;
	pong?(): void;
}

type Side = 'browser' | 'process';

export class SimulatedLink {
	/** Nothing gets through either way, and nobody is told. */
	isHalfOpen = false;
	readonly #clock: Clock;
	readonly #random: Random;
	readonly #faults: LinkFaults;
	readonly #ends: Record<Side, End | null> = { browser: null, process: null };
	readonly #closed: Record<Side, boolean> = { browser: false, process: false };
	/** When the last frame arrives: those of a stream do not overtake one another. */
	readonly #arrival: Record<Side, number> = { browser: 0, process: 0 };
	#waiting = 0;
	/** How much heavier a waiting byte counts: a slow line, made of few bytes. */
	#weight = 1;

	constructor(clock: Clock, random: Random, faults: LinkFaults) {
		this.#clock = clock;
		this.#random = random;
		this.#faults = faults;
	}

	/** Puts both ends in place. */
	join(browser: End, process: End): void {
		this.#ends.browser = browser;
		this.#ends.process = process;
		this.#carry('browser', () => this.#ends.browser?.opened?.(), true);
	}

	/** Makes the way to the browser so slow that the process notices. */
	slow(weight: number): void {
		this.#weight = weight;
	}

	/** The browser sends. */
	send(frame: Uint8Array): void {
		if (!this.#closed.browser) this.#carry('process', () => this.#ends.process?.receive(frame));
	}

	/** The browser leaves: what is on its way to the process still arrives, then the word that it left. */
	leave(): void {
		if (this.#closed.browser) return;
		this.#closed.browser = true;
		this.#carry('process', () => this.#end('process', 1001), true);
	}

	/** The line breaks: each side learns it in its own time, and what was on its way is lost. */
	cut(): void {
		this.isHalfOpen = true;
		const { latency } = this.#faults;
		this.#clock.after(this.#random.between(0, 10 * latency), () => this.#end('browser', 1006));
		this.#clock.after(this.#random.between(0, 100 * latency), () => this.#end('process', 1006));
	}

	/** The process is dead: the browser is told by its machine. */
	processDied(): void {
		this.#closed.process = true;
		this.#ends.process = null;
		this.#carry('browser', () => this.#end('browser', 1006), true);
	}

	/** The socket as the process has it. */
	socket(beforeSending: () => boolean): LiveSocket {
		const waiting = () => this.#waiting * this.#weight;
		return {
			get buffered() {
				return waiting();
			},
			send: (frame) => {
				if (this.#closed.process || !beforeSending()) return;
				this.#waiting += frame.length;
				this.#carry('browser', () => {
					this.#waiting = Math.max(this.#waiting - frame.length, 0);
					this.#ends.browser?.receive(frame);
				});
			},
			ping: () => {
				this.#carry('browser', () => this.#carry('process', () => this.#ends.process?.pong?.()));
			},
			close: (code) => {
				if (this.#closed.process) return;
				this.#carry('browser', () => this.#end('browser', code), true);
				this.#closed.process = true;
				this.#clock.after(this.#faults.latency, () => this.#ends.process?.closed(code));
			},
			terminate: () => {
				this.#closed.process = true;
				this.#carry('browser', () => this.#end('browser', 1006), true);
			}
		};
	}

	#carry(to: Side, deliver: () => void, isSure = false): void {
		const random = this.#random;
		const { latency, loses } = this.#faults;
		const deliverIfOpen = () => {
			if (!this.isHalfOpen && !(this.#closed[to] && to === 'browser')) deliver();
		};
		const loss = isSure ? 1 : random.next();
		if (loss < loses) return;
		const times = loss < 2 * loses ? 2 : 1;
		const overtakes = loss < 3 * loses;
		for (let time = 0; time < times; time++) {
			let arrival = this.#clock.now() + random.between(0.1, latency);
			if (overtakes) arrival += random.between(0, 20 * latency);
			else {
				arrival = Math.max(arrival, this.#arrival[to]);
				this.#arrival[to] = arrival;
			}
			this.#clock.after(arrival - this.#clock.now(), deliverIfOpen);
		}
	}

	#end(side: Side, code: number): void {
		if (this.#closed[side] && side === 'browser') return;
		this.#closed[side] = true;
		const end = this.#ends[side];
		this.#ends[side] = null;
		end?.closed(code);
	}
}
