/** The commit queue of the process: one statement for all documents, one at a time. */
import { channel } from 'node:diagnostics_channel';
import { isRefusedForGood } from '#lib/database/refused-for-good.ts';
import type { NewUpdate } from '#lib/document/server/append-updates.ts';
import { LIMITS, TIMES } from './limits.ts';
import type { Clock, Log, Store } from './ports.ts';

export interface Entry extends NewUpdate {
	/** Whoever sent it, and so need not be sent it back. */
	from?: object;
	/** Called once it is durable, in order, after the document heard of the whole batch. */
	saved?: () => void;
}

/** What the journal needs of an open document. */
export interface Writer {
	readonly documentId: string;
	readonly epoch: number;
	/** Number of its last durable update. */
	readonly headSeq: number;
	/** Sockets that are told of what it writes. */
	readonly audience: number;
	/** These are durable. */
	committed(entries: readonly Entry[]): void;
	/** These were not taken: the document is sealed, or another process wrote in it. */
	fenced(): void;
}

/** Tells whoever listens how long each commit took: `{ milliseconds, documents }`. */
const commits = channel('parvis:commit');

/** Gathers what all documents have to write. Commits at once when idle; while busy, a few milliseconds' worth at a time. */
export class Journal {
	readonly #store: Store;
	readonly #clock: Clock;
	readonly #log: Log;
	#queue = new Map<Writer, Entry[]>();
	#working: Promise<void> | null = null;
	#lastStart = -Infinity;
	#bytes = 0;

	constructor(store: Store, clock: Clock, log: Log) {
		this.#store = store;
		this.#clock = clock;
		this.#log = log;
	}

	/** Whether so much waits, the database being away, that nothing more is to be taken in. */
	get isFull(): boolean {
		return this.#bytes > LIMITS.backlog;
	}

	/** Queues an update of a document. */
	add(writer: Writer, entry: Entry): void {
		this.#bytes += entry.bytes.length;
		const entries = this.#queue.get(writer);
		if (entries) entries.push(entry);
		else this.#queue.set(writer, [entry]);
		this.#working ??= this.#work();
	}

	/** Forgets what a document had queued: it is closed and will be read again. */
	drop(writer: Writer): void {
		this.#bytes -= sizeOf(this.#queue.get(writer) ?? []);
		this.#queue.delete(writer);
	}

	/** Waits until nothing is queued. */
	async idle(): Promise<void> {
		while (this.#working) await this.#working;
	}

	async #work(): Promise<void> {
		// What comes in the same turn of the event loop goes together.
		await new Promise(setImmediate);
		while (this.#queue.size > 0) {
			const wait = this.#lastStart + this.#patience() - this.#clock.now();
			if (wait > 0) await this.#sleep(wait);
			this.#lastStart = this.#clock.now();
			const batch = this.#queue;
			this.#queue = new Map();
			await this.#commit(batch);
		}
		this.#working = null;
	}

	/** How long to gather while busy: somewhat longer before a crowd, each of whom every commit is told. */
	#patience(): number {
		let crowd = 0;
		for (const writer of this.#queue.keys()) crowd = Math.max(crowd, writer.audience);
		return TIMES.gather + Math.min(crowd / LIMITS.crowd, 1) * TIMES.gatherInCrowd;
	}

	async #commit(batch: Map<Writer, Entry[]>): Promise<void> {
		const began = this.#clock.now();
		const durable = await this.#append([...batch]);
		if (commits.hasSubscribers) {
			commits.publish({ milliseconds: this.#clock.now() - began, documents: batch.size });
		}
		for (const [writer, entries] of batch) {
			this.#bytes -= sizeOf(entries);
			this.#settle(writer, entries, durable.has(writer));
		}
	}

	async #append(writers: [Writer, Entry[]][]): Promise<Set<Writer>> {
		let doubtful = false;
		for (let wait: number = TIMES.retry; ; wait = Math.min(wait * 2, TIMES.longestRetry)) {
			try {
				const taken = await this.#store.append(
					writers.map(([writer, updates]) => ({
						documentId: writer.documentId,
						epoch: writer.epoch,
						headSeq: writer.headSeq,
						updates
					}))
				);
				const durable = new Set<Writer>();
				for (const [writer, entries] of writers) {
					const isTaken = taken.has(writer.documentId);
					if (isTaken || (doubtful && (await this.#isStored(writer, entries)))) durable.add(writer);
				}
				return durable;
			} catch (error) {
				// The commit may have been made before its answer was lost: the next try tells.
				doubtful = true;
				this.#log.failure(error, { moment: 'live-commit', documents: writers.length });
				// What the database will never take must not hold up the other documents.
				if (isRefusedForGood(error)) return this.#appendApart(writers);
				await this.#sleep(wait);
			}
		}
	}

	async #appendApart(writers: [Writer, Entry[]][]): Promise<Set<Writer>> {
		const durable = new Set<Writer>();
		if (writers.length === 1) return durable;
		for (const one of writers) {
			for (const writer of await this.#append([one])) durable.add(writer);
		}
		return durable;
	}

	#settle(writer: Writer, entries: Entry[], isDurable: boolean): void {
		try {
			if (!isDurable) return writer.fenced();
			writer.committed(entries);
			for (const entry of entries) entry.saved?.();
		} catch (error) {
			this.#log.failure(error, { moment: 'live-broadcast', documentId: writer.documentId });
		}
	}

	async #isStored(writer: Writer, entries: readonly Entry[]): Promise<boolean> {
		const stored = await this.#store.updatesAfter(writer.documentId, writer.headSeq);
		return entries.every((entry, index) => {
			const row = stored[index];
			return (
				row?.seq === writer.headSeq + index + 1 &&
				Buffer.compare(Buffer.from(row.bytes), Buffer.from(entry.bytes)) === 0
			);
		});
	}

	#sleep(milliseconds: number): Promise<void> {
		return new Promise((resolve) => this.#clock.after(milliseconds, resolve));
	}
}

function sizeOf(entries: readonly Entry[]): number {
	return entries.reduce((size, entry) => size + entry.bytes.length, 0);
}
