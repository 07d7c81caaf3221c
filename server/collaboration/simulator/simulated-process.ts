/** A process of live documents without sockets of its own: the real rooms and sessions, in a world that can end them. */
import type { DocumentRight } from '#lib/document/document.ts';
import { TIMES } from '../limits.ts';
import type { Clock, LiveActor, Log, Store } from '../ports.ts';
import { CLOSE } from '../protocol.ts';
import { Rooms } from '../rooms.ts';
import { Session } from '../session.ts';
import type { Random } from './random.ts';
import type { SimulatedDisk } from './simulated-disk.ts';
import type { End, SimulatedLink } from './simulated-link.ts';
import {
	simulatedStore,
	type CrashPoint,
	type StoreFaults,
	type StoreHost
} from './simulated-store.ts';
import { clockOf } from './virtual-clock.ts';

export interface ProcessWorld {
	disk: SimulatedDisk;
	clock: Clock;
	random: Random;
	faults: StoreFaults;
	log: Log;
	rightOf(personId: string): DocumentRight;
}

export interface Visit {
	documentId: string;
	actor: LiveActor;
	knowsUs: boolean;
	epoch: number | null;
}

export class SimulatedProcess implements StoreHost {
	isAlive = true;
	crashPoint: CrashPoint | null = null;
	readonly #world: ProcessWorld;
	readonly #clock: Clock;
	readonly #store: Store;
	readonly #rooms: Rooms;
	readonly #open = new Map<Session, SimulatedLink>();
	#isStopping = false;
	#sendsLeft = Infinity;

	constructor(world: ProcessWorld) {
		const { clock, disk, random, faults, log } = world;
		this.#world = world;
		this.#clock = clockOf(clock, () => this.isAlive);
		this.#store = simulatedStore(disk, clock, random, faults, this);
		this.#rooms = new Rooms(this.#store, this.#clock, log);
		this.#clock.after(TIMES.sweep, () => void this.#sweep());
	}

	/** Whether a browser finds a door here. */
	get isOpen(): boolean {
		return this.isAlive && !this.#isStopping;
	}

	/** Takes a connection in, as the upgrade does. */
	accept(link: SimulatedLink, browser: End, visit: Visit): void {
		const { documentId, actor } = visit;
		const askRight = () => this.#world.rightOf(actor.personId ?? '');
		const session = new Session({
			...visit,
			right: askRight(),
			askRight,
			socket: link.socket(() => this.#maySend()),
			leftRoom: (room) => this.#rooms.left(room),
			store: this.#store,
			clock: this.#clock,
			log: this.#world.log,
			limits: true
		});
		this.#open.set(session, link);
		link.join(browser, {
			receive: (frame) => session.receive(frame),
			pong: () => session.pong(),
			closed: () => {
				this.#open.delete(session);
				session.left();
			}
		});
		void this.#enter(session, documentId);
	}

	/** Ends at once, as kill -9 does. */
	crash(): void {
		if (!this.isAlive) return;
		this.isAlive = false;
		for (const link of this.#open.values()) link.processDied();
		this.#open.clear();
	}

	crashAfterSending(frames: number): void {
		this.#sendsLeft = frames;
		// Nobody may be there to be told.
		this.#clock.after(50, () => this.crash());
	}

	/** Ends in order, as SIGTERM asks. */
	async stop(): Promise<void> {
		this.#isStopping = true;
		for (const session of this.#open.keys()) session.stopReading();
		await Promise.race([
			this.#rooms.finish(),
			new Promise<void>((resolve) => this.#clock.after(TIMES.stop, resolve))
		]);
		for (const session of [...this.#open.keys()]) session.close(CLOSE.restart, 'restarting');
		this.#clock.after(1000, () => this.crash());
	}

	#maySend(): boolean {
		if (this.#sendsLeft <= 0) this.crash();
		this.#sendsLeft--;
		return this.isAlive;
	}

	async #enter(session: Session, documentId: string): Promise<void> {
		try {
			const room = await this.#rooms.enter(documentId);
			if (room) session.enter(room);
			else session.close(CLOSE.gone, 'no such document');
		} catch (error) {
			this.#world.log.failure(error, { moment: 'live-load' });
			session.close(CLOSE.later, 'the document cannot be read now');
		}
	}

	async #sweep(): Promise<void> {
		try {
			const sessions = [...this.#open.keys()].map((session) => session.look());
			await Promise.all([this.#rooms.look(), ...sessions]);
		} catch (error) {
			this.#world.log.failure(error, { moment: 'live-sweep' });
		}
		if (!this.#isStopping) this.#clock.after(TIMES.sweep, () => void this.#sweep());
	}
}
