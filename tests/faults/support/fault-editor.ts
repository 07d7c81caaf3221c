/** A person who writes without a screen: the stock client, our counting of what is saved, a token in each edit. */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { SaveState } from '#lib/document/save-state.ts';

const ORIGIN = 'https://parvis.example';

export interface Token {
	text: string;
	personId: string;
	/** The database is said to have it. */
	isSaved: boolean;
	/** Somebody took it away. */
	isDeleted: boolean;
}

export interface FaultEditorOptions {
	url: string;
	documentId: string;
	personId: string;
	/** Everything anybody types, by token. */
	tokens: Map<string, Token>;
	epoch?: number;
}

let tokensTyped = 0;

export class FaultEditor {
	readonly live = new Y.Doc();
	readonly text = this.live.getText('body');
	readonly saving = new SaveState();
	readonly provider: WebsocketProvider;
	readonly options: FaultEditorOptions;
	/** Milliseconds from typing to « Enregistré », one for each time it was reached. */
	readonly waits: number[] = [];
	/** Frames that were said to be saved. */
	saves = 0;
	/** Close codes, in order. */
	readonly closes: number[] = [];
	readonly #typed: Token[] = [];
	/** What each frame of this socket carried. */
	#frames: Token[][] = [];
	#dirtySince: number | null = null;
	#newest: Token | null = null;

	constructor(options: FaultEditorOptions) {
		const { url, documentId, personId, epoch } = options;
		this.options = options;
		this.provider = new WebsocketProvider(url, documentId, this.live, {
			WebSocketPolyfill: socketOf(personId),
			disableBc: true,
			maxBackoffTime: 400,
			params: { parvis: '1', ...(epoch !== undefined && { epoch: String(epoch) }) }
		});
		// As the page does: an act that changes nothing is nothing to save.
		this.live.on('update', (_update: Uint8Array, origin: unknown) => {
			if (origin === this.provider) return;
			this.saving.edited();
			this.#dirtySince ??= performance.now();
		});
		this.provider.on('connection-close', (event) => this.closes.push(event?.code ?? 0));
		this.provider.on('status', ({ status }) => {
			if (status === 'connected') this.#connected();
			else if (status === 'disconnected') this.saving.disconnected();
		});
		this.provider.on('sync', (isSynced: boolean) => isSynced && this.saving.loaded());
		this.provider.messageHandlers[100] = (_encoder, decoder) =>
			this.#saved(decoding.readVarUint(decoder));
		this.provider.messageHandlers[101] = () => undefined;
		this.provider.messageHandlers[102] = () => undefined;
	}

	get isSynced(): boolean {
		return this.provider.synced;
	}

	/** Whether all that was typed here is in the database, as the page would say. */
	get isSaved(): boolean {
		return !this.saving.isDirty;
	}

	/** Types a word of its own between two words. */
	type(padding = 0): Token {
		const token: Token = {
			text: `‹${(tokensTyped++).toString(36)}${'·'.repeat(padding)}›`,
			personId: this.options.personId,
			isSaved: false,
			isDeleted: false
		};
		this.options.tokens.set(token.text, token);
		this.#typed.push(token);
		this.#edit(token, () => this.text.insert(this.#between(), token.text));
		return token;
	}

	/** Does something to the text that is not typing: takes a saved word away, or changes a format. */
	change(random: number): void {
		const plain = this.text.toJSON();
		const words = [...plain.matchAll(/‹[^›‹]*›/g)];
		const word = words[Math.floor(random * words.length)];
		if (!word) return;
		this.#edit(null, () => {
			if (random > 0.7) {
				const token = this.options.tokens.get(word[0]);
				if (token) token.isDeleted = true;
				this.text.delete(word.index, word[0].length);
			} else if (random > 0.4) this.text.format(word.index, word[0].length, { strong: true });
			else this.text.insert(word.index, '\n', { kind: 'h2' });
		});
	}

	/** Comes back at another address, as behind an address that leads elsewhere by now. */
	move(url: string): void {
		this.options.url = url;
		this.provider.serverUrl = url;
		this.provider.disconnect();
		this.provider.connect();
	}

	/** Leaves for good. */
	leave(): void {
		this.provider.destroy();
		this.live.destroy();
	}

	#edit(token: Token | null, work: () => void): void {
		this.#newest = token;
		this.live.transact(work);
		this.#newest = null;
	}

	/** A place that is in no word. */
	#between(): number {
		const plain = this.text.toJSON();
		const near = plain.indexOf('›', Math.floor(Math.random() * plain.length));
		return near < 0 ? 0 : near + 1;
	}

	#connected(): void {
		this.saving.connected();
		this.#frames = [];
		const socket = this.provider.ws;
		if (!socket) return;
		const send = socket.send.bind(socket);
		socket.send = (data) => {
			if (data instanceof Uint8Array && data[0] === 0 && data[1] !== 0) {
				this.saving.frameSent();
				// An answer brings all there is; an update what was typed just now.
				if (data[1] === 1) this.#frames.push(this.#typed.filter((token) => !token.isSaved));
				else this.#frames.push(this.#newest ? [this.#newest] : []);
			}
			send(data);
		};
	}

	#saved(count: number): void {
		this.saves++;
		for (const token of this.#frames.slice(0, count).flat()) token.isSaved = true;
		for (let index = 0; index < count; index++) this.#frames[index] = [];
		this.saving.framesSaved(count);
		if (this.saving.isDirty || this.#dirtySince === null) return;
		this.waits.push(performance.now() - this.#dirtySince);
		this.#dirtySince = null;
	}
}

/** A browser's socket: its cookie and its origin go along. */
export function socketOf(personId: string): typeof globalThis.WebSocket {
	class BrowserSocket extends WebSocket {
		constructor(address: string, protocols?: string | string[]) {
			super(address, protocols, {
				headers: { cookie: `person=${personId}`, origin: ORIGIN }
			});
		}
	}
	// ws and browsers differ in a few types that the provider does not use.
	return BrowserSocket as unknown as typeof globalThis.WebSocket;
}
