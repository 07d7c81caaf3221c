/** One socket: bound at upgrade to one document and one signed-in session, for as long as it lives. */
import type { DocumentRight } from '#lib/document/document.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { ClientClaims } from './client-claims.ts';
import { LIMITS } from './limits.ts';
import type { LiveActor } from './ports.ts';
import {
	CLOSE,
	deniedFrame,
	QUIET,
	readFrame,
	Refusal,
	savedFrame,
	standingFrame,
	syncFrame,
	type Frame
} from './protocol.ts';
import { Pulse } from './pulse.ts';
import { RateLimit } from './rate-limit.ts';
import { Rights } from './rights.ts';
import type { Member, Room } from './room.ts';
import type { SessionOptions } from './session-options.ts';
import { SlowReader } from './slow-reader.ts';
import { takePresence } from './take-presence.ts';
import { authorshipOf, readUpdate, type SentUpdate } from './update-reading.ts';

export class Session implements Member {
	readonly actor: LiveActor;
	readonly documentId: string;
	readonly #options: SessionOptions;
	readonly #slow: SlowReader;
	readonly #pulse: Pulse;
	readonly #claims: ClientClaims;
	readonly #counts: Acknowledgements;
	readonly #rate: RateLimit | null;
	readonly #rights: Rights;
	#room: Room | null = null;
	#inbox: Uint8Array[] = [];
	/** Bytes in the inbox. */
	#waiting = 0;
	#isReading = false;
	#isClosed = false;
	#isStopped = false;

