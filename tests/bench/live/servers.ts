// The servers measured, each in a process of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { cpuOfFamily } from '../cpu.ts';
import { startTarget } from '../target-process.ts';
import type { Seeded } from '../target-seed.ts';
import type { ServerState } from '../target-server.ts';

export type ServerName = 'relay' | 'y-websocket' | 'hocuspocus' | 'parvis';

/** How to reach one document. */
export interface Place {
	url: string;
	/** Its messages bear the document's name. */
	prefix: Uint8Array;
	/** First of all, where the server wants to be asked. */
	greeting: Uint8Array | null;
	headers: Record<string, string>;
}

export interface RunningServer {
	readonly name: ServerName;
	/** It says which frames it has stored. */
	readonly isDurable: boolean;
	/** It answers with the text; a relay has none. */
	readonly hasTexts: boolean;
	place(document: number): Place;
	/** Milliseconds of CPU so far: of its processes, and of its database's. */
	cpu(): { server: number; database: number };
	ask(question: 'commits' | 'state'): Promise<ServerState>;
	stop(): Promise<void>;
	/** Where Parvis keeps what it stores. */
	database?: { url: string; seeded: Seeded };
}

export const SERVERS: readonly ServerName[] = ['relay', 'y-websocket', 'hocuspocus', 'parvis'];

export interface StartOptions {
	documents: number;
	/** Directory for the database of Parvis, to find it again. */
	data?: string;
}

/** Starts a server that has so many documents. */
export function startServer(name: ServerName, options: StartOptions): Promise<RunningServer> {
	return name === 'parvis' ? startParvis(options) : startPeer(name);
}

async function startParvis({ documents, data }: StartOptions): Promise<RunningServer> {
	const profile = process.env.BENCH_PROFILE;
	const target = await startTarget({
		documents,
		...(data !== undefined && { data }),
		nodeOptions: [
			'--expose-gc',
			...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, '--cpu-prof-interval=300'] : [])
		]
	});
	const { url, cookie, origin, pid, documents: ids } = target.description;
	return {
		name: 'parvis',
		isDurable: true,
		hasTexts: true,
		place: (document) => ({
			url: `${url}/${ids[document] ?? ''}`,
			prefix: new Uint8Array(),
			greeting: null,
			headers: { cookie, origin }
		}),
		cpu: () => ({ server: cpuOfFamily(pid), database: cpuOfFamily(target.postgres) }),
		ask: (question) => target.ask(question),
		stop: () => target.stop(),
		database: { url: target.database, seeded: target.seeded }
	};
}

async function startPeer(name: Exclude<ServerName, 'parvis'>): Promise<RunningServer> {
	const program = join(import.meta.dirname, '..', 'peers', `${name}.ts`);
	const child = spawn(process.execPath, ['--expose-gc', program], {
		stdio: ['ignore', 2, 2, 'ipc']
	});
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const answer = (): Promise<unknown> =>
		new Promise((resolve, reject) => {
			child.once('message', resolve);
			void ended.then((code) => reject(new Error(`${name} ended with ${String(code)}`)));
		});
	const port = Number(await answer());
	const pid = child.pid ?? 0;
	return {
		name,
		isDurable: false,
		hasTexts: name !== 'relay',
		place: (document) => placeAt(name, port, `document-${document}`),
		cpu: () => ({ server: cpuOfFamily(pid), database: 0 }),
		async ask(question) {
			const state = answer();
			child.send(question);
			return (await state) as ServerState;
		},
		async stop() {
			child.kill('SIGTERM');
			await ended;
		}
	};
}

function placeAt(name: ServerName, port: number, document: string): Place {
	const plain = { url: `ws://127.0.0.1:${port}/${document}`, headers: {} };
	if (name !== 'hocuspocus') return { ...plain, prefix: new Uint8Array(), greeting: null };
	const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, document));
	const greeting = encoding.encode((encoder) => {
		encoding.writeUint8Array(encoder, prefix);
		// Authentication, by a token.
		encoding.writeVarUint(encoder, 2);
		encoding.writeVarUint(encoder, 0);
		encoding.writeVarString(encoder, 'token');
	});
	return { ...plain, prefix, greeting };
}
