/** What a WebSocket is to the provider, made of ordinary requests: for networks that block sockets. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** First wait after a request failed, doubled up to the second, in milliseconds. */
const RETRY = 300;
const LONGEST_RETRY = 5000;
/** Failures in a row after which the link counts as lost. */
const MOST_FAILURES = 4;
/** A request carries about this much. */
const LARGEST_BODY = 512 * 1024;

/** How an answer that refuses reads as a close code: what is final must not be tried for ever. */
const REFUSALS: Readonly<Record<number, number>> = {
	401: 4401,
	403: 4403,
	404: 4404,
	413: 4413,
	426: 4426
};

export class RequestSocket {
	static readonly CONNECTING = 0;
	static readonly OPEN = 1;
	static readonly CLOSING = 2;
	static readonly CLOSED = 3;
	readonly CONNECTING = 0;
	readonly OPEN = 1;
	readonly CLOSING = 2;
	readonly CLOSED = 3;
	binaryType = 'arraybuffer';
	readyState = 0;
	onopen: ((event: Event) => void) | null = null;
	onmessage: ((event: MessageEvent<ArrayBuffer>) => void) | null = null;
	onclose: ((event: CloseEvent) => void) | null = null;
	onerror: ((event: Event) => void) | null = null;
	readonly #address: URL;
	readonly #abort = new AbortController();
	#link = '';
	#queue: Uint8Array[] = [];
	#sent = 0;
	#next = 0;
	#isSending = false;

	constructor(url: string | URL) {
		this.#address = new URL(url);
		this.#address.protocol = this.#address.protocol === 'wss:' ? 'https:' : 'http:';
		void this.#open();
	}

	send(data: Uint8Array): void {
		this.#queue.push(data.slice());
		void this.#flush();
	}

	close(): void {
		if (this.readyState === this.CLOSED) return;
		const link = this.#link;
		this.#end(1000, 'left');
		if (link !== '')
			void fetch(this.#to(link), { ...this.#init('DELETE'), keepalive: true }).catch(() => {});
	}

	async #open(): Promise<void> {
		try {
			const answer = await fetch(this.#address, {
				...this.#init('POST'),
				signal: this.#abort.signal
			});
			if (answer.status !== 201) return this.#refused(answer.status);
			this.#link = await answer.text();
			if (this.readyState !== this.CONNECTING) return;
			this.readyState = this.OPEN;
			this.onopen?.(new Event('open'));
			void this.#flush();
			await this.#fetchAll();
		} catch {
			this.#end(1006, 'unreachable');
		}
	}

	async #fetchAll(): Promise<void> {
		while (this.readyState === this.OPEN) {
			const answer = await this.#ask('GET', { next: String(this.#next) });
			if (!answer) return;
			const decoder = decoding.createDecoder(new Uint8Array(await answer.arrayBuffer()));
			let number = decoding.readVarUint(decoder);
			while (decoding.hasContent(decoder)) {
				const frame = decoding.readVarUint8Array(decoder).slice();
				if (number++ < this.#next || this.readyState !== this.OPEN) continue;
				this.#next = number;
				this.onmessage?.(new MessageEvent('message', { data: frame.buffer }));
			}
			const end = /^(\d+) (.*)$/.exec(answer.headers.get('x-parvis-close') ?? '');
			if (end) return this.#end(Number(end[1]), end[2] ?? '');
		}
	}

	/** One request at a time, so that frames arrive in order. */
	async #flush(): Promise<void> {
		if (this.#isSending || this.readyState !== this.OPEN) return;
		this.#isSending = true;
		try {
			while (this.#queue.length > 0 && this.readyState === this.OPEN) {
				const encoder = encoding.createEncoder();
				let count = 0;
				for (const frame of this.#queue) {
					if (count > 0 && encoding.length(encoder) + frame.length > LARGEST_BODY) break;
					encoding.writeVarUint8Array(encoder, frame);
					count++;
				}
				const body = encoding.toUint8Array(encoder).slice();
				if (!(await this.#ask('POST', { n: String(this.#sent) }, body))) return;
				this.#queue.splice(0, count);
				this.#sent += count;
			}
		} finally {
			this.#isSending = false;
		}
	}

	/** Asks until there is an answer; null when the link is over. */
	async #ask(
		method: 'GET' | 'POST',
		parameters: Record<string, string>,
		body?: Uint8Array<ArrayBuffer>
	): Promise<Response | null> {
		const address = this.#to(this.#link, parameters);
		let wait = RETRY;
		for (let failures = 0; this.readyState === this.OPEN; failures++) {
			try {
				const init = { ...this.#init(method), signal: this.#abort.signal, ...(body && { body }) };
				const answer = await fetch(address, init);
				if (answer.ok) return answer;
				if (answer.status < 500) {
					this.#refused(answer.status);
					return null;
				}
			} catch {
				// Tried again below.
			}
			if (failures >= MOST_FAILURES) this.#end(1006, 'unreachable');
			await new Promise((resolve) => setTimeout(resolve, wait));
			wait = Math.min(wait * 2, LONGEST_RETRY);
		}
		return null;
	}

	#refused(status: number): void {
		this.#end(REFUSALS[status] ?? 1012, 'refused');
	}

	#end(code: number, reason: string): void {
		if (this.readyState === this.CLOSED) return;
		this.readyState = this.CLOSED;
		this.#abort.abort();
		this.onclose?.(new CloseEvent('close', { code, reason, wasClean: code !== 1006 }));
	}

	#init(method: string): RequestInit {
		return { method, headers: { 'x-parvis': '1' }, cache: 'no-store', credentials: 'same-origin' };
	}

	#to(link: string, parameters: Record<string, string> = {}): URL {
		const address = new URL(this.#address);
		address.pathname += `/${link}`;
		address.search = new URLSearchParams(parameters).toString();
		return address;
	}
}
