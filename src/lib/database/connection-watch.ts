/** Finds the connections whose other end vanished without a word: TCP would wait a quarter of an hour for it. */
import { endBackends, listWorking, type Ask } from './backends.ts';
import { isOutOfReach, lost } from './connection-loss.ts';
import { Line, type Connect, type LineOptions } from './connection-line.ts';

/** All in milliseconds. */
export interface WatchTimes {
	/** A statement without an answer, and a connection without a byte, for so long is looked into. */
	silence: number;
	/** A new connection, and each answer on it, is waited for this long when something is looked into. */
	limit: number;
	/** Between the two looks that must agree: what is on its way arrives meanwhile. */
	grace: number;
	/** A connection for work is waited for this long. */
	opening: number;
	/** Between two questions to the connection that only listens. */
	pulse: number;
}

export const WATCH_TIMES: WatchTimes = {
	silence: 10_000,
	limit: 5000,
	grace: 1000,
	opening: 10_000,
	pulse: 30_000
};

/** Looks that fail until a server counts as out of reach. */
const FAILURES = 2;

/**
 * Opens lines and asks about those that fall silent, over one connection of its own at a time, made for
 * it. A line is given up when its backend waits for us (what we sent, or what it answered, was
 * swallowed) or is gone, and when the server cannot be reached at all. A backend at work is left to it,
 * for as long as it takes. The timers are those of the sockets: none is made for a statement.
 */
export class ConnectionWatch {
	readonly #connect: Connect;
	readonly #times: WatchTimes;
	readonly #lines = new Set<Line>();
	/** Backends of lines that were given up: they may hold locks for hours, waiting for us. */
	readonly #leftBehind = new Set<string>();
	#isLooking = false;
	#isOver = false;
	#probe: Line | null = null;
	#wake = (): void => undefined;

	constructor(connect: Connect, times: WatchTimes) {
		this.#connect = connect;
		this.#times = times;
	}

	/** Opens a line and watches over it until it is gone. */
	async open({ gone, notified }: Pick<LineOptions, 'gone' | 'notified'>): Promise<Line> {
		const line = await Line.open({
			connect: this.#connect,
			limit: this.#times.opening,
			gone: (one) => {
				this.#lines.delete(one);
				gone(one);
			},
			...(notified && { notified })
		});
		if (this.#isOver) {
			line.close();
			throw lost('CONNECTION_ENDED');
		}
		this.#lines.add(line);
		line.whenSilent(this.#times.silence, () => void this.#look());
		return line;
	}

	/** Asks about nothing any more. */
	end(): void {
		this.#isOver = true;
		this.#probe?.cut();
		this.#wake();
	}

	get #silent(): Line[] {
		return [...this.#lines].filter((line) => line.isSilent);
	}

	async #look(): Promise<void> {
		if (this.#isLooking) return;
		this.#isLooking = true;
		let failures = 0;
		while (!this.#isOver && (this.#silent.length > 0 || this.#leftBehind.size > 0)) {
			const began = performance.now();
			try {
				await this.#lookInto();
				failures = 0;
				await this.#pause(this.#times.grace);
			} catch (error) {
				// Of a server that only refuses to be asked nothing is known: it is asked again.
				failures = isOutOfReach(error) ? failures + 1 : 0;
				if (failures >= FAILURES) this.#giveUp(this.#silent);
				await this.#pause(Math.max(0, began + this.#times.limit - performance.now()));
			}
		}
		this.#isLooking = false;
	}

	async #lookInto(): Promise<void> {
		const { limit, grace, silence } = this.#times;
		const busy = [...this.#lines].filter((line) => line.isUnderWay);
		const before = new Map(busy.map((line) => [line, line.moved]));
		const backends = busy.map((line) => line.backend);
		const probe = await Line.open({ connect: this.#connect, gone: () => undefined, limit });
		this.#probe = probe;
		const ask: Ask = (text) => this.#ask(probe, text);
		try {
			const first = await listWorking(ask, backends);
			await this.#pause(grace);
			const working = await listWorking(ask, backends);
			const isStill = (line: Line) => line.isUnderWay && line.moved === before.get(line);
			const waits = ({ backend }: Line) => !first.has(backend) && !working.has(backend);
			this.#giveUp(busy.filter((line) => isStill(line) && waits(line)));
			for (const line of this.#silent) if (working.has(line.backend)) line.bePatient(silence);
			const ended = [...this.#leftBehind];
			await endBackends(ask, ended);
			for (const backend of ended) this.#leftBehind.delete(backend);
		} finally {
			this.#probe = null;
			probe.close();
		}
	}

	/** Gives up these, and with them those that nobody has: they fell silent too, or cost little to open again. */
	#giveUp(lines: readonly Line[]): void {
		if (lines.length === 0) return;
		const idle = [...this.#lines].filter((line) => !line.isLent && !line.isUnderWay);
		for (const line of new Set([...lines, ...idle])) {
			this.#leftBehind.add(line.backend);
			line.cut();
		}
	}

	/** Asks over the connection made for it, and not for longer than the limit. */
	async #ask(probe: Line, text: string): Promise<{ backend: string }[]> {
		const timer = setTimeout(() => probe.cut(), this.#times.limit).unref();
		try {
			return await probe.send<{ backend: string }[]>(text);
		} finally {
			clearTimeout(timer);
		}
	}

	#pause(milliseconds: number): Promise<void> {
		return new Promise((resolve) => {
			if (this.#isOver) return resolve();
			const timer = setTimeout(resolve, milliseconds).unref();
			this.#wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}
}
