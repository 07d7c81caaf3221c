/** Connections to PostgreSQL, each of a driver's instance of its own: one that is lost takes no other along. */
import type { Line } from './connection-line.ts';
import { lost } from './connection-loss.ts';
import type { ConnectionWatch } from './connection-watch.ts';

/** Milliseconds that statements may still take when the pool ends. */
const LAST_STATEMENTS = 5000;

/** A connection that is lent: to be given back in any case, lost or not. */
export interface Lent {
	/** @throws {Error} CONNECTION_CLOSED when the connection is gone */
	unsafe: Line['send'];
	release(): void;
}

interface Waiting {
	take(line: Line): void;
	fail(error: unknown): void;
}

/**
 * The driver's own pool does not outlive a database that goes and comes back: a connection that closes
 * with a statement on its way out never writes again (`nextWriteTimer` in its connection.js), one that
 * is lent and closes ends the process at its next statement, and a `reserve` that failed is served
 * later, to nobody. So it is given one connection to keep, and is left behind with it.
 */
export class ConnectionPool {
	readonly #watch: ConnectionWatch;
	readonly #size: number;
	readonly #open = new Set<Line>();
	readonly #idle: Line[] = [];
	readonly #waiting: Waiting[] = [];
	#opening = 0;
	#ending: Promise<void> | null = null;
	#emptied = (): void => undefined;

	/** `watch` opens the connections; `size` of them are open at most. */
	constructor(watch: ConnectionWatch, size: number) {
		this.#watch = watch;
		this.#size = size;
	}

	/** Lends a connection, once there is one. */
	async reserve(): Promise<Lent> {
		const line = this.#idle.pop() ?? (await this.#next());
		line.isLent = true;
		let isBack = false;
		return {
			unsafe: line.send.bind(line),
			release: () => {
				if (isBack) return;
				isBack = true;
				this.#takeBack(line);
			}
		};
	}

	/** Closes all: those lent when they are given back, or after five seconds. */
	end(): Promise<void> {
		this.#ending ??= this.#end();
		return this.#ending;
	}

	#next(): Promise<Line> {
		if (this.#ending) return Promise.reject(lost('CONNECTION_ENDED'));
		return new Promise((take, fail) => {
			this.#waiting.push({ take, fail });
			this.#openMore();
		});
	}

	/** Opens a connection for whoever waits, while there may be one more. */
	#openMore(): void {
		if (this.#ending || this.#opening >= this.#waiting.length) return;
		if (this.#open.size + this.#opening >= this.#size) return;
		this.#opening++;
		this.#watch.open({ gone: (line) => this.#forget(line) }).then(
			(line) => {
				this.#opening--;
				this.#open.add(line);
				this.#takeBack(line);
			},
			(error: unknown) => {
				this.#opening--;
				// Those that are open come back; without any, the others would not fare better.
				if (this.#open.size > 0) return;
				for (const { fail } of this.#waiting.splice(0)) fail(error);
			}
		);
	}

	#takeBack(line: Line): void {
		if (!this.#open.has(line)) return;
		if (this.#ending || line.isSpent) return line.close();
		const next = this.#waiting.shift();
		if (next) return next.take(line);
		line.isLent = false;
		this.#idle.push(line);
	}

	/** It is gone: another may take its place. */
	#forget(line: Line): void {
		this.#open.delete(line);
		const place = this.#idle.indexOf(line);
		if (place >= 0) this.#idle.splice(place, 1);
		this.#openMore();
		if (this.#open.size === 0) this.#emptied();
	}

	async #end(): Promise<void> {
		await Promise.resolve();
		for (const { fail } of this.#waiting.splice(0)) fail(lost('CONNECTION_ENDED'));
		for (const line of this.#idle.splice(0)) this.#takeBack(line);
		if (this.#open.size > 0) {
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, LAST_STATEMENTS);
				this.#emptied = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
		for (const line of [...this.#open]) line.cut();
	}
}
