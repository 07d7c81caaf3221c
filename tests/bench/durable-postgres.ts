// A PostgreSQL of the benchmarks' own, in a given directory: its commits are on the disk when it says
// so. It ends with whoever holds its lifeline, even when they are killed.
import { execFileSync, spawn } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	statSync
} from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { bringPrograms, findFreePort, ownerOf, waitForStart } from '../run/postgres.mjs';
import { childrenOf, isAlive } from './processes.ts';

export interface DurablePostgres {
	readonly url: string;
	/** Its first process, the parent of the others. */
	readonly pid: number;
	/** All its processes now. */
	pids(): number[];
	/** It ends once nobody has this open any more: hand it to a process that needs the database. */
	readonly lifeline: Writable;
	stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
const settings = ['listen_addresses=127.0.0.1', 'fsync=on', 'synchronous_commit=on'].concat(
	['max_connections=60', 'timezone=UTC', 'unix_socket_directories=', 'log_min_messages=fatal'],
	['log_min_error_statement=panic']
);
// Waits for the end of its input, which comes when all that hold the other end are gone.
const keeper = '"$0" "$@" </dev/null & cat >/dev/null; kill -INT $!; wait $!';

/** Starts a server on what the directory holds, which is made when there is nothing yet. */
export async function startDurablePostgres(folder: string): Promise<DurablePostgres> {
	const programs = await bringPrograms(root);
	const data = join(folder, 'data');
	const owner = ownerOf();
	if (!existsSync(data)) makeCluster(programs, folder, data);
	await endLeftover(data);
	const port = await findFreePort();
	const url = `postgres://parvis@127.0.0.1:${port}/postgres`;
	for (let attempt = 0; ; attempt++) {
		const child = spawn(
			'sh',
			['-c', keeper, join(programs, 'postgres')].concat(
				['-D', data, '-p', String(port)],
				settings.flatMap((one) => ['-c', one])
			),
			// Away from the terminal: its Ctrl+C must reach Parvis first.
			{ ...owner, cwd: folder, detached: true, stdio: ['pipe', 'ignore', 'inherit'] }
		);
		const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		try {
			await waitForStart(url, child);
		} catch (error) {
			child.stdin.destroy();
			await ended;
			// A process of one that was killed may still hold the shared memory.
			if (attempt === 20) throw error;
			continue;
		}
		const pid = pidIn(data) ?? 0;
		return {
			url,
			pid,
			pids: () => [pid, ...childrenOf(pid)],
			lifeline: child.stdin,
			async stop() {
				child.stdin.destroy();
				await ended;
			}
		};
	}
}

function makeCluster(programs: string, folder: string, data: string): void {
	const owner = ownerOf();
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (owner) {
		chownSync(folder, owner.uid, owner.gid);
		// Another account runs it: that one must be able to pass.
		const parent = join(folder, '..');
		chmodSync(parent, statSync(parent).mode | 0o111);
	}
	execFileSync(
		join(programs, 'initdb'),
		['-D', data, '-U', 'parvis', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
		{ ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }
	);
}

/** The server of a run that was killed may still be about. */
async function endLeftover(data: string): Promise<void> {
	const pid = pidIn(data);
	if (pid === null || !isAlive(pid, data)) return;
	process.kill(pid, 'SIGINT');
	for (let wait = 0; wait < 100 && isAlive(pid, data); wait++) {
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	if (isAlive(pid, data)) for (const one of [pid, ...childrenOf(pid)]) process.kill(one, 'SIGKILL');
}

function pidIn(data: string): number | null {
	const file = join(data, 'postmaster.pid');
	if (!readdirSync(data).includes('postmaster.pid')) return null;
	return Number(readFileSync(file, 'utf8').split('\n')[0]) || null;
}
