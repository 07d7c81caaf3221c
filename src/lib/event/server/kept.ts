/** What everybody reads the same, kept in memory until the territory's next event. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';

/** Milliseconds after which an event can have no older neighbour left uncommitted. */
const SETTLED = 5_000;
/** Milliseconds that a value is kept at most, should a transaction have outlived that. */
const LONGEST = 60_000;
/** Values of one kind kept for a database. */
const MOST = 500;

/** The last event of a territory. */
export interface LatestEvent {
	id: string;
	at: Date;
}

/**
 * What the records of a territory may be known by: it changes with each event. Null when the last
 * event is so recent that one before it may not be committed yet; nothing is kept then.
 */
export function editionOf(latest: LatestEvent | null, now: Date): string | null {
	if (!latest || now.getTime() - latest.at.getTime() < SETTLED) return null;
	return `${latest.id} ${Math.floor(now.getTime() / LONGEST)}`;
}

/** Where a kept value is read, and of which edition. */
export interface KeptContext {
	db: Kysely<Database>;
	edition?: string | null;
}

/**
 * Values of one kind, by what names them. Only for what does not depend on who reads, nor on the hour,
 * and that no one changes without an event; whoever receives one must not change it.
 */
export class Kept<Value> {
	readonly #databases = new WeakMap<Kysely<Database>, Map<string, Entry<Value>>>();

	/** The value of this edition, found again when there is none yet. */
	async get(context: KeptContext, name: string, find: () => Promise<Value>): Promise<Value> {
		const { db, edition } = context;
		if (!edition) return find();
		const entries = this.#databases.get(db) ?? new Map<string, Entry<Value>>();
		this.#databases.set(db, entries);
		const kept = entries.get(name);
		if (kept?.edition === edition) return kept.value;
		const entry = { edition, value: find() };
		entries.delete(name);
		entries.set(name, entry);
		const [oldest] = entries.keys();
		if (entries.size > MOST && oldest !== undefined) entries.delete(oldest);
		// What failed is not kept.
		entry.value.catch(() => {
			if (entries.get(name) === entry) entries.delete(name);
		});
		return entry.value;
	}
}

interface Entry<Value> {
	edition: string;
	value: Promise<Value>;
}
