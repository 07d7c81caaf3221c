// The load: people who type letters and people who read them, the same for every server. A delivery is
// one letter that reached one reader, however the server gathers them in messages.
import { WebSocket } from 'ws';
import { Histogram } from './histogram.ts';
import type { Place, RunningServer } from './servers.ts';
import { letterUpdate, readClocks, Reader, syncMessage } from './wire.ts';

/** Nothing: no client, no deletion. As a state vector the first byte is enough. */
const EMPTY = new Uint8Array([0, 0]);
const SAVED = 100;

interface Writer {
	sentAt: number[];
	/** Number of the first frame with a letter that waits to be said saved. */
	unsaved: number;
}

/** All that is sent and received in one scene. */
export class Load {
	readonly server: RunningServer;
	readonly latency = new Histogram();
	readonly saving = new Histogram();
	readonly clients: LoadClient[] = [];
	deliveries = 0;
	sent = 0;
	/** Told of each message that brought letters. */
	onDelivery: () => void = () => undefined;
	readonly #writers = new Map<number, Map<number, Writer>>();

	constructor(server: RunningServer) {
		this.server = server;
	}

	/** Forgets the numbers so far, not what everybody has. */
	begin(): void {
		this.latency.clear();
		this.saving.clear();
		this.deliveries = 0;
		this.sent = 0;
	}

	/** Connects so many people to a document, a few at a time, and waits until they have the text. */
	async join(document: number, count: number, writes = false): Promise<LoadClient[]> {
		const joined: LoadClient[] = [];
		for (let left = count; left > 0; left -= 25) {
			const some = Array.from(
				{ length: Math.min(left, 25) },
				() => new LoadClient(this, document, writes)
			);
			await Promise.all(some.map((client) => client.ready));
			joined.push(...some);
		}
		this.clients.push(...joined);
		return joined;
	}

	/** Who types in a document, by client id. */
	writersOf(document: number): Map<number, Writer> {
		const known = this.#writers.get(document);
		if (known) return known;
		const writers = new Map<number, Writer>();
		this.#writers.set(document, writers);
		return writers;
	}

	/**
	 * Waits until every letter has reached every other one of its document.
	 * @throws {Error} when some do not come
	 */
	async settle(seconds = 20): Promise<void> {
		const until = performance.now() + seconds * 1000;
		const missing = () => this.clients.reduce((sum, client) => sum + client.missing(), 0);
		while (missing() > 0) {
			if (performance.now() > until) {
				throw new Error(`${this.server.name}: ${missing()} deliveries are missing`);
			}
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}

	async leave(): Promise<void> {
		await Promise.all(this.clients.map((client) => client.leave()));
	}
}

let idsGiven = 0;

/** One socket, with the stock client's messages. */
export class LoadClient {
	/** Settles once the server has told the text. */
	readonly ready: Promise<void>;
	/** Bytes of the text as it was told at the start. */
	toldBytes = 0;
	readonly #load: Load;
	readonly #document: number;
	readonly #place: Place;
	readonly #socket: WebSocket;
	readonly #own: { id: number; writer: Writer } | null;
	/** By client id, the next clock that is not here yet. */
	readonly #has = new Map<number, number>();
	/** Update frames that this socket sent, for counting those saved. */
	#frames = 0;
	#framesBeforeTyping = 0;
	#told: () => void = () => undefined;

