// CPU that processes have used, from the kernel's own count, in milliseconds.
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second; Linux has said 100 to user space for decades. */
const TICKS = 100;

interface Times {
	parent: number;
	own: number;
	/** Of its children that have ended. */
	children: number;
}

function timesOf(pid: number): Times | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		const at = (index: number) => fields[index] ?? 0;
		return { parent: at(1), own: at(11) + at(12), children: at(13) + at(14) };
	} catch {
		return null;
	}
}

/** Milliseconds of CPU of a process, all its threads. */
export function cpuOf(pid: number): number {
	return ((timesOf(pid)?.own ?? 0) * 1000) / TICKS;
}

/** Milliseconds of CPU of a process, its living children and those that have ended. */
export function cpuOfFamily(pid: number): number {
	const root = timesOf(pid);
	if (!root) return 0;
	const living = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map((name) => timesOf(Number(name)))
		.filter((times): times is Times => times?.parent === pid)
		.reduce((sum, { own, children }) => sum + own + children, 0);
	return ((root.own + root.children + living) * 1000) / TICKS;
}

/** The process that started this one. */
export function parentOf(pid: number): number {
	return timesOf(pid)?.parent ?? 0;
}
