import {
	accessSync,
	chmodSync,
	closeSync,
	constants,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '#lib/start-error.ts';

const heldHere = new Set<string>();

/**
 * Takes the data directory for this process alone, since PGlite lets two processes open one
 * directory and both then lose writes. A lock left by a killed process is taken over.
 *
 * @returns what gives the directory back
 * @throws {StartError} when a running process has it, or it cannot be written
 */
export function lockDirectory(directory: string): () => void {
	makePrivate(directory);
	const file = join(directory, 'parvis.lock');
	if (heldHere.has(file)) throw inUse(directory, process.pid);
	for (let attempt = 0; attempt < 5; attempt += 1) {
		if (writeLock(file)) {
			heldHere.add(file);
			return () => {
				heldHere.delete(file);
				rmSync(file, { force: true });
			};
		}
		const holder = readLock(file);
		if (holder && isRunning(holder)) throw inUse(directory, holder.pid);
		rmSync(file, { force: true });
	}
	throw new StartError(`Le dossier de données ${directory} ne peut pas être verrouillé.`);
}

// Only what is Parvis's own, or empty, is closed to others: somebody may have named a shared folder.
function makePrivate(directory: string): void {
	try {
		makeFolders(resolve(directory));
		const names = readdirSync(directory);
		if (names.length === 0 || names.includes('database')) chmodSync(directory, 0o700);
		accessSync(directory, constants.W_OK);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		throw new StartError(
			`Le dossier de données ${directory} ne peut pas être créé ou écrit (${String(error.code)}) : corrigez DATA_DIR.`
		);
	}
}

// Not with `recursive`: where a system file stands for a folder, it would try for ever.
function makeFolders(directory: string): void {
	if (existsSync(directory)) return;
	makeFolders(dirname(directory));
	mkdirSync(directory, { mode: 0o700 });
}

function inUse(directory: string, pid: number): StartError {
	return new StartError(
		`Le dossier de données ${directory} est déjà utilisé par un autre Parvis (processus ${pid}) : ` +
			'arrêtez-le, ou indiquez un autre dossier avec DATA_DIR.'
	);
}

interface Holder {
	pid: number;
	started: string;
}

function writeLock(file: string): boolean {
	let handle: number;
	try {
		handle = openSync(file, 'wx', 0o600);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
	writeSync(handle, `${process.pid} ${startOf(process.pid)}\n`);
	closeSync(handle);
	return true;
}

function readLock(file: string): Holder | null {
	try {
		const [pid, started] = readFileSync(file, 'utf8').trim().split(' ');
		return { pid: Number(pid), started: started ?? '' };
	} catch {
		return null;
	}
}

function isRunning({ pid, started }: Holder): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
	}
	return startOf(pid) === started;
}

// A restarted machine or container gives the same numbers to other processes, so that the number
// alone would lock a directory for ever: Linux tells when each process started.
function startOf(pid: number): string {
	try {
		const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
		return `${boot}:${afterName.split(' ')[19] ?? ''}`;
	} catch {
		return '';
	}
}