	constructor(load: Load, document: number, writes = false) {
		this.#load = load;
		this.#document = document;
		this.#place = load.server.place(document);
		this.#own = writes ? this.#register() : null;
		const { url, headers } = this.#place;
		const isOurs = writes && load.server.isDurable;
		this.#socket = new WebSocket(isOurs ? `${url}?parvis=1` : url, {
			headers,
			perMessageDeflate: false
		});
		this.#socket.binaryType = 'nodebuffer';
		this.ready = new Promise((resolve, reject) => {
			this.#told = resolve;
			this.#socket.once('open', () => this.#opened());
			this.#socket.once('error', reject);
			this.#socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
		});
		this.ready.catch(() => undefined);
		this.#socket.on('message', (data: Buffer) => this.#receive(data));
	}

	/** Types one letter. */
	type(): void {
		const own = this.#own;
		if (!own) throw new Error('this one only reads');
		const clock = own.writer.sentAt.length;
		if (clock === 0) this.#framesBeforeTyping = this.#frames;
		const message = syncMessage(2, letterUpdate(own.id, clock), this.#place.prefix);
		own.writer.sentAt.push(performance.now());
		this.#load.sent++;
		this.#frames++;
		this.#socket.send(message);
	}

	/** Sends an update that was made elsewhere. */
	put(update: Uint8Array): void {
		this.#frames++;
		this.#socket.send(syncMessage(2, update, this.#place.prefix));
	}

	/** Letters of others that did not come. */
	missing(): number {
		let missing = 0;
		for (const [id, { sentAt }] of this.#load.writersOf(this.#document)) {
			if (id !== this.#own?.id) missing += sentAt.length - (this.#has.get(id) ?? 0);
		}
		return missing;
	}

	/** Whether all clocks of a state were received. */
	hasAll(state: ReadonlyMap<number, number>): boolean {
		return [...state].every(([id, clock]) => (this.#has.get(id) ?? 0) >= clock);
	}

	async leave(): Promise<void> {
		if (this.#socket.readyState === WebSocket.CLOSED) return;
		const closed = new Promise((resolve) => this.#socket.once('close', resolve));
		this.#socket.close();
		await closed;
	}

	#register(): { id: number; writer: Writer } {
		const id = 1_000_000 + idsGiven++;
		const writer = { sentAt: [], unsaved: 0 };
		this.#load.writersOf(this.#document).set(id, writer);
		return { id, writer };
	}

	#opened(): void {
		const { greeting, prefix } = this.#place;
		if (!this.#load.server.hasTexts) return this.#told();
		if (greeting) this.#socket.send(greeting);
		this.#socket.send(syncMessage(0, EMPTY.subarray(0, 1), prefix));
	}

	#receive(data: Buffer): void {
		const reader = new Reader(data, this.#place.prefix.length);
		const kind = reader.number();
		if (kind === SAVED) return this.#saved(reader.number());
		// Hocuspocus answers under a number of its own.
		if (kind !== 0 && kind !== 4) return;
		const step = reader.number();
		if (step === 0) {
			// It asks what we have: nothing.
			this.#frames++;
			this.#socket.send(syncMessage(1, EMPTY, this.#place.prefix));
			return;
		}
		const bytes = reader.number();
		const before = this.#load.deliveries;
		const now = performance.now();
		readClocks(reader, (client, from, to) => this.#take(client, from, to, now));
		if (step === 1) {
			this.toldBytes = bytes;
			this.#told();
		}
		if (this.#load.deliveries > before) this.#load.onDelivery();
	}

	#take(client: number, from: number, to: number, now: number): void {
		// Servers tell a writer its own letters sometimes, not always.
		if (client === this.#own?.id) return;
		const next = this.#has.get(client) ?? 0;
		if (from > next) throw new Error(`${this.#load.server.name}: a letter was left out`);
		if (to <= next) return;
		this.#has.set(client, to);
		const writer = this.#load.writersOf(this.#document).get(client);
		if (!writer) return;
		this.#load.deliveries += to - next;
		for (let clock = next; clock < to; clock++) {
			this.#load.latency.add(now - (writer.sentAt[clock] ?? now));
		}
	}

	#saved(count: number): void {
		const writer = this.#own?.writer;
		if (!writer) return;
		const now = performance.now();
		const letters = count - this.#framesBeforeTyping;
		for (; writer.unsaved < letters; writer.unsaved++) {
			this.#load.saving.add(now - (writer.sentAt[writer.unsaved] ?? now));
		}
	}
}
