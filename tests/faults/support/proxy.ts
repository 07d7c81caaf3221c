/** A line of TCP that can be made bad: what two ends say to one another passes through here. */
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type LineMode =
	| 'pass'
	/** Nothing gets through and nothing is lost: what waits goes on later. */
	| 'pause'
	/** All is swallowed, and nobody is told. */
	| 'swallow'
	/** Connections are cut, and new ones refused. */
	| 'cut'
	/** Pages pass; what asks to become a socket is swallowed. */
	| 'no-sockets';

interface Pair {
	client: Socket;
	server: Socket;
	/** What is swallowed of it, whatever becomes of the others. */
	silent: 'no' | 'answers' | 'both-ways';
}

export class Proxy {
	readonly #target: number;
	readonly #pairs = new Set<Pair>();
	readonly #server = createServer((client) => this.#open(client));
	#mode: LineMode = 'pass';
	/** Connections that were asked for so far. */
	opened = 0;
	/** Bytes a second towards clients, 0 for as fast as can be. */
	#speed = 0;

	constructor(target: number) {
		this.#target = target;
	}

	/** Opens the line; gives its port. */
	async open(): Promise<number> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		const address: AddressInfo | string | null = this.#server.address();
		return typeof address === 'object' && address ? address.port : 0;
	}

	/** Changes what happens to all that passes, from now on. */
	set(mode: LineMode): void {
		this.#mode = mode;
		for (const pair of this.#pairs) {
			if (mode === 'cut') drop(pair);
			for (const end of [pair.client, pair.server]) {
				if (mode === 'pause') end.pause();
				else end.resume();
			}
		}
	}

	/** Swallows for good what the connections there are say, or only what is answered; new ones pass. */
	silence(silent: 'answers' | 'both-ways' = 'both-ways'): void {
		for (const pair of this.#pairs) pair.silent = silent;
	}

	/** Lets so many bytes a second go to clients; 0 for all. */
	throttle(speed: number): void {
		this.#speed = speed;
	}

	/** Cuts the connections there are, and takes new ones. */
	cutAll(): void {
		for (const pair of this.#pairs) drop(pair);
	}

	async close(): Promise<void> {
		this.cutAll();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#open(client: Socket): void {
		this.opened++;
		if (this.#mode === 'cut') {
			client.destroy();
			return;
		}
		const server = connect(this.#target, '127.0.0.1');
		const pair: Pair = { client, server, silent: 'no' };
		this.#pairs.add(pair);
		client.setNoDelay(true);
		server.setNoDelay(true);
		this.#carry(
			client,
			server,
			() => 0,
			() => pair.silent === 'both-ways'
		);
		this.#carry(
			server,
			client,
			() => this.#speed,
			() => pair.silent !== 'no'
		);
		for (const end of [client, server]) {
			end.on('error', () => drop(pair));
			end.on('close', () => {
				// A line that swallows does not carry the word that somebody left either.
				if (this.#mode === 'swallow' || pair.silent !== 'no') end.destroy();
				else drop(pair);
				if (client.destroyed && server.destroyed) this.#pairs.delete(pair);
			});
			if (this.#mode === 'pause') end.pause();
		}
	}

	#carry(from: Socket, to: Socket, speed: () => number, isSilent: () => boolean): void {
		let isSwallowed = false;
		from.on('data', (data) => {
			const isSocket = this.#mode === 'no-sockets' && /^upgrade: websocket/im.test(String(data));
			isSwallowed ||= isSocket;
			if (isSwallowed || isSilent() || this.#mode === 'swallow') return;
			const mayGoOn = to.write(data);
			const rate = speed();
			if (mayGoOn && rate === 0) return;
			from.pause();
			const goOn = () => {
				if (this.#mode !== 'pause') from.resume();
			};
			if (rate > 0) setTimeout(goOn, (data.length / rate) * 1000).unref();
			else to.once('drain', goOn);
		});
	}
}

function drop(pair: Pair): void {
	pair.client.destroy();
	pair.server.destroy();
}
