// Processes of this machine, as /proc tells them.
import { readFileSync, readdirSync } from 'node:fs';
import { parentOf } from './cpu.ts';

/** The living children of a process. */
export function childrenOf(pid: number): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((child) => parentOf(child) === pid);
}

/** Whether a process is alive whose command line names this: a number alone may be another's by now. */
export function isAlive(pid: number, named: string): boolean {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(named);
	} catch {
		return false;
	}
}
