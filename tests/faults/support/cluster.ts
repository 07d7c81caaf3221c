/** A PostgreSQL server of our own that keeps its promises (fsync on), so that it may be killed. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringEmbedded } from '../../run/embedded-postgres.mjs';
import { findFreePort, findPrograms, ownerOf, waitForStart } from '../../run/postgres.mjs';

export interface Cluster {
	readonly url: string;
	readonly port: number;
	/** Ends the server and all its processes at once, as a power cut does for them. */
	kill(): Promise<void>;
	/** Starts it again on what it had written. */
	start(): Promise<void>;
	/** Ends it and removes its data. */
	remove(): Promise<void>;
}

/** Makes a throw-away server with durable commits, and starts it. */
export async function startDurableCluster(): Promise<Cluster> {
	const programs =
		findPrograms() ?? (await bringEmbedded(join(import.meta.dirname, '..', '..', '..')));
	const folder = mkdtempSync(join(tmpdir(), 'parvis-faults-'));
	const data = join(folder, 'data');
	const owner = ownerOf();
	if (owner) chownSync(folder, owner.uid, owner.gid);
	chmodSync(folder, 0o700);
	const port = await findFreePort();
	const url = `postgres://parvis@127.0.0.1:${port}/postgres`;
	execFileSync(
		join(programs, 'initdb'),
		['-D', data, '-U', 'parvis', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
		{ ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }
	);
	const settings = ['listen_addresses=127.0.0.1', 'fsync=on', 'synchronous_commit=on'].concat(
		['max_connections=60', 'timezone=UTC', 'unix_socket_directories=', 'log_min_messages=panic'],
		['log_min_error_statement=panic']
	);
	let server: ChildProcess | null = null;
	process.once('exit', () => killAll(server));

	const cluster: Cluster = {
		url,
		port,
		async start() {
			// A process of the one before may still hold the shared memory.
			for (let attempt = 0; ; attempt++) {
				const started = spawn(
					join(programs, 'postgres'),
					['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
					{ ...owner, cwd: folder, stdio: 'ignore' }
				);
				server = started;
				try {
					return await waitForStart(url, started);
				} catch (error) {
					if (attempt === 20) throw error;
					await new Promise((resolve) => setTimeout(resolve, 250));
				}
			}
		},
		async kill() {
			const ended = server && new Promise((resolve) => server?.once('exit', resolve));
			killAll(server);
			await ended;
		},
		async remove() {
			await cluster.kill();
			rmSync(folder, { recursive: true, force: true });
		}
	};
	await cluster.start();
	return cluster;
}

function killAll(server: ChildProcess | null): void {
	if (!server?.pid || server.exitCode !== null || server.signalCode !== null) return;
	const children = childrenOf(server.pid);
	for (const pid of [server.pid, ...children]) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It ended by itself in between.
		}
	}
}

function childrenOf(parent: number): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.filter((pid) => {
			try {
				const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
				return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]) === parent;
			} catch {
				return false;
			}
		})
		.map(Number);
}
