// Starts the built site as its users do: a process of its own, on a free port, with its own data.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface ServerOptions {
	/** Replaces or adds variables of the environment. */
	variables?: Record<string, string>;
	/** Data to start from and to leave in place; a new directory, removed at the end, unless told. */
	dataDir?: string;
	/** Where to listen; a free port unless told. */
	port?: number;
}

export interface RunningServer {
	/** Without a final slash. */
	readonly url: string;
	readonly port: number;
	readonly dataDir: string;
	readonly pid: number;
	/** What it has written so far: announcements and log lines. */
	output(): string;
	/** Asks it to end. @returns its exit code, null when it had to be killed */
	stop(): Promise<number | null>;
	/** Ends it without warning, as a power cut does for the process. */
	kill(): Promise<void>;
}

export interface FailedStart {
	code: number | null;
	/** What it wrote on stderr. */
	said: string;
}

/**
 * Starts the built site and waits until it can serve a visitor.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const port = options.port ?? (await findFreePort());
	const url = `http://127.0.0.1:${port}`;
	const started = await launch({ PORT: String(port), ...options.variables }, options.dataDir);
	try {
		await waitUntilReady(url, started.ended);
	} catch (error) {
		await started.kill();
		throw new Error(`the site did not start:\n${started.output()}`, { cause: error });
	}
	return { url, port, ...started };
}

/**
 * Starts the built site with settings it must refuse, and gives what it said.
 */
export async function failToStart(options: ServerOptions = {}): Promise<FailedStart> {
	const port = await findFreePort();
	const started = await launch({ PORT: String(port), ...options.variables }, options.dataDir);
	const timeout = setTimeout(() => void started.kill(), 40_000);
	const code = await started.ended;
	clearTimeout(timeout);
	await started.kill();
	return { code, said: started.errors() };
}

/**
 * Finds a port of this machine that nobody listens on.
 */
export function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

async function launch(variables: Record<string, string>, givenDataDir?: string) {
	const dataDir = givenDataDir ?? (await mkdtemp(join(tmpdir(), 'parvis-data-')));
	const settings = { HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn' };
	const child = spawn(process.execPath, [join(root, 'server', 'main.mjs')], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...cleanEnvironment(), ...settings, ...variables }
	});
	let output = '';
	let errors = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		output += text;
		errors += text;
	});
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));

	async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
		child.kill(signal);
		const code = await ended;
		if (givenDataDir === undefined) await rm(dataDir, { recursive: true, force: true });
		return code;
	}

	return {
		dataDir,
		pid: child.pid ?? 0,
		ended,
		output: () => output,
		errors: () => errors,
		stop: () => end('SIGTERM'),
		kill: async () => void (await end('SIGKILL'))
	};
}

// What the developer's shell sets must not change what the tests see.
function cleanEnvironment(): Record<string, string> {
	const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SYSTEMROOT'];
	return Object.fromEntries(
		kept.flatMap((name) => {
			const value = process.env[name];
			return value === undefined ? [] : [[name, value]];
		})
	);
}

async function waitUntilReady(url: string, ended: Promise<number | null>): Promise<void> {
	let over = false;
	void ended.then(() => (over = true));
	const deadline = Date.now() + 60_000;
	while (Date.now() < deadline) {
		if (over) throw new Error('it ended');
		const answer = await fetch(`${url}/readyz`).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('it was not ready within a minute');
}
