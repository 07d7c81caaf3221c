/** One open document: what is durable, who has it open, and what they are sent. */
import * as Y from 'yjs';
import type { DocumentState } from '#lib/document/document.ts';
import type { Insert } from '#lib/document/delta.ts';
import type { StoredDocument } from '#lib/document/server/document-queries.ts';
import { applyAll, buildLive, deltaOf } from '#lib/document/server/live-text.ts';
import type { Entry, Journal, Writer } from './journal.ts';
import { KnownClocks } from './known-clocks.ts';
import type { Clock, LiveActor } from './ports.ts';
import { Presence } from './presence.ts';
import { syncFrame } from './protocol.ts';
import type { ReadUpdate } from './update-reading.ts';

/** A socket that has the document open. */
export interface Member {
	readonly actor: LiveActor;
	/** Sends what must arrive in any case. */
	send(frame: Uint8Array): void;
	/** Sends an update, or notes that one is owed when the reader is slow. */
	sendUpdate(frame: Uint8Array): void;
	/** The document's state changed: its rights are to be told again. */
	stateChanged(): void;
	/** The document refused what was queued. */
	refused(): void;
}

/** What a room tells to those who keep rooms. */
export interface RoomEvents {
	/** New updates are durable: render and snapshot when their time comes. */
	changed(room: Room): void;
	/** The document was not as this process knew it: close and read it again. */
	fenced(room: Room): void;
}

// Beyond this the waiting updates weigh more than the document they would be applied to.
const LONGEST_TAIL = 2000;

export class Room implements Writer {
	readonly documentId: string;
	readonly epoch: number;
	readonly texts: ReadonlySet<string>;
	/** Whose each client id is. */
	readonly clients: Map<number, string>;
	/** Ids of readers, who type nothing: kept so that nobody else claims them meanwhile. */
	readonly guests = new Map<number, string>();
	readonly members = new Set<Member>();
	readonly presence: Presence;
	readonly known: KnownClocks;
	headSeq: number;
	state: DocumentState;
	snapshotSeq: number;
	renderedSeq: number;
	/** Only the state before a damaged update could be read: it is not to be written on, nor kept. */
	readonly isDamaged: boolean;
	/** By the clock: when it was read. */
	readonly openedAt: number;
	/** Set when the room was let go: nothing more is written from it. */
	isClosed = false;
	readonly #live: Y.Doc;
	readonly #journal: Journal;
	readonly #events: RoomEvents;
	#tail: Uint8Array[] = [];
	/** All of it as it was sent last, for the others of a crowd that comes at once. */
	#whole: WeakRef<Uint8Array> | null = null;
	#queued = 0;
	#closing: (() => void)[] = [];
	#lastEntry: Entry | null = null;

	constructor(stored: StoredDocument, journal: Journal, clock: Clock, events: RoomEvents) {
		this.documentId = stored.id;
		this.epoch = stored.epoch;
		this.texts = new Set(stored.texts);
		this.clients = stored.clients;
		this.headSeq = stored.headSeq;
		this.isDamaged = stored.damage !== undefined;
		this.openedAt = clock.now();
		this.state = this.isDamaged && stored.state === 'open' ? 'frozen' : stored.state;
		this.snapshotSeq = stored.snapshotSeq;
		this.renderedSeq = stored.headSeq;
		this.#live = buildLive(stored.parts);
		this.known = new KnownClocks(this.#live);
		this.#journal = journal;
		this.#events = events;
		this.presence = new Presence(this.members, clock);
	}

	/** Sockets that are told of what is written. */
	get audience(): number {
		return this.members.size;
	}

	/** Whether nothing waits to be committed. */
	get isIdle(): boolean {
		return this.#queued === 0;
	}

	/** Whether updates are taken in: not while too much waits for a database that is away. */
	get isTaking(): boolean {
		return !this.isClosed && !this.#journal.isFull;
	}

	/** Takes in an update that passed every check: it is relayed and acknowledged once durable. */
	write(update: ReadUpdate, entry: Entry): void {
		this.known.add(update);
		this.#queued++;
		this.#lastEntry = entry;
		this.#journal.add(this, entry);
	}

	/** Calls once all that was taken in so far is durable. */
	afterCommit(work: () => void): void {
		const last = this.#lastEntry;
		if (!last || this.isIdle) return work();
		const before = last.saved;
		last.saved = () => {
			before?.();
			work();
		};
	}

	/** Calls when the room is let go. */
	afterClose(work: () => void): void {
		if (this.isClosed) work();
		else this.#closing = [...this.#closing.slice(-50), work];
	}

	committed(entries: readonly Entry[]): void {
		if (this.isClosed) return;
		// First, so that a slow reader is owed from the clocks before these.
		this.#broadcast(entries);
		this.headSeq += entries.length;
		this.#queued -= entries.length;
		for (const entry of entries) this.#tail.push(entry.bytes);
		if (this.#tail.length > LONGEST_TAIL) this.#applyTail();
		this.#events.changed(this);
	}

	fenced(): void {
		this.#events.fenced(this);
	}

	/** Encodes what somebody who has these clocks lacks. */
	difference(stateVector: Uint8Array): Uint8Array {
		this.#applyTail();
		const isAll = stateVector.length === 1 && stateVector[0] === 0;
		const whole = isAll ? this.#whole?.deref() : undefined;
		if (whole) return whole;
		const difference = Y.encodeStateAsUpdate(this.#live, stateVector);
		if (isAll) this.#whole = new WeakRef(difference);
		return difference;
	}

	/** Encodes the clocks of what is durable. */
	durableClocks(): Uint8Array {
		this.#applyTail();
		return Y.encodeStateVector(this.#live);
	}

	/** Reads a text as it is durable now. */
	read(text: string): Insert[] {
		this.#applyTail();
		return deltaOf(this.#live, text);
	}

	/** Encodes the whole durable state. */
	encode(): { seq: number; state: Uint8Array; stateVector: Uint8Array } {
		this.#applyTail();
		return {
			seq: this.headSeq,
			state: Y.encodeStateAsUpdate(this.#live),
			stateVector: Y.encodeStateVector(this.#live)
		};
	}

	/** Follows the state that the database tells. */
	follow(state: DocumentState): void {
		if (state === this.state) return;
		this.state = state;
		for (const member of this.members) member.stateChanged();
	}

	/** Lets go of the document. */
	close(): void {
		this.isClosed = true;
		this.#journal.drop(this);
		this.presence.close();
		this.#live.destroy();
		for (const work of this.#closing) work();
	}

	/** One message for all, framed once; a sole sender has it already. */
	#broadcast(entries: readonly Entry[]): void {
		const authors = new Set(entries.map((entry) => entry.from));
		const [only] = authors;
		const frames = merged(entries.map((entry) => entry.bytes)).map((bytes) => syncFrame(2, bytes));
		for (const member of this.members) {
			if (authors.size === 1 && member === only) continue;
			for (const frame of frames) member.sendUpdate(frame);
		}
	}

	#applyTail(): void {
		if (this.#tail.length === 0) return;
		const tail = this.#tail;
		this.#tail = [];
		this.#whole = null;
		applyAll(this.#live, tail);
	}
}

// Merging many at once is quadratic: by fifty, it is not felt.
function merged(updates: readonly Uint8Array[]): Uint8Array[] {
	const groups: Uint8Array[] = [];
	for (let start = 0; start < updates.length; start += 50) {
		const group = updates.slice(start, start + 50);
		const [first] = group;
		if (first) groups.push(group.length === 1 ? first : Y.mergeUpdates(group));
	}
	return groups;
}
