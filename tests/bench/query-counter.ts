// Stands between the site and Postgres and counts what is executed, in the protocol's own terms.
import { connect, createServer, type AddressInfo } from 'node:net';

export interface QueryCounter {
	/** Address of the database through the counter. */
	url: string;
	/** Statements executed since the start. */
	count(): number;
	close(): Promise<void>;
}

/** Opens a counter before the database at `url`, on a free port of this machine. */
export async function countQueries(url: string): Promise<QueryCounter> {
	const target = new URL(url);
	let executed = 0;
	const server = createServer((client) => {
		const database = connect(Number(target.port), target.hostname);
		const read = frontendMessages((type) => {
			if (type === 'E' || type === 'Q') executed += 1;
		});
		// What a proxy holds back for forty milliseconds would be told of the pages.
		client.setNoDelay(true);
		database.setNoDelay(true);
		client.on('data', (bytes) => {
			read(bytes);
			database.write(bytes);
		});
		database.on('data', (bytes) => client.write(bytes));
		client.on('close', () => database.destroy());
		database.on('close', () => client.destroy());
		client.on('error', () => database.destroy());
		database.on('error', () => client.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const through = new URL(url);
	through.port = String(port);
	return {
		url: through.href,
		count: () => executed,
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}

/** Tells the type of each message: the first has none, each other is a letter and a length. */
function frontendMessages(onMessage: (type: string) => void): (bytes: Buffer) => void {
	let started = false;
	let rest = Buffer.alloc(0);
	return (bytes) => {
		rest = Buffer.concat([rest, bytes]);
		for (;;) {
			const head = started ? 1 : 0;
			if (rest.length < head + 4) return;
			const length = rest.readInt32BE(head) + head;
			if (rest.length < length) return;
			if (started) onMessage(String.fromCharCode(rest[0] ?? 0));
			// An SSL request (code 80877103) is answered, and the real start follows it.
			else started = rest.readInt32BE(4) !== 80_877_103;
			rest = rest.subarray(length);
		}
	};
}
