// Starts a throw-away Parvis on a PostgreSQL with durable commits, both in processes of their own.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '../run/postgres.mjs';
import { startDurablePostgres } from './durable-postgres.ts';
import { isAlive } from './processes.ts';
import { cookieOf, seedTarget, TEXT, type Seeded } from './target-seed.ts';
import type { ServerState } from './target-server.ts';

/** What somebody with a stock Yjs client needs, on one line of JSON. */
export interface TargetDescription {
	url: string;
	documents: string[];
	text: string;
	cookie: string;
	origin: string;
	pid: number;
	postgres: number[];
}

export interface Target {
	readonly description: TargetDescription;
	/** First process of its PostgreSQL. */
	readonly postgres: number;
	/** Address of its database. */
	readonly database: string;
	readonly seeded: Seeded;
	/** Settles with the exit code when Parvis ends. */
	readonly ended: Promise<number | null>;
	/** Asks the process how it is: in passing for its commits, or with its garbage collected. */
	ask(question: 'commits' | 'state'): Promise<ServerState>;
	stop(): Promise<void>;
}

export interface TargetOptions {
	/** Documents; those there are already, or one, unless told. */
	documents?: number;
	/** Directory to keep the database in; else it is removed at the end. */
	data?: string;
	/** Options of Node for the process of Parvis. */
	nodeOptions?: string[];
}

interface Kept {
	port: number;
	pid: number;
	seeded: Seeded;
}

const program = join(import.meta.dirname, 'target-server.ts');

/** Starts it and waits until it takes sockets. */
export async function startTarget(options: TargetOptions = {}): Promise<Target> {
	const folder = options.data
		? resolve(options.data)
		: mkdtempSync(join(tmpdir(), 'parvis-target-'));
	mkdirSync(folder, { recursive: true });
	const file = join(folder, 'target.json');
	const kept: Kept | null = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
	if (kept && isAlive(kept.pid, program)) process.kill(kept.pid, 'SIGKILL');
	const database = await startDurablePostgres(join(folder, 'postgres'));
	const removeAll = () => {
		if (!options.data) rmSync(folder, { recursive: true, force: true });
	};
	try {
		const count = options.documents ?? (kept?.seeded.documents.length || 1);
		const seeded = await seedTarget(database.url, kept?.seeded ?? null, count);
		const port = await findFreePort(kept?.port);
		const origin = `http://127.0.0.1:${port}`;
		const child = spawn(process.execPath, [...(options.nodeOptions ?? []), program], {
			detached: true,
			// All that it says goes to stderr; the database stays while it is alive.
			stdio: ['ignore', 2, 2, 'ipc', database.lifeline],
			env: {
				...process.env,
				...{ HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, DATABASE_URL: database.url },
				...{ DATA_DIR: join(folder, 'parvis'), DEMO: '0', LOG_LEVEL: 'warn' }
			}
		});
		const ended = new Promise<number | null>((settle) => child.once('exit', settle));
		const pid = child.pid ?? 0;
		writeFileSync(file, JSON.stringify({ port, pid, seeded } satisfies Kept));
		const answer = (): Promise<unknown> =>
			new Promise((settle, reject) => {
				child.once('message', settle);
				void ended.then((code) => reject(new Error(`Parvis ended with ${code ?? 'a signal'}`)));
			});
		await answer();
		return {
			postgres: database.pid,
			database: database.url,
			seeded,
			description: {
				url: `ws://127.0.0.1:${port}/collab`,
				documents: seeded.documents.slice(0, count),
				text: TEXT,
				cookie: cookieOf(seeded),
				origin,
				pid,
				postgres: database.pids()
			},
			ended,
			async ask(question) {
				const state = answer();
				child.send(question);
				return (await state) as ServerState;
			},
			async stop() {
				child.kill('SIGTERM');
				await ended;
				await database.stop();
				removeAll();
			}
		};
	} catch (error) {
		await database.stop();
		removeAll();
		throw error;
	}
}
