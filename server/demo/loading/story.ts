/** What the parts of the loading share: the transaction, the ids, the clock, the events to record. */
import type { Insertable, Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database, EventTable } from '#lib/database/schema.ts';
import type { DemoData } from '../demo-data.ts';
import { dayAt, instantAt } from '../days.ts';

/** Things of the demonstration that are named by a key in its files. */
type Kind =
	| 'account'
	| 'amendment'
	| 'axis'
	| 'body'
	| 'comment'
	| 'commune'
	| 'contract'
	| 'objective'
	| 'option'
	| 'organisation'
	| 'person'
	| 'poll'
	| 'priority'
	| 'proposal'
	| 'sheet'
	| 'territory'
	| 'theme'
	| 'window'
	| 'zone';

interface StoryEvent {
	verb: string;
	subjectKind: string;
	subjectId: string;
	/** Key of the person who acted; null when nobody with a person did. */
	person: string | null;
	at: Date;
	detail?: Record<string, string | number | boolean | null>;
}

export interface Story {
	trx: Transaction<Database>;
	data: DemoData;
	now: Date;
	territoryId: string;
	contractId: string;
	/** The row id of a thing, made at its first mention: foreign keys catch what is never inserted. */
	id(kind: Kind, key: string): string;
	/** Keeps the id that a write gave to a thing, before anything mentions it. */
	name(kind: Kind, key: string, id: string): void;
	/** The same, for a reference that may be absent. */
	maybeId(kind: Kind, key: string | null): string | null;
	/** The plain day, YYYY-MM-DD, so many days from the loading. */
	on(day: number): string;
	/** An instant of that day: minutes after its beginning, 9 in the morning when not told. */
	at(day: number, minutes?: number): Date;
	/** Keeps an event; all are recorded at the end in the order of time. */
	tell(event: StoryEvent): void;
	recordEvents(): Promise<void>;
}

/** Opens the story of the demonstration that is loaded at `now`, in this transaction. */
export function openStory(trx: Transaction<Database>, data: DemoData, now: Date): Story {
	const ids = new Map<string, string>();
	const events: StoryEvent[] = [];
	const { timeZone, slug } = data.territory;

	function id(kind: Kind, key: string): string {
		const name = `${kind}:${key}`;
		const known = ids.get(name) ?? newId();
		ids.set(name, known);
		return known;
	}

	function name(kind: Kind, key: string, given: string): void {
		if (ids.has(`${kind}:${key}`)) throw new Error(`${kind} ${key} was mentioned too early`);
		ids.set(`${kind}:${key}`, given);
	}

	// Ids made in one millisecond have no order, and who comes first in the files stands first on pages.
	const ordered = data.people.map(() => newId()).sort();
	data.people.forEach((person, index) => name('person', person.key, ordered[index] ?? newId()));
	const territoryId = id('territory', slug);
	return {
		trx,
		data,
		now,
		territoryId,
		contractId: id('contract', data.contract.key),
		id,
		name,
		maybeId: (kind, key) => (key === null ? null : id(kind, key)),
		on: (day) => dayAt(now, day, timeZone),
		at(day, minutes = 9 * 60) {
			const wanted = instantAt(now, day, minutes, timeZone);
			// What happened today happened before now.
			return day <= 0 && wanted > now ? now : wanted;
		},
		tell: (event) => void events.push(event),
		async recordEvents() {
			const rows: Insertable<EventTable>[] = events
				.toSorted((one, other) => one.at.getTime() - other.at.getTime())
				.map(({ person, detail, ...event }) => ({
					...event,
					id: newId(),
					territoryId,
					personId: person === null ? null : id('person', person),
					detail: detail ?? {}
				}));
			await trx.insertInto('event').values(rows).execute();
		}
	};
}

/** A number from 0 to 1 that is always the same for a key: the demonstration looks alike each time. */
export function steadyNumber(key: string): number {
	let hash = 2_166_136_261;
	for (const character of key) {
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
	}
	// Two more rounds: keys that differ by their last figure must lie far apart.
	hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
	hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Minutes of a day between 9:30 and 20:30, always the same for a key. */
export function steadyMinutes(key: string): number {
	return 570 + Math.floor(steadyNumber(key) * 660);
}
