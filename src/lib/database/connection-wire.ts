/** What a driver of Postgres writes to and reads from; it does not give its own socket away. */
import { Socket } from 'node:net';
import { lost } from './connection-loss.ts';

/** Where the driver would connect: hosts with their ports, or a path on this machine. */
export interface Address {
	host: readonly string[];
	port: readonly number[];
	path: string | false;
}

type Place = { path: string } | { host: string; port: number };

/** One socket, so that a connection that fell silent is noticed, and cut without waiting for TCP. */
export class Wire {
	#socket: Socket | null = null;
	#isOpened = false;
	#isCut = false;

	/**
	 * Connects to the first host that answers. The driver calls it instead of connecting by itself, and
	 * again when the socket closes before it has served: that is another connection, which is refused.
	 */
	async open({ host, port, path }: Address): Promise<Socket> {
		if (this.#isOpened) throw lost('CONNECTION_CLOSED');
		this.#isOpened = true;
		const places: Place[] = path
			? [{ path }]
			: host.map((name, index) => ({ host: name, port: port[index] ?? 5432 }));
		let failure: unknown = lost('CONNECTION_CLOSED');
		for (const place of places) {
			if (this.#isCut) break;
			try {
				return await this.#connect(place);
			} catch (error) {
				failure = error;
			}
		}
		throw failure;
	}

	/** Rises whenever something goes out or comes in. */
	get moved(): number {
		return (this.#socket?.bytesRead ?? 0) + (this.#socket?.bytesWritten ?? 0);
	}

	/** Calls when nothing has gone out or come in for so many milliseconds; anything that does begins it anew. */
	whenQuiet(milliseconds: number, tell: () => void): void {
		this.#socket?.on('timeout', tell).setTimeout(milliseconds);
	}

	/** Counts the quiet from now on. */
	waitAgain(milliseconds: number): void {
		this.#socket?.setTimeout(milliseconds);
	}

	/** Ends it at once: to say goodbye to whoever is gone takes a quarter of an hour. */
	cut(): void {
		this.#isCut = true;
		this.#socket?.destroy();
	}

	#connect(place: Place): Promise<Socket> {
		const socket = new Socket();
		this.#socket = socket;
		return new Promise((resolve, reject) => {
			const closed = () => reject(lost('CONNECTION_CLOSED'));
			socket.once('error', reject).once('close', closed);
			socket.connect(place, () => {
				socket.off('error', reject).off('close', closed);
				// The driver checks a certificate by the name that it finds on its socket.
				resolve(Object.assign(socket, place));
			});
		});
	}
}
