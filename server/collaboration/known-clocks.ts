/** What a document already holds: clocks typed and clocks deleted, kept without opening the document. */
import * as Y from 'yjs';
import type { Range, ReadUpdate } from './update-reading.ts';

export type Verdict = 'new' | 'known' | 'gap';

/** The clocks of a document, typed and deleted, as of what was let in. */
export class KnownClocks {
	readonly #typed: Map<number, number>;
	/** By client: ranges in order, apart from one another. */
	readonly #deleted = new Map<number, { from: number; to: number }[]>();

	constructor(live: Y.Doc) {
		this.#typed = Y.decodeStateVector(Y.encodeStateVector(live));
		for (const [client, items] of Y.createDeleteSetFromStructStore(live.store).clients) {
			for (const item of items)
				this.#delete({ client, from: item.clock, to: item.clock + item.len });
		}
	}

	/** The next clock of a client. */
	next(client: number): number {
		return this.#typed.get(client) ?? 0;
	}

	/** Encodes the clocks typed, as the first step of a synchronisation. */
	stateVector(): Uint8Array {
		return Y.encodeStateVector(new Map(this.#typed));
	}

	/** Tells whether an update brings something, nothing, or rests on what is not here. */
	judge(update: ReadUpdate): Verdict {
		const after = new Map<number, number>();
		const next = (client: number) => after.get(client) ?? this.next(client);
		for (const { client, from, to } of update.ranges) {
			if (from > next(client)) return 'gap';
			after.set(client, Math.max(next(client), to));
		}
		if (update.needs.some(({ client, clock }) => clock >= next(client))) return 'gap';
		if (update.deletes.some(({ client, to }) => to > next(client))) return 'gap';
		const isNew =
			update.ranges.some(({ client, to }) => to > this.next(client)) ||
			update.deletes.some((range) => !this.#isDeleted(range));
		return isNew ? 'new' : 'known';
	}

	/** The clocks of an update that are not here yet. What it says again is not its sender's. */
	newIn(update: ReadUpdate): Range[] {
		return update.ranges
			.map(({ client, from, to }) => ({ client, from: Math.max(from, this.next(client)), to }))
			.filter(({ from, to }) => from < to);
	}

	/** Takes an update in. */
	add(update: ReadUpdate): void {
		for (const { client, to } of update.ranges) {
			this.#typed.set(client, Math.max(this.next(client), to));
		}
		for (const range of update.deletes) this.#delete(range);
	}

	#isDeleted({ client, from, to }: Range): boolean {
		const ranges = this.#deleted.get(client) ?? [];
		const range = ranges[this.#firstEndingAfter(ranges, from)];
		return from === to || (range !== undefined && range.from <= from && to <= range.to);
	}

	#delete({ client, from, to }: Range): void {
		const ranges = this.#deleted.get(client) ?? [];
		this.#deleted.set(client, ranges);
		// Neighbours that touch become one.
		let first = this.#firstEndingAfter(ranges, from);
		if ((ranges[first - 1]?.to ?? -1) === from) first--;
		let last = first;
		const merged = { from, to };
		for (let next = ranges[last]; next && next.from <= to; next = ranges[last]) {
			merged.from = Math.min(merged.from, next.from);
			merged.to = Math.max(merged.to, next.to);
			last++;
		}
		ranges.splice(first, last - first, merged);
	}

	/** Place of the first range that ends after a clock. */
	#firstEndingAfter(ranges: readonly { to: number }[], clock: number): number {
		let low = 0;
		let high = ranges.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((ranges[middle]?.to ?? 0) > clock) high = middle;
			else low = middle + 1;
		}
		return low;
	}
}
