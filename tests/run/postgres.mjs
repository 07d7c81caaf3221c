import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bringEmbedded } from './embedded-postgres.mjs';
import { findProgram, installSystemPackage } from './tool.mjs';

const oldest = 15;

/**
 * @typedef {object} Server
 * @property {string} url address of its maintenance database, as superuser
 * @property {() => Promise<void>} stop
 */

/**
 * Gives a real PostgreSQL for the tests: the one that TEST_DATABASE_URL names, else a throw-away
 * cluster of this machine's programs, installed when need be.
 *
 * @param {string} root
 * @returns {Promise<Server>}
 */
export async function bringPostgres(root) {
	const given = process.env.TEST_DATABASE_URL;
	if (given) {
		process.stdout.write('PostgreSQL: the server that TEST_DATABASE_URL names\n');
		return { url: given, stop: async () => {} };
	}
	const programs = await bringPrograms(root);
	process.stdout.write(`PostgreSQL: a throw-away cluster of ${programs}\n`);
	return startCluster(programs);
}

/**
 * Finds the programs of PostgreSQL on this machine, or installs them.
 *
 * @param {string} root
 * @returns {Promise<string>} folder of initdb and postgres
 */
export async function bringPrograms(root) {
	const found = findPrograms();
	if (found) return found;
	const installed = (await installSystemPackage('postgresql')) ? findPrograms() : null;
	return installed ?? bringEmbedded(root);
}

/** @returns {string | null} folder of initdb and postgres, the latest version */
export function findPrograms() {
	const known = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt']
		.filter((folder) => existsSync(folder))
		.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'bin')));
	const onPath = findProgram('initdb');
	const folders = [...known, ...(onPath ? [dirname(onPath)] : [])]
		.filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
		.map((folder) => ({ folder, version: versionOf(folder) }))
		.filter(({ version }) => version >= oldest)
		.sort((one, other) => other.version - one.version);
	return folders[0]?.folder ?? null;
}

/** @param {string} folder */
function versionOf(folder) {
	const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
	return Number(/(\d+)(?:\.|\s|$)/.exec(said)?.[1] ?? 0);
}

/**
 * @param {string} programs
 * @returns {Promise<Server>}
 */
async function startCluster(programs) {
	const folder = mkdtempSync(join(tmpdir(), 'parvis-postgres-'));
	const owner = ownerOf();
	if (owner) chownSync(folder, owner.uid, owner.gid);
	chmodSync(folder, 0o700);
	const port = await findFreePort();
	try {
		const initdb = ['-D', join(folder, 'data'), '-U', 'parvis', '--auth=trust', '--no-sync'];
		const text = ['--encoding=UTF8', '--locale=C.UTF-8'];
		execFileSync(join(programs, 'initdb'), [...initdb, ...text], {
			...owner,
			cwd: folder,
			stdio: ['ignore', 'ignore', 'inherit']
		});
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
	const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'synchronous_commit=off'].concat(
		['full_page_writes=off', 'max_connections=100', 'timezone=UTC', `unix_socket_directories=`],
		['log_min_messages=fatal', 'log_min_error_statement=panic']
	);
	const server = spawn(
		join(programs, 'postgres'),
		['-D', join(folder, 'data'), '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
		{ ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }
	);
	const ended = new Promise((resolve) => server.once('exit', resolve));
	async function stop() {
		server.kill('SIGINT');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	}
	process.once('exit', () => server.kill('SIGQUIT'));
	const url = `postgres://parvis@127.0.0.1:${port}/postgres`;
	try {
		await waitForStart(url, server);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, stop };
}

/**
 * PostgreSQL refuses to run as root.
 *
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function ownerOf() {
	if (process.getuid?.() !== 0) return undefined;
	for (const name of ['postgres', 'nobody']) {
		try {
			const [uid, gid] = ['-u', '-g'].map((flag) =>
				Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
			);
			if (uid && gid) return { uid, gid };
		} catch {
			// The next name.
		}
	}
	throw new Error('no user to run PostgreSQL as');
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 */
export async function waitForStart(url, server) {
	// Not at the top: this file is loaded before anything is installed.
	const { default: postgres } = await import('postgres');
	const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
	const deadline = Date.now() + 30_000;
	try {
		while (Date.now() < deadline && server.exitCode === null) {
			if (
				await sql`select 1`.then(
					() => true,
					() => false
				)
			)
				return;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	} finally {
		await sql.end({ timeout: 1 });
	}
	throw new Error('the throw-away PostgreSQL did not start');
}

/**
 * @param {number} [wish] taken when nobody listens on it
 * @returns {Promise<number>}
 */
export function findFreePort(wish = 0) {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', wish === 0 ? reject : () => resolve(findFreePort()));
		probe.listen(wish, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
