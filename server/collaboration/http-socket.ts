/** A socket made of ordinary requests, for networks that block the others: frames come by POST, answers are fetched by a request that waits. */
import * as encoding from 'lib0/encoding';
import type { LiveSocket } from './ports.ts';

/** Why a socket ended, told to the client at its next request. */
export interface SocketEnd {
	code: number;
	reason: string;
}

export interface HttpSocketEvents {
	/** The client fetched, and so is alive. */
	alive(): void;
	/** The socket ended. */
	ended(): void;
}

interface Waiting {
	answer: () => void;
}

// One answer holds about this much, so that a slow reader is not sent all at once.
const LARGEST_ANSWER = 1024 * 1024;

export class HttpSocket implements LiveSocket {
	readonly #events: HttpSocketEvents;
	/** Frames that the client has not said to have. */
	#frames: Uint8Array[] = [];
	/** Number of the first of them. */
	#first = 0;
	#bytes = 0;
	#end: SocketEnd | null = null;
	#waiting: Waiting | null = null;
	#received = 0;

	constructor(events: HttpSocketEvents) {
		this.#events = events;
	}

	get buffered(): number {
		return this.#bytes;
	}

	/** Why it ended, or null. */
	get end(): SocketEnd | null {
		return this.#end;
	}

	send(frame: Uint8Array): void {
		if (this.#end) return;
		this.#frames.push(frame);
		this.#bytes += frame.length;
		this.#wake();
	}

	/** The client answers a ping by fetching again. */
	ping(): void {
		this.#wake();
	}

	close(code: number, reason: string): void {
		if (this.#end) return;
		this.#end = { code, reason };
		this.#wake();
		this.#events.ended();
	}

	terminate(): void {
		this.close(1006, 'gone');
	}

	/** How many frames came. */
	get received(): number {
		return this.#received;
	}

	/** Whether a frame with this number is the next; one that was received already is not let in twice. */
	receives(number: number): boolean {
		if (number !== this.#received) return false;
		this.#received++;
		return true;
	}

	/** Forgets the frames before a number: the client has them. */
	acknowledge(next: number): void {
		while (this.#first < next && this.#frames.length > 0) {
			this.#bytes -= this.#frames.shift()?.length ?? 0;
			this.#first++;
		}
	}

	/** Waits until there is something to fetch, or until it is let go. Another request takes the place of this one. */
	wait(milliseconds: number): { done: Promise<void>; letGo: () => void } {
		this.#waiting?.answer();
		this.#events.alive();
		if (this.#frames.length > 0 || this.#end) return { done: Promise.resolve(), letGo: () => {} };
		let letGo = (): void => {};
		const done = new Promise<void>((resolve) => {
			const waiting = { answer: resolve };
			const timer = setTimeout(resolve, milliseconds);
			this.#waiting = waiting;
			letGo = () => {
				clearTimeout(timer);
				if (this.#waiting === waiting) this.#waiting = null;
				resolve();
			};
		});
		return { done: done.finally(() => letGo()), letGo };
	}

	/** The frames to fetch: the number of the first, then each with its length. */
	encode(): Uint8Array {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, this.#first);
		let size = 0;
		for (const frame of this.#frames) {
			if (size > 0 && size + frame.length > LARGEST_ANSWER) break;
			encoding.writeVarUint8Array(encoder, frame);
			size += frame.length;
		}
		return encoding.toUint8Array(encoder);
	}

	#wake(): void {
		this.#waiting?.answer();
		this.#waiting = null;
	}
}
