/** The connection of a live document: the stock client, our messages, and a copy in the browser. */
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DocumentRight, DocumentState } from '../document.ts';
import { readPresence, type Presence } from '../presence.ts';
import { SaveState } from '../save-state.ts';
import { SCHEMA_PARAMETER, TEXT_SCHEMA } from '../text-schema.ts';
import type { WritingPlace } from '../writing-place.ts';
import { inTime, LocalCopy, type EarlierWords, readEarlierWords } from './local-copy.ts';
import { noteUnsaved } from './kept-here.ts';
import { Way } from './way.ts';

export interface LiveOptions extends WritingPlace {
	/** Address of the live documents, `wss://…/collab`. */
	url: string;
	/** The page was opened without a connection. */
	isOffline: boolean;
	/** Something that the page shows has changed. */
	onChange: () => void;
}

/** A connection may be away so long before it is worth a word. */
const PAUSE = 3000;
/** A copy that the browser threw away is made anew after so long, once it is sure that nobody signed out. */
const RENEWAL = 3000;

export class LiveDocument {
	readonly live = new Y.Doc();
	readonly provider: WebsocketProvider;
	readonly saving = new SaveState();
	/** The code with which the server closed for good, or null. */
	closed: number | null = null;
	/** The connection has been away long enough to say so. */
	isAway = false;
	/** The browser refuses to keep a copy, though it was asked to. */
	isCopyRefused = false;
	/** What was written offline in an earlier epoch, to be copied. */
	earlier: EarlierWords | null = null;
	readonly #options: LiveOptions;
	readonly #watch: ReturnType<typeof setInterval>;
	readonly #way: Way;
	#copy: LocalCopy | null = null;
	#copyGoneAt: number | null = null;
	#awaySince: number | null;
	#typed = 0;
	#isDestroyed = false;

	constructor(options: LiveOptions) {
		this.#options = options;
		this.#awaySince = options.isOffline ? 0 : Date.now();
		this.provider = new WebsocketProvider(options.url, options.documentId, this.live, {
			connect: false,
			// Another tab may be another person's.
			disableBc: true,
			params: {
				parvis: '1',
				epoch: String(options.epoch),
				[SCHEMA_PARAMETER]: String(TEXT_SCHEMA)
			}
		});
		this.#way = new Way(this.provider);
		this.live.on('update', this.#onUpdate);
		this.#listen();
		this.#watch = setInterval(() => this.#look(), 1000);
	}

	/** The text goes by ordinary requests, since sockets are blocked here. */
	get isByRequests(): boolean {
		return this.#way.isByRequests;
	}

	/** Reads the browser's copy, then connects. */
	async open(): Promise<void> {
		await this.#openCopy();
		if (this.#isDestroyed) return;
		this.#way.connect();
		addEventListener('offline', this.#onOffline);
		addEventListener('online', this.#onOnline);
		addEventListener('pagehide', this.#onOffline);
		addEventListener('pageshow', this.#onShow);
		this.#look();
		void this.#readEarlier();
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

	/** Removes the words of earlier epochs. */
	async forgetEarlier(): Promise<void> {
		await this.earlier?.forget();
		this.earlier = null;
		this.#noteEarlier();
		noteUnsaved(this.#options.documentId, this.saving.isDirty);
	}

	/** Removes the browser's copy. */
	async forget(): Promise<void> {
		const copy = this.#copy;
		this.#copy = null;
		this.saving.copyKept(false);
		await copy?.clear();
	}

	/** Closes everything; the browser's copy stays. */
	destroy(): void {
		this.#isDestroyed = true;
		clearInterval(this.#watch);
		removeEventListener('offline', this.#onOffline);
		removeEventListener('online', this.#onOnline);
		removeEventListener('pagehide', this.#onOffline);
		removeEventListener('pageshow', this.#onShow);
		this.#way.stop();
		this.provider.destroy();
		this.#copy?.close();
		this.live.destroy();
	}

	async #openCopy(): Promise<void> {
		if (this.#options.sharedComputer) return;
		const opening = LocalCopy.open(this.#options, this.live, (reason) => this.#copyLost(reason));
		const copy = await inTime(opening);
		this.#keep(copy);
		// A browser that is slow today may still hold words of yesterday.
		if (!copy) void opening.then((late) => late && this.#keep(late));
	}

	#keep(copy: LocalCopy | null): void {
		if (this.#isDestroyed || (copy && this.closed !== null)) return copy?.close();
		this.#copy = copy;
		this.#noteEarlier();
		this.isCopyRefused = copy === null;
		this.saving.copyKept(copy !== null);
		copy?.mark(this.saving.isDirty);
		this.#options.onChange();
	}

	#copyLost(reason: 'gone' | 'full'): void {
		this.#keep(null);
		this.#copyGoneAt = reason === 'gone' ? Date.now() : null;
	}

	/** Only while the server lets this person in: after a sign-out nothing is to be kept again. */
	#renewCopy(): void {
		const since = this.#copyGoneAt;
		if (since === null || Date.now() - since < RENEWAL || !this.saving.isConnected) return;
		this.#copyGoneAt = null;
		void this.#openCopy();
	}

	async #readEarlier(): Promise<void> {
		if (this.#options.sharedComputer) return;
		this.earlier = await readEarlierWords(this.#options, this.#options.text);
		this.#noteEarlier();
		if (!this.#isDestroyed) this.#options.onChange();
	}

	/** As long as they are there, signing out warns of them, whatever is saved of the text as it is now. */
	#noteEarlier(): void {
		const hasEarlier = (this.earlier?.words ?? '') !== '';
		if (this.#copy) this.#copy.hasEarlier = hasEarlier;
		if (hasEarlier) noteUnsaved(this.#options.documentId, true);
	}

	/** The browser knows of a cut before the socket does; and a page that is put away is not in the text. */
	readonly #onOffline = (): void => this.provider.disconnect();

	readonly #onOnline = (): void => {
		if (this.closed === null) this.#way.connectAnew();
	};

	readonly #onShow = ({ persisted }: PageTransitionEvent): void => {
		if (persisted && this.closed === null) this.#way.connect();
	};

	readonly #onUpdate = (
		_update: Uint8Array,
		origin: unknown,
		_live: Y.Doc,
		{ beforeState }: Y.Transaction
	): void => {
		if (origin === this.provider) return;
		this.saving.edited();
		this.#copy?.mark(true, beforeState);
		void this.#awaitCopy();
		this.#options.onChange();
	};

	/** For a moment what was typed is in this page alone: leaving it then asks first. */
	async #awaitCopy(): Promise<void> {
		const turn = ++this.#typed;
		this.saving.copyBehind(true);
		// A copy that fails is told as lost, and then everything is in this page alone.
		await this.#copy?.written().catch(() => {});
		if (turn === this.#typed) this.saving.copyBehind(false);
	}

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
				this.#way.opened();
				this.#awaySince = null;
				this.isAway = false;
			} else if (status === 'disconnected') {
				saving.disconnected();
				this.#way.closed();
				this.#awaySince ??= Date.now();
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
		this.#renewCopy();
		const silentSince = this.closed === null ? this.#way.look(Date.now()) : null;
		if (silentSince !== null) this.#awaySince = silentSince;
		const isAway = this.#awaySince !== null && Date.now() - this.#awaySince > PAUSE;
		if (isAway === this.isAway) return;
		this.isAway = isAway;
		this.#options.onChange();
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
