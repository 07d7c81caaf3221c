/** The documents that this process has open. */
import { DamagedDocument } from '#lib/document/damaged.ts';
import type { StoredDocument } from '#lib/document/server/document-queries.ts';
import { applyPendingIntents } from './intents.ts';
import { Journal } from './journal.ts';
import { TIMES } from './limits.ts';
import type { Clock, Log, Store, Timer } from './ports.ts';
import { Projections } from './projections.ts';
import { Room } from './room.ts';

export class Rooms {
	readonly #store: Store;
	readonly #clock: Clock;
	readonly #log: Log;
	readonly #journal: Journal;
	readonly #projections: Projections;
	readonly #open = new Map<string, Room>();
	readonly #loading = new Map<string, Promise<Room | null>>();
	readonly #unloads = new Map<Room, Timer>();
	readonly #intents = new Map<string, Promise<void>>();

	constructor(store: Store, clock: Clock, log: Log) {
		this.#store = store;
		this.#clock = clock;
		this.#log = log;
		this.#journal = new Journal(store, clock, log);
		this.#projections = new Projections(store, clock, log);
	}

	/** Documents open now. */
	get open(): readonly Room[] {
		return [...this.#open.values()];
	}

	/**
	 * Gives the room of a document, read from the store when it is not open; null when there is none.
	 * @throws {Error} when it cannot be read: then it stays closed, and never opens empty
	 */
	async enter(documentId: string): Promise<Room | null> {
		const room = this.#open.get(documentId);
		if (room) {
			this.#keep(room);
			return room;
		}
		const loading = this.#loading.get(documentId) ?? this.#load(documentId);
		this.#loading.set(documentId, loading);
		return loading;
	}

	/** Somebody left: the document is closed some time after the last one. */
	left(room: Room): void {
		if (room.members.size > 0 || room.isClosed || this.#unloads.has(room)) return;
		this.#unloads.set(
			room,
			this.#clock.after(TIMES.unload, () => {
				this.#unloads.delete(room);
				void this.#unload(room);
			})
		);
	}

	/** Applies the edits that commands asked of a document, whether it is open or not. */
	applyIntents(documentId: string): Promise<void> {
		const before = this.#intents.get(documentId) ?? Promise.resolve();
		const work = before.then(() => this.#applyIntents(documentId));
		const settled = work.catch(() => undefined);
		this.#intents.set(documentId, settled);
		void settled.then(() => {
			if (this.#intents.get(documentId) === settled) this.#intents.delete(documentId);
		});
		return work;
	}

	/** Follows what the database says of the open documents, and takes up intents that nobody announced. */
	async look(): Promise<void> {
		const rooms = this.open;
		const heads = new Map(
			(await this.#store.heads(rooms.map((room) => room.documentId))).map((head) => [head.id, head])
		);
		for (const room of rooms) {
			const head = heads.get(room.documentId);
			if (!head || head.epoch !== room.epoch) this.#letGo(room);
			else if (!room.isDamaged) room.follow(head.state);
			else if (this.#clock.now() - room.openedAt > TIMES.damaged) this.#letGo(room, 'live-reread');
		}
		for (const documentId of await this.#store.documentsWithIntents()) {
			if (this.#intents.has(documentId)) continue;
			await this.applyIntents(documentId).catch((error: unknown) =>
				this.#log.failure(error, { moment: 'live-intents', documentId })
			);
		}
	}

	/** Makes all durable, renders and keeps every document, and closes them. */
	async finish(): Promise<void> {
		await this.#journal.idle();
		for (const timer of this.#unloads.values()) timer.cancel();
		this.#unloads.clear();
		for (const room of this.open) {
			await this.#projections.finish(room);
			this.#open.delete(room.documentId);
			room.close();
		}
	}

	async #load(documentId: string): Promise<Room | null> {
		try {
			const room = await this.#read(documentId);
			if (!room) return null;
			this.#open.set(documentId, room);
			this.left(room);
			return room;
		} finally {
			this.#loading.delete(documentId);
		}
	}

	/** A document that cannot be read whole is opened at its last good state, for reading alone. */
	async #read(documentId: string): Promise<Room | null> {
		try {
			return this.#roomOf(await this.#store.load(documentId));
		} catch (error) {
			const stored =
				error instanceof DamagedDocument ? await this.#store.recover?.(documentId) : null;
			if (!stored) throw error;
			const { damage } = stored;
			const seq = damage?.seq ?? null;
			this.#log.failure(error, { moment: 'live-damaged', documentId, seq });
			return this.#roomOf(stored);
		}
	}

	#roomOf(stored: StoredDocument | null): Room | null {
		if (!stored) return null;
		return new Room(stored, this.#journal, this.#clock, {
			changed: (changed) => this.#projections.follow(changed),
			fenced: (fenced) => this.#letGo(fenced)
		});
	}

	#keep(room: Room): void {
		this.#unloads.get(room)?.cancel();
		this.#unloads.delete(room);
		// The unloading begins again when whoever asked goes without having entered.
		this.left(room);
	}

	async #unload(room: Room): Promise<void> {
		await this.#projections.finish(room);
		const isUsed = room.members.size > 0 || !room.isIdle || this.#intents.has(room.documentId);
		if (isUsed) return this.left(room);
		if (this.#unloads.has(room)) return;
		this.#open.delete(room.documentId);
		room.close();
	}

	/** The store knows better: everyone is sent away, to come back to what is stored. */
	#letGo(room: Room, moment = 'live-fenced'): void {
		if (room.isClosed) return;
		this.#log.moment(moment, { documentId: room.documentId, headSeq: room.headSeq });
		this.#unloads.get(room)?.cancel();
		this.#unloads.delete(room);
		this.#open.delete(room.documentId);
		room.close();
		for (const member of [...room.members]) member.refused();
	}

	async #applyIntents(documentId: string): Promise<void> {
		const room = await this.enter(documentId);
		if (!room) return;
		await applyPendingIntents(room, this.#store);
		// Whoever asked for the edit reads the page next.
		await this.#projections.render(room);
	}
}
