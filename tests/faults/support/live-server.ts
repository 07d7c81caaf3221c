// The live documents of Parvis alone, in a process that tests can kill: no pages, no build. Whoever
// says a person's id is that person.
import { createServer } from 'node:http';
import { openDatabase, type DatabaseConfig } from '#lib/database/open.ts';
import { createCollaboration } from '#server/collaboration/collaboration.ts';
import { databaseStore } from '#server/collaboration/database-store.ts';
import type { LiveActor, Store } from '#server/collaboration/ports.ts';

export interface LiveServerConfig {
	database: DatabaseConfig;
	port: number;
	/** Milliseconds that each reading of a document takes longer. */
	slowLoad?: number;
	/** Longest time in milliseconds that each commit takes longer, drawn anew for each. */
	slowAppend?: number;
}

const ORIGIN = 'https://parvis.example';
const config: LiveServerConfig = JSON.parse(process.argv[2] ?? '');
const database = await openDatabase(config.database);
const sockets = new Set<object>();
let failures = 0;
/** Times that another process had written before this one. */
let fenced = 0;
let longestPause = 0;

const collaboration = createCollaboration<LiveActor>({
	store: slowed(databaseStore(database.db)),
	authenticate: (request) => {
		const personId = /person=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
		return Promise.resolve(
			personId
				? { accountId: personId, sessionId: personId, personId, publicName: 'Camille' }
				: null
		);
	},
	rightOf: () => 'write',
	origins: () => [ORIGIN],
	log: {
		moment: (name) => {
			if (name !== 'live-fenced') return;
			fenced++;
			process.stderr.write(`${name}\n`);
		},
		failure: (error) => {
			failures++;
			process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		}
	}
});
const server = createServer((_request, response) => {
	const { rss } = process.memoryUsage();
	response.end(JSON.stringify({ sockets: sockets.size, rss, failures, fenced, longestPause }));
	longestPause = 0;
});
server.on('upgrade', (request, socket, head: Buffer) => {
	sockets.add(socket);
	socket.on('close', () => sockets.delete(socket));
	collaboration.upgrade(request, socket, head);
});
watchPauses();
process.on('SIGTERM', () => void stop());
// The tests are gone: nobody would end this.
process.on('disconnect', () => process.exit(1));
server.listen(config.port, '127.0.0.1', () => process.send?.('ready'));

async function stop(): Promise<void> {
	server.close();
	await collaboration.shutdown();
	await database.close();
	process.exit(0);
}

function slowed(store: Store): Store {
	const { slowLoad = 0, slowAppend = 0 } = config;
	return {
		...store,
		load: async (documentId) => {
			await pause(slowLoad);
			return store.load(documentId);
		},
		append: async (appends) => {
			await pause(Math.random() * slowAppend);
			return store.append(appends);
		}
	};
}

function pause(milliseconds: number): Promise<void> {
	if (milliseconds === 0) return Promise.resolve();
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** How long nobody was served. */
function watchPauses(): void {
	let last = performance.now();
	setInterval(() => {
		const now = performance.now();
		longestPause = Math.max(longestPause, now - last - 20);
		last = now;
	}, 20).unref();
}