	constructor(options: SessionOptions) {
		const { actor, clock, socket, store } = options;
		this.#options = options;
		this.actor = actor;
		this.documentId = options.documentId;
		this.#rights = new Rights(options.right, options.askRight, clock);
		this.#slow = new SlowReader(socket, clock);
		this.#pulse = new Pulse(socket, clock);
		this.#claims = new ClientClaims(store, actor.personId);
		this.#counts = new Acknowledgements((count) => {
			if (options.knowsUs) this.send(savedFrame(count));
		});
		this.#rate = options.limits ? new RateLimit(clock) : null;
	}

	/** Enters the room once it is loaded; what came meanwhile is read now. */
	enter(room: Room): void {
		const { epoch, knowsUs } = this.#options;
		if (this.#isClosed) return;
		if (epoch !== null && epoch !== room.epoch) {
			return this.#refuse(CLOSE.epoch, 'the text was made anew');
		}
		this.#room = room;
		room.members.add(this);
		if (knowsUs) this.#tellStanding('hello');
		this.#askForAll(room);
		this.send(room.presence.frame());
		void this.#readInbox();
	}

	/** Takes a frame from the socket. */
	receive(frame: Uint8Array): void {
		if (this.#isClosed || this.#isStopped) return;
		if (this.#rate?.take() === false) return this.#refuse(CLOSE.tooFast, 'too many messages');
		this.#inbox.push(frame);
		this.#waiting += frame.length;
		if (this.#waiting > LIMITS.inbox) return this.close(CLOSE.later, 'too much at once');
		void this.#readInbox();
	}

	/** Takes nothing more from the socket; what was taken is still made durable and told. */
	stopReading(): void {
		this.#isStopped = true;
		this.#inbox = [];
	}

	/** The socket answered a ping. */
	pong(): void {
		this.#pulse.pong();
	}

	/** The socket is closed. */
	left(): void {
		this.#isClosed = true;
		this.#inbox = [];
		const room = this.#room;
		if (!room) return;
		this.#room = null;
		room.members.delete(this);
		room.presence.leave(this);
		this.#options.leftRoom(room);
	}

	send(frame: Uint8Array): void {
		if (this.#isClosed) return;
		this.#pulse.sent();
		this.#options.socket.send(frame);
	}

	sendUpdate(frame: Uint8Array): void {
		const room = this.#room;
		if (room && this.#slow.mayReceive(() => room.durableClocks())) this.send(frame);
	}

	stateChanged(): void {
		this.#tellRights();
	}

	refused(): void {
		this.close(CLOSE.restart, 'the document is read again');
	}

	/** Closes the socket; 44xx tell the client not to come back by itself. */
	close(code: number, reason: string): void {
		if (this.#isClosed) return;
		this.#options.socket.close(code, reason);
		this.left();
	}

	/** Cuts a socket that does not close. */
	cut(): void {
		this.#options.socket.terminate();
		this.left();
	}

	/** Looks after the socket, about once a second: rights, slow reader, quiet connection. */
	async look(): Promise<void> {
		const pulse = this.#pulse.beat();
		if (pulse === 'dead') return this.cut();
		if (this.#slow.isHopeless()) return this.close(CLOSE.later, 'the connection is too slow');
		const owed = this.#slow.takeOwed();
		if (owed && this.#room) this.send(syncFrame(2, this.#room.difference(owed)));
		else if (pulse === 'quiet') this.send(QUIET);
		await this.recheck();
	}

	async #readInbox(): Promise<void> {
		if (this.#isReading) return;
		this.#isReading = true;
		try {
			while (this.#room && this.#inbox.length > 0) {
				const frame = this.#inbox.shift();
				this.#waiting -= frame?.length ?? 0;
				const work = frame && this.#handle(this.#room, readFrame(frame));
				if (work) await work;
			}
		} catch (error) {
			this.#fail(error);
		} finally {
			this.#isReading = false;
		}
	}

	#handle(room: Room, frame: Frame): Promise<void> | void {
		switch (frame.kind) {
			case 'step1':
				return this.#answer(room, frame.stateVector);
			case 'update':
				return this.#update(room, frame.bytes, frame.answer);
			case 'awareness':
				return takePresence(room, this, this.#claims, frame.bytes, this.#writesIn(room));
			case 'queryAwareness':
				return this.send(room.presence.frame());
			case 'ignored':
				return;
		}
	}

	#answer(room: Room, stateVector: Uint8Array): void {
		let difference: Uint8Array;
		try {
			difference = room.difference(stateVector);
		} catch {
			throw new Refusal(CLOSE.malformed, 'unreadable state vector');
		}
		this.send(syncFrame(1, difference));
	}

	#update(room: Room, bytes: Uint8Array, isAnswer: boolean): Promise<void> | void {
		if (!isAnswer) this.#rights.acted();
		const number = this.#counts.receive(isAnswer);
		const sent = { bytes, isAnswer, number, update: readUpdate(bytes, room.texts) };
		if (!this.#rights.isOld) return this.#check(room, sent);
		return this.recheck().then(() => this.#check(room, sent));
	}

	#check(room: Room, sent: SentUpdate): Promise<void> | void {
		const { update, number, isAnswer } = sent;
		if (!this.#writesIn(room)) {
			if (room.known.judge(update) !== 'known') return this.#deny();
			return room.afterCommit(this.#whenSaved(number, isAnswer));
		}
		// Letters mostly come under ids known to be theirs: then there is nothing to wait for.
		const owns = this.#claims.ownsAll(room, update.ranges);
		if (owns === true) return this.#take(room, sent);
		return owns.then((theirs) => this.#take(room, sent, theirs));
	}

	#take(room: Room, { update, bytes, number, isAnswer }: SentUpdate, theirs = true): void {
		if (!theirs) throw new Refusal(CLOSE.forbidden, 'this client id is another person’s');
		// While an answer was awaited, the socket may have been closed.
		if (this.#isClosed || room.isClosed) return;
		if (!room.isTaking) return this.close(CLOSE.later, 'the database is away');
		const verdict = room.known.judge(update);
		if (verdict === 'gap') return this.#miss(room, isAnswer);
		const saved = this.#whenSaved(number, isAnswer);
		if (verdict === 'known') return room.afterCommit(saved);
		const { personId } = this.actor;
		const authorship = authorshipOf(room.known.newIn(update));
		room.write(update, { from: this, personId, ...authorship, bytes, saved });
	}

	#miss(room: Room, isAnswer: boolean): void {
		// An answer is all that the client has: what it rests on is nowhere.
		if (isAnswer) throw new Refusal(CLOSE.epoch, 'the text rests on what is not stored');
		this.#counts.miss();
		if (!this.#counts.isAsking) this.#askForAll(room);
	}

	/** Asks again what one may do here, and closes when it is nothing any more. */
	async recheck(): Promise<void> {
		try {
			const answer = await this.#rights.refresh();
			if (answer === 'gone') this.close(CLOSE.forbidden, 'no longer allowed');
			if (answer === 'changed') this.#tellRights();
		} catch (error) {
			if (this.#isClosed) return;
			// Nobody writes on a right that could not be asked; the client keeps its text and comes back.
			this.#options.log.failure(error, { moment: 'live-rights', documentId: this.documentId });
			this.close(CLOSE.later, 'rights cannot be read');
		}
	}

	#tellRights(): void {
		const room = this.#room;
		this.#tellStanding('rights');
		if (room && this.#writesIn(room) && this.#counts.hasGap) this.#askForAll(room);
	}

	#deny(): void {
		if (!this.#counts.hasGap) {
			this.send(deniedFrame('read only'));
			this.#tellStanding('rights');
		}
		this.#counts.miss();
	}

	#tellStanding(kind: 'hello' | 'rights'): void {
		if (!this.#room || !this.#options.knowsUs) return;
		const { epoch, headSeq, state } = this.#room;
		const right: DocumentRight = this.#rights.within(state);
		this.send(standingFrame(kind, { epoch, headSeq, state, right }));
	}

	/** Gives what to do once a frame is durable. */
	#whenSaved(number: number, isAnswer: boolean): () => void {
		const counts = this.#counts.admit(isAnswer);
		return () => counts && this.#counts.save(number);
	}

	#writesIn(room: Room): boolean {
		return this.#rights.within(room.state) === 'write';
	}

	/** Asks for all that the document lacks. */
	#askForAll(room: Room): void {
		this.#counts.ask();
		this.send(syncFrame(0, room.known.stateVector()));
	}

	#refuse(code: number, reason: string): void {
		const { documentId } = this;
		this.#options.log.moment('live-refused', { documentId, code, reason });
		this.close(code, reason);
	}

	#fail(error: unknown): void {
		const { documentId } = this;
		if (error instanceof Refusal) {
			return this.#refuse(error.code, error.message);
		}
		this.#options.log.failure(error, { moment: 'live-frame', documentId });
		this.close(CLOSE.later, 'the message could not be handled');
	}
}
