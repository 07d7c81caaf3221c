/** Starts, kills and starts again the process of live documents, as what watches over it in production does. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { LiveServerConfig } from './live-server.ts';

const program = join(import.meta.dirname, 'live-server.ts');
const root = join(import.meta.dirname, '..', '..', '..');

export interface LiveStats {
	sockets: number;
	rss: number;
	failures: number;
	/** Times that it said that another process had written before it. */
	fenced: number;
	/** Milliseconds. */
	longestPause: number;
}

export class LiveProcess {
	readonly config: LiveServerConfig;
	#child: ChildProcess | null = null;
	#said = '';

	constructor(config: LiveServerConfig) {
		this.config = config;
	}

	/** What it said last, and whether it still runs. */
	get said(): string {
		return `${this.isRunning ? 'running' : 'ended'}: ${this.#said}`;
	}

	/** Whether it runs now. */
	get isRunning(): boolean {
		return this.#child?.exitCode === null && this.#child.signalCode === null;
	}

	get pid(): number {
		return this.#child?.pid ?? 0;
	}

	/**
	 * Starts it and waits until it takes connections.
	 * @throws {Error} with what it said
	 */
	async start(): Promise<void> {
		const child = spawn(process.execPath, [program, JSON.stringify(this.config)], {
			cwd: root,
			stdio: ['ignore', 'ignore', 'pipe', 'ipc']
		});
		this.#child = child;
		this.#said = '';
		child.stderr?.on('data', (said: Buffer) => {
			this.#said = (this.#said + said.toString()).slice(-4000);
		});
		await new Promise<void>((resolve, reject) => {
			child.once('message', () => resolve());
			child.once('exit', (code) => {
				reject(new Error(`the live server ended with ${code ?? 'a signal'}: ${this.#said}`));
			});
		});
	}

	/** Ends it as kill -9 does. */
	kill(): Promise<void> {
		return this.#end('SIGKILL');
	}

	/** Asks it to end. */
	stop(): Promise<void> {
		return this.#end('SIGTERM');
	}

	/** Asks how it is. */
	async stats(): Promise<LiveStats> {
		const answer = await fetch(`http://127.0.0.1:${this.config.port}/`);
		return (await answer.json()) as LiveStats;
	}

	async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
		const child = this.#child;
		if (!child || !this.isRunning) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	}
}
