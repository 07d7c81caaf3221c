/** A browser that writes: the stock client protocol, our counting of what is saved, a copy kept on the machine. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { SaveState } from '#lib/document/save-state.ts';
import type { Clock } from '../ports.ts';
import { MESSAGE } from '../protocol.ts';
import type { Random } from './random.ts';
import { TEXT } from './simulated-disk.ts';
import type { End, SimulatedLink } from './simulated-link.ts';
import { clockOf } from './virtual-clock.ts';

/** What an editor tells those who judge the run. */
export interface Witness {
	/** A browser types under a new client id. */
	joined(editor: SimulatedEditor): void;
	/** The server sent this update: it must be durable. */
	relayed(editor: SimulatedEditor, update: Uint8Array): void;
	/** The server said that these updates are in the database. */
	saved(editor: SimulatedEditor, updates: readonly Uint8Array[]): void;
	/** The page says that all is saved. */
	clean(editor: SimulatedEditor): void;
	changed(editor: SimulatedEditor): void;
	/** The server closed for good. */
	refused(editor: SimulatedEditor, code: number): void;
}

export interface EditorOptions {
	name: string;
	documentId: string;
	personId: string;
	/** Knows our messages, and shows « Enregistré ». */
	ours: boolean;
	/** Keeps a copy on the machine. */
	keeps: boolean;
	clock: Clock;
	random: Random;
	witness: Witness;
	/** Opens a connection; null when no door is open. */
	connect(editor: SimulatedEditor): SimulatedLink | null;
}

/** As long as a browser waits for a socket to open. */
const OPENING = 20_000;

/** As long as the page waits before it holds a silent server for gone. */
const SILENCE = { ours: 20_000, stock: 30_000 };

export class SimulatedEditor implements End {
	readonly options: EditorOptions;
	live = new Y.Doc();
	saving = new SaveState();
	/** Sends and receives, or would like to. */
	isOnline = true;
	isGone = false;
	#link: SimulatedLink | null = null;
	#isOpen = false;
	#copy: Uint8Array[] = [];
	/** Update frames sent on this connection. */
	#sent: Uint8Array[] = [];
	#told = 0;
	#failures = 0;
	#heardAt = 0;
	/** Counts the pages opened one after the other: what belongs to an earlier one is dropped. */
	#page = 0;

	constructor(options: EditorOptions) {
		this.options = options;
		this.#openPage();
	}

	get link(): SimulatedLink | null {
		return this.#link;
	}

	get text(): Y.Text {
		return this.live.getText(TEXT);
	}

	goOnline(): void {
		this.isOnline = true;
		this.connect();
	}

	goOffline(): void {
		this.isOnline = false;
		this.disconnect();
	}

