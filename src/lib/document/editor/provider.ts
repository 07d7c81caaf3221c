/** The connection of a live document: the stock client, our messages, and a copy in the browser. */
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DocumentRight, DocumentState } from '../document.ts';
import { readPresence, type Presence } from '../presence.ts';
import { SaveState } from '../save-state.ts';
import { LocalCopy, type EarlierWords, readEarlierWords } from './local-copy.ts';
import { RequestSocket } from './request-socket.ts';

export interface LiveOptions {
	/** Address of the live documents, `wss://…/collab`. */
	url: string;
	documentId: string;
	epoch: number;
	/** Name of the text that is written. */
	text: string;
	personId: string;
	/** A shared computer keeps nothing. */
	sharedComputer: boolean;
	/** Something that the page shows has changed. */
	onChange: () => void;
}

/** A server that was not heard for so long is gone, whatever the socket says: it speaks every 10 s. */
const SILENCE = 15_000;
/** A way to the server that does not open for so long is left for the other one. */
const BLOCKED = 5000;
/** A connection may be away so long before it is worth a word. */
const PAUSE = 3000;

export class LiveDocument {
	readonly live = new Y.Doc();
	readonly provider: WebsocketProvider;
	readonly saving = new SaveState();
	/** The code with which the server closed for good, or null. */
	closed: number | null = null;
	/** The connection has been away long enough to say so. */
	isAway = false;
	/** The text goes by ordinary requests, since sockets are blocked here. */
	isByRequests = false;
	/** The browser refuses to keep a copy, though it was asked to. */
	isCopyRefused = false;
	/** What was written offline in an earlier epoch, to be copied. */
	earlier: EarlierWords | null = null;
	readonly #options: LiveOptions;
	readonly #watch: ReturnType<typeof setInterval>;
	#copy: LocalCopy | null = null;
	#awaySince: number | null = Date.now();
	/** Since when the present way is tried; null while it is open. */
	#triedSince: number | null = null;

	constructor(options: LiveOptions) {
		this.#options = options;
		this.provider = new WebsocketProvider(options.url, options.documentId, this.live, {
			connect: false,
			// Another tab may be another person's.
			disableBc: true,
			params: { parvis: '1', epoch: String(options.epoch) }
		});
		this.live.on('update', this.#onUpdate);
		this.#listen();
		this.#watch = setInterval(() => this.#look(), 1000);
	}

	/** Reads the browser's copy, then connects. */
	async open(): Promise<void> {
		await this.#openCopy();
		this.#connect();
		addEventListener('offline', this.#onOffline);
		addEventListener('online', this.#onOnline);
	}

	/** Those who are in the document, this browser left out, one entry a person. */
	present(): Presence[] {
		const others = new Map<string, Presence>();
		for (const [clientId, state] of this.provider.awareness.getStates()) {
			const presence = readPresence(state);
			if (presence && clientId !== this.live.clientID) others.set(presence.personId, presence);
		}
		others.delete(this.#options.personId);
		return [...others.values()].sort((a, b) => a.name.localeCompare(b.name));
	}

	/** Removes the browser's copy. */
	async forget(): Promise<void> {
		await this.#copy?.clear();
		this.#copy = null;
		this.saving.copyKept(false);
	}

	/** Closes everything; the browser's copy stays. */
	destroy(): void {
		clearInterval(this.#watch);
		removeEventListener('offline', this.#onOffline);
		removeEventListener('online', this.#onOnline);
		this.provider.destroy();
		this.#copy?.close();
		this.live.destroy();
	}

	async #openCopy(): Promise<void> {
		const { sharedComputer, text } = this.#options;
		if (sharedComputer) return;
		this.#copy = await LocalCopy.open(this.#options, this.live, () => this.#copyLost());
		this.saving.copyKept(this.#copy !== null);
		this.isCopyRefused = this.#copy === null;
		this.earlier = await readEarlierWords(this.#options, text);
	}

	#copyLost(): void {
		this.#copy = null;
		this.isCopyRefused = true;
		this.saving.copyKept(false);
		this.#options.onChange();
	}

	#connect(): void {
		this.#triedSince = Date.now();
		this.provider.connect();
	}

	/** The browser knows of a cut before the socket does. */
	readonly #onOffline = (): void => this.provider.disconnect();

	readonly #onOnline = (): void => {
		if (this.closed === null) this.#connect();
	};

	readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
		if (origin === this.provider) return;
		this.saving.edited();
		this.#copy?.mark(true);
		this.#options.onChange();
	};

	#listen(): void {
		const { provider, saving } = this;
		const changed = () => {
			this.#copy?.mark(saving.isDirty);
			this.#options.onChange();
		};
		provider.on('status', ({ status }) => {
			if (status === 'connected') {
				saving.connected();
				this.#countFrames(provider.ws);
				this.#awaySince = null;
				this.#triedSince = null;
				this.isAway = false;
			} else if (status === 'disconnected') {
				saving.disconnected();
				this.#awaySince ??= Date.now();
				this.#triedSince = Date.now();
			}
			changed();
		});
		provider.on('sync', (isSynced: boolean) => {
			if (isSynced) saving.loaded();
			changed();
		});
		provider.on('closed', ({ code }) => {
			this.closed = code;
			changed();
		});
		provider.awareness.on('change', changed);
		provider.messageHandlers[100] = (_encoder, decoder) => {
			saving.framesSaved(decoding.readVarUint(decoder));
			changed();
		};
		const stands = (_encoder: unknown, decoder: decoding.Decoder) => {
			const standing = readStanding(decoding.readVarString(decoder));
			if (standing) saving.stands(standing.right, standing.state);
			changed();
		};
		provider.messageHandlers[101] = stands;
		provider.messageHandlers[102] = stands;
	}

	/** The server counts the update frames of each socket; so do we, where they leave. */
	#countFrames(socket: WebSocket | null): void {
		if (!socket) return;
		const send = socket.send.bind(socket);
		socket.send = (data) => {
			if (data instanceof Uint8Array && data[0] === 0 && data[1] !== 0) this.saving.frameSent();
			send(data);
		};
	}

	#look(): void {
		const { provider } = this;
		const heard = provider.wsLastMessageReceived;
		if (provider.wsconnected && Date.now() - heard > SILENCE) {
			this.#awaySince = heard;
			provider.disconnect();
			this.#connect();
		}
		const isStuck = this.#triedSince !== null && Date.now() - this.#triedSince > BLOCKED;
		if (isStuck && this.closed === null && navigator.onLine) this.#goOtherWay();
		const isAway = this.#awaySince !== null && Date.now() - this.#awaySince > PAUSE;
		if (isAway === this.isAway) return;
		this.isAway = isAway;
		this.#options.onChange();
	}

	/** Sockets first, then requests, then sockets again: whichever opens is kept. */
	#goOtherWay(): void {
		this.isByRequests = !this.isByRequests;
		// The provider's field for what it makes sockets of; a plain property that its types do not open.
		Reflect.set(this.provider, '_WS', this.isByRequests ? RequestSocket : WebSocket);
		this.provider.disconnect();
		this.#connect();
	}
}

function readStanding(json: string): { right: DocumentRight; state: DocumentState } | null {
	const standing: unknown = JSON.parse(json);
	if (typeof standing !== 'object' || standing === null) return null;
	const fields = new Map<string, unknown>(Object.entries(standing));
	const rights = ['none', 'read', 'comment', 'write'] as const;
	const states = ['open', 'frozen', 'sealed'] as const;
	const right = rights.find((known) => known === fields.get('right'));
	const state = states.find((known) => known === fields.get('state'));
	return right && state ? { right, state } : null;
}
