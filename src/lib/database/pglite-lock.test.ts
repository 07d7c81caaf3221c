import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from './pglite-lock.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'parvis-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = () => join(folder, 'parvis.lock');
const modeOf = (path: string) => statSync(path).mode & 0o777;

test('a directory is taken once, by this process as by another, until it is given back', () => {
	const unlock = lockDirectory(folder);
	expect(() => lockDirectory(folder)).toThrow(`(processus ${process.pid})`);
	unlock();
	expect(existsSync(lockFile())).toBe(false);
	lockDirectory(folder)();
});

test('a running process keeps its lock, one that was killed loses it', async () => {
	const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
	await once(other, 'spawn');
	lockDirectory(folder)();
	const fields = readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
	const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
	writeFileSync(lockFile(), `${other.pid} ${boot}:${fields?.[19]}\n`);
	expect(() => lockDirectory(folder)).toThrow(`(processus ${other.pid})`);
	other.kill('SIGKILL');
	await once(other, 'exit');
	lockDirectory(folder)();
	expect(existsSync(lockFile())).toBe(false);
});

test('a restarted container that gives the same number to us finds its data again', () => {
	writeFileSync(lockFile(), `${process.pid} an-earlier-boot:1\n`);
	lockDirectory(folder)();
	expect(existsSync(lockFile())).toBe(false);
});

test.each(['', 'no number', '-1 x', '99999999 x'])(
	'a broken lock (%j) locks nobody out',
	(text) => {
		writeFileSync(lockFile(), text);
		lockDirectory(folder)();
		expect(existsSync(lockFile())).toBe(false);
	}
);

test('its own directory is closed to others, one shared with something else is left as it is', () => {
	const own = join(folder, 'a', 'data');
	lockDirectory(own)();
	expect(modeOf(own)).toBe(0o700);
	const shared = join(folder, 'shared');
	mkdirSync(join(shared, 'music'), { recursive: true });
	chmodSync(shared, 0o755);
	lockDirectory(shared)();
	expect(modeOf(shared)).toBe(0o755);
});

test('a path where nothing can be made is one clear sentence too', () => {
	expect(() => lockDirectory('/proc/parvis/data')).toThrow('ne peut pas être créé ou écrit');
});

test('a path that is no directory is one clear sentence', () => {
	writeFileSync(join(folder, 'file'), '');
	expect(() => lockDirectory(join(folder, 'file'))).toThrow(/ne peut pas être créé ou écrit/);
});
