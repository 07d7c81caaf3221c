/** The way to the server: a socket, or ordinary requests where networks block sockets; back to sockets as soon as they pass. */
import type { WebsocketProvider } from 'y-websocket';
import { RequestSocket } from './request-socket.ts';

/** A server that was not heard for so long is gone, whatever the socket says: it speaks every 10 s. */
const SILENCE = 15_000;
/** A way that does not open for so long is left for the other one. */
const BLOCKED = 5000;
/** While by requests, a socket is tried beside them after so long, then twice that, up to the second. */
const RETURN = 60_000;
const LONGEST_RETURN = 600_000;

export class Way {
	/** The text goes by ordinary requests. */
	isByRequests = false;
	readonly #provider: WebsocketProvider;
	/** Since when the present way is tried; null while it is open. */
	#triedSince: number | null = null;
	/** Pages are answered, and so a socket that does not open is blocked. */
	#isAnswered = false;
	#isAsking = false;
	#returnAt = 0;
	#returnWait = RETURN;
	#probe: WebSocket | null = null;

	constructor(provider: WebsocketProvider) {
		this.#provider = provider;
	}

	/** Begins, or begins again, on the present way. */
	connect(): void {
		this.#tryAgain();
		this.#provider.connect();
	}

	/** The network is another one now: sockets may pass again. */
	connectAnew(): void {
		if (this.isByRequests) this.#take(false);
		else this.connect();
	}

	opened(): void {
		this.#triedSince = null;
		this.#returnAt = Date.now() + this.#returnWait;
	}

	closed(): void {
		this.#tryAgain();
	}

	/** Lets go of what is under way. */
	stop(): void {
		this.#triedSince = null;
		this.#closeProbe();
	}

	/** Looks once a second; gives since when the server is silent when it just left it for that, else null. */
	look(now: number): number | null {
		const { wsconnected, wsLastMessageReceived } = this.#provider;
		if (wsconnected) {
			if (now - wsLastMessageReceived > SILENCE) return this.#leaveSilence();
			if (this.isByRequests && now > this.#returnAt) this.#trySockets(now);
			return null;
		}
		if (this.#triedSince === null || !navigator.onLine) return null;
		const tried = now - this.#triedSince;
		if (this.isByRequests) {
			if (tried > BLOCKED) this.#take(false);
			return null;
		}
		if (tried > BLOCKED / 2 && !this.#isAnswered) void this.#ask();
		if (tried > BLOCKED && this.#isAnswered) this.#take(true);
		return null;
	}

	#leaveSilence(): number {
		const { synced, wsLastMessageReceived } = this.#provider;
		this.#provider.disconnect();
		// A socket that opens and then carries nothing is blocked too.
		if (!synced && !this.isByRequests) this.#take(true);
		else this.connect();
		return wsLastMessageReceived;
	}

	/** A server that answers no page either is away: then no way is better than the other. */
	async #ask(): Promise<void> {
		if (this.#isAsking) return;
		this.#isAsking = true;
		const abort = new AbortController();
		const patience = setTimeout(() => abort.abort(), BLOCKED);
		try {
			const answer = await fetch('/healthz', { cache: 'no-store', signal: abort.signal });
			this.#isAnswered = answer.ok;
		} catch {
			this.#isAnswered = false;
		}
		clearTimeout(patience);
		this.#isAsking = false;
		if (!this.#isAnswered && this.#triedSince !== null) this.#triedSince = Date.now();
	}

	#take(isByRequests: boolean): void {
		this.isByRequests = isByRequests;
		// The provider's field for what it makes sockets of; a plain property that its types do not open.
		Reflect.set(this.#provider, '_WS', isByRequests ? RequestSocket : WebSocket);
		this.#closeProbe();
		this.#provider.disconnect();
		this.connect();
	}

	/** Beside the requests, which go on: nobody waits for the answer. */
	#trySockets(now: number): void {
		this.#returnWait = Math.min(this.#returnWait * 2, LONGEST_RETURN);
		this.#returnAt = now + this.#returnWait;
		this.#closeProbe();
		const probe = new WebSocket(this.#provider.url);
		this.#probe = probe;
		probe.onmessage = () => {
			if (this.#probe === probe) this.#take(false);
		};
	}

	#closeProbe(): void {
		if (this.#probe) this.#probe.onmessage = null;
		this.#probe?.close();
		this.#probe = null;
	}

	#tryAgain(): void {
		this.#triedSince = Date.now();
		this.#isAnswered = false;
	}
}