	/** Opens a connection, unless there is one. */
	connect(): void {
		const { options } = this;
		if (!this.isOnline || this.#link || this.isGone) return;
		this.#link = options.connect(this);
		if (!this.#link) return this.#tryLater();
		const link = this.#link;
		options.clock.after(OPENING, () => {
			if (this.#link !== link || this.#isOpen) return;
			this.disconnect();
			this.#tryLater();
		});
	}

	/** Leaves the connection. */
	disconnect(): void {
		this.#link?.leave();
		this.#lose();
	}

	/** Closes the page and opens it again: what the copy lacks is gone. */
	reload(): void {
		this.disconnect();
		this.live.destroy();
		this.live = new Y.Doc();
		this.saving = new SaveState();
		this.#openPage();
		if (this.options.keeps) this.saving.copyKept(true);
		for (const update of this.#copy) Y.applyUpdate(this.live, update, 'copy');
		this.connect();
	}

	/** Closes the page for good. */
	quit(): void {
		this.disconnect();
		this.isGone = true;
		this.#page++;
	}

	opened(): void {
		this.#isOpen = true;
		this.#sent = [];
		this.#told = 0;
		this.#heardAt = this.options.clock.now();
		this.saving.connected();
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE.sync);
		writeSyncStep1(encoder, this.live);
		this.#send(encoding.toUint8Array(encoder));
		this.#send(presenceFrame(this.live.clientID));
	}

	receive(frame: Uint8Array): void {
		if (!this.#isOpen) return;
		this.#heardAt = this.options.clock.now();
		const decoder = decoding.createDecoder(frame);
		const kind = decoding.readVarUint(decoder);
		if (kind === MESSAGE.sync) this.#sync(frame, decoder);
		else if (kind === MESSAGE.saved) this.#saved(decoding.readVarUint(decoder));
		else if (kind === MESSAGE.hello || kind === MESSAGE.rights) {
			const standing = JSON.parse(decoding.readVarString(decoder));
			this.saving.stands(standing.right, standing.state);
		}
	}

	closed(code: number): void {
		this.#lose();
		if (code >= 4400 && code < 4500) {
			this.isGone = true;
			this.options.witness.refused(this, code);
		} else this.#tryLater();
	}

	#openPage(): void {
		const { clock, random, witness } = this.options;
		const page = ++this.#page;
		const isHere = () => this.#page === page;
		const own = clockOf(clock, isHere);
		let keptAt = 0;
		const { live } = this;
		live.clientID = random.clientId();
		witness.joined(this);
		live.on('update', (update: Uint8Array, origin: unknown) => {
			if (!isHere()) return;
			witness.changed(this);
			if (this.options.keeps && origin !== 'copy') {
				// In order: a copy may lack the last words, never one in between.
				keptAt = Math.max(keptAt, clock.now() + random.between(0, 50));
				own.after(keptAt - clock.now(), () => this.#copy.push(update));
			}
			if (origin === this) return;
			this.saving.edited();
			if (origin !== 'copy') this.#tell(update);
		});
		const look = (): void => {
			const silence = this.options.ours ? SILENCE.ours : SILENCE.stock;
			if (this.#isOpen && clock.now() - this.#heardAt > silence) {
				this.disconnect();
				this.connect();
			}
			own.after(1000, look);
		};
		own.after(1000, look);
	}

	#tell(update: Uint8Array): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE.sync);
		writeUpdate(encoder, update);
		this.#send(encoding.toUint8Array(encoder));
	}

	#sync(frame: Uint8Array, decoder: decoding.Decoder): void {
		const update = updateIn(frame);
		if (update) this.options.witness.relayed(this, update);
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, MESSAGE.sync);
		if (readSyncMessage(decoder, encoder, this.live, this) === 1) {
			this.#failures = 0;
			this.saving.loaded();
		}
		if (encoding.length(encoder) > 1) this.#send(encoding.toUint8Array(encoder));
	}

	#saved(count: number): void {
		const { witness } = this.options;
		witness.saved(this, this.#sent.slice(this.#told, count));
		this.#told = Math.max(this.#told, count);
		this.saving.framesSaved(count);
		if (!this.saving.isDirty) witness.clean(this);
	}

	#send(frame: Uint8Array): void {
		if (!this.#isOpen || !this.#link) return;
		const update = updateIn(frame);
		if (update) {
			this.#sent.push(update);
			this.saving.frameSent();
		}
		this.#link.send(frame);
	}

	#lose(): void {
		this.#link = null;
		if (this.#isOpen) this.#failures++;
		this.#isOpen = false;
		this.saving.disconnected();
	}

	#tryLater(): void {
		const page = this.#page;
		const { clock, random } = this.options;
		const wait = Math.min(100 * 2 ** Math.min(++this.#failures, 10), 2500);
		clock.after(wait + random.between(0, 100), () => {
			if (this.#page === page) this.connect();
		});
	}
}

/** The update in a sync frame, or null when it is a first step or another message. */
function updateIn(frame: Uint8Array): Uint8Array | null {
	const decoder = decoding.createDecoder(frame);
	if (decoding.readVarUint(decoder) !== MESSAGE.sync) return null;
	return decoding.readVarUint(decoder) === 0 ? null : decoding.readVarUint8Array(decoder);
}

function presenceFrame(clientId: number): Uint8Array {
	const inner = encoding.createEncoder();
	encoding.writeVarUint(inner, 1);
	encoding.writeVarUint(inner, clientId);
	encoding.writeVarUint(inner, 1);
	encoding.writeVarString(inner, '{}');
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.awareness);
	encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
	return encoding.toUint8Array(encoder);
}
