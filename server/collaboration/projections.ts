/** What follows the text off the write path: its rendering for readers, and snapshots for a quick start. */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { buildLive, deltaOf } from '#lib/document/server/live-text.ts';
import { renderText, type Rendered } from '#lib/document/server/render-document.ts';
import { SNAPSHOT_EVERY, TIMES } from './limits.ts';
import type { Clock, Log, Store, Timer } from './ports.ts';
import type { Room } from './room.ts';

interface Course {
	/** Of its last change. */
	changedAt: number;
	keptAt: number;
	/** A snapshot of it waits for its turn. */
	awaitsKeeping: boolean;
	/** What was stored last, by text. */
	stored: Map<string, string>;
	/** One rendering or snapshot at a time. */
	work: Promise<void>;
}

export class Projections {
	readonly #store: Store;
	readonly #clock: Clock;
	readonly #log: Log;
	readonly #courses = new WeakMap<Room, Course>();
	/** Documents that changed, with the time at which they are rendered though people go on writing. */
	readonly #due = new Map<Room, number>();
	/** One for all, so that what is due at about the same time is stored together. */
	#tick: Timer | null = null;
	/** One snapshot at a time: documents that are written at the same pace would all be kept at once. */
	#keeping: Promise<void> = Promise.resolve();

	constructor(store: Store, clock: Clock, log: Log) {
		this.#store = store;
		this.#clock = clock;
		this.#log = log;
	}

	/** Plans the rendering of a document that changed, once people pause or have gone on for long, and its snapshot when it is due. */
	follow(room: Room): void {
		const now = this.#clock.now();
		this.#courseOf(room).changedAt = now;
		if (this.#due.has(room)) return;
		this.#due.set(room, now + TIMES.render);
		this.#tick ??= this.#clock.after(TIMES.renderTick, () => this.#renderDue());
	}

	/** Renders now what changed. Never fails: a failure is told, and the next change tries again. */
	render(room: Room): Promise<void> {
		return this.#inTurn(room, 'live-render', async (course) => {
			const seq = room.headSeq;
			if (room.renderedSeq === seq) return;
			const knownSources = await this.#store.knownSources(room.documentId);
			const changed: [string, Rendered][] = [];
			for (const text of room.texts) {
				const rendered = renderText(text, room.read(text), knownSources);
				const key = createHash('sha256').update(rendered.html).digest('base64');
				if (course.stored.get(text) !== key) changed.push([key, rendered]);
			}
			await this.#store.saveRendered(
				room.documentId,
				seq,
				changed.map(([, rendered]) => rendered)
			);
			for (const [key, { text }] of changed) course.stored.set(text, key);
			room.renderedSeq = seq;
		});
	}

	/** Keeps the state of a document, once it was read back and found the same. */
	snapshot(room: Room): Promise<void> {
		return this.#inTurn(room, 'live-snapshot', async (course) => {
			if (room.headSeq === room.snapshotSeq) return;
			const encoded = room.encode();
			const again = buildLive([encoded.state]);
			const isSame =
				Buffer.compare(Y.encodeStateVector(again), encoded.stateVector) === 0 &&
				[...room.texts].every(
					(text) => JSON.stringify(deltaOf(again, text)) === JSON.stringify(room.read(text))
				);
			again.destroy();
			if (!isSame) throw new Error('a snapshot does not read as the document does');
			const { documentId, epoch } = room;
			await this.#store.saveSnapshot({ documentId, epoch, ...encoded });
			room.snapshotSeq = encoded.seq;
			course.keptAt = this.#clock.now();
			await this.#store.attribute?.(documentId);
		});
	}

	/** Ends the course of a document: renders and keeps its last state. */
	async finish(room: Room): Promise<void> {
		this.#due.delete(room);
		await this.render(room);
		await this.snapshot(room);
	}

	#renderDue(): void {
		this.#tick = null;
		const now = this.#clock.now();
		for (const [room, latest] of this.#due) {
			if (now < latest && now < this.#courseOf(room).changedAt + TIMES.renderPause) continue;
			this.#due.delete(room);
			void this.render(room);
			this.#keepWhenLong(room, now);
		}
		if (this.#due.size > 0) {
			this.#tick = this.#clock.after(TIMES.renderTick, () => this.#renderDue());
		}
	}

	#keepWhenLong(room: Room, now: number): void {
		const course = this.#courseOf(room);
		const isLong = room.headSeq - room.snapshotSeq >= SNAPSHOT_EVERY;
		if (!isLong || course.awaitsKeeping || now - course.keptAt < TIMES.snapshot) return;
		course.awaitsKeeping = true;
		this.#keeping = this.#keeping.then(async () => {
			course.awaitsKeeping = false;
			await this.snapshot(room);
		});
	}

	#inTurn(room: Room, moment: string, work: (course: Course) => Promise<void>): Promise<void> {
		const course = this.#courseOf(room);
		course.work = course.work
			.then(() => (room.isClosed || room.isDamaged ? undefined : work(course)))
			.catch((error: unknown) => this.#log.failure(error, { moment, documentId: room.documentId }));
		return course.work;
	}

	#courseOf(room: Room): Course {
		const known = this.#courses.get(room);
		if (known) return known;
		const course: Course = {
			changedAt: -Infinity,
			keptAt: -Infinity,
			awaitsKeeping: false,
			stored: new Map(),
			work: Promise.resolve()
		};
		this.#courses.set(room, course);
		return course;
	}
}
