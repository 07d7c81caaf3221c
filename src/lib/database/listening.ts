/** Hears what is notified, over a line of its own that is opened again whenever it is lost. */
import type { Line } from './connection-line.ts';
import { isConnectionLost, lost } from './connection-loss.ts';
import type { ConnectionWatch } from './connection-watch.ts';

/** Milliseconds from one attempt to open the line again to the next: the first wait, doubled up to the second. */
const RETRY = 100;
const LONGEST_RETRY = 5000;

type Receive = (payload: string) => void;

export class Listening {
	readonly #watch: ConnectionWatch;
	readonly #pulse: number;
	readonly #channels = new Map<string, Set<{ receive: Receive }>>();
	#opening: Promise<Line> | null = null;
	#line: Line | null = null;
	#beating: ReturnType<typeof setInterval> | undefined;
	#isReopening = false;
	#isOver = false;

	/** `pulse` is the time in milliseconds between two questions that it asks its line, to be sure of it. */
	constructor(watch: ConnectionWatch, pulse: number) {
		this.#watch = watch;
		this.#pulse = pulse;
	}

	/** Receives what is sent on a channel; the answer stops it. */
	async listen(channel: string, receive: Receive): Promise<() => Promise<void>> {
		if (this.#isOver) throw lost('CONNECTION_ENDED');
		const receivers = this.#channels.get(channel) ?? new Set();
		const receiver = { receive };
		this.#channels.set(channel, receivers.add(receiver));
		const leave = async () => {
			receivers.delete(receiver);
			if (receivers.size > 0 || this.#channels.get(channel) !== receivers) return;
			this.#channels.delete(channel);
			// What is lost listens to nothing either.
			await this.#line?.send(`unlisten ${quoted(channel)}`).catch(unlessLost);
		};
		try {
			const line = this.#line ?? (await (this.#opening ??= this.#open()));
			await line.send(`listen ${quoted(channel)}`);
			return leave;
		} catch (error) {
			await leave();
			throw error;
		}
	}

	/** Hears nothing any more. */
	end(): void {
		this.#isOver = true;
		clearInterval(this.#beating);
		this.#line?.close();
	}

	async #open(): Promise<Line> {
		try {
			const line = await this.#watch.open({
				gone: (one) => this.#forget(one),
				notified: (channel, payload) => {
					for (const { receive } of this.#channels.get(channel) ?? []) receive(payload);
				}
			});
			if (this.#isOver) {
				line.close();
				throw lost('CONNECTION_ENDED');
			}
			this.#line = line;
			this.#beating = setInterval(() => this.#beat(line), this.#pulse).unref();
			const channels = [...this.#channels.keys()].map((channel) => `listen ${quoted(channel)}`);
			await line.send(channels.join(';'));
			return line;
		} finally {
			this.#opening = null;
		}
	}

	/** Says something, so that the watch notices when it is not answered: who only listens hears nothing either way. */
	#beat(line: Line): void {
		if (!line.isUnderWay) line.send('select 1').catch(() => undefined);
	}

	#forget(line: Line): void {
		if (this.#line !== line) return;
		this.#line = null;
		clearInterval(this.#beating);
		void this.#reopen();
	}

	async #reopen(): Promise<void> {
		if (this.#isReopening) return;
		this.#isReopening = true;
		for (let wait = RETRY; !this.#isOver && this.#channels.size > 0;) {
			try {
				await (this.#line ?? (this.#opening ??= this.#open()));
				break;
			} catch {
				await new Promise((resolve) => setTimeout(resolve, wait).unref());
				wait = Math.min(wait * 2, LONGEST_RETRY);
			}
		}
		this.#isReopening = false;
	}
}

function unlessLost(error: unknown): void {
	if (!isConnectionLost(error)) throw error;
}

function quoted(channel: string): string {
	return `"${channel.replaceAll('"', '""')}"`;
}
