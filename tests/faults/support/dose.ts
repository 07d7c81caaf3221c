/** How much of each fault: a short dose in every test run, more for the report, all of it on demand. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const wanted = process.env.FAULTS_DOSE;

/** Which of three numbers holds now: for every test run, for `npm run faults`, and with `--full`. */
export function dose(short: number, report: number, full: number): number {
	if (wanted === 'full') return full;
	return wanted === 'report' ? report : short;
}

/** Seconds until a test is given up: generous, since machines are slow and shared. */
export function within(short: number, report: number, full: number): number {
	return dose(short, report, full) * 1000;
}

export const engine = process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'pglite';

/** Puts a result down for the report, when one is being made. */
export function report(fault: string, facts: Record<string, number | string>): void {
	const folder = process.env.FAULTS_REPORT;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, `${fault.replace(/\W+/g, '-')}-${engine}.json`),
		JSON.stringify({ fault, engine, dose: wanted, ...facts })
	);
}

/** The value under which so many of a hundred lie, in whole milliseconds. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return Math.round(sorted[Math.floor((sorted.length * percent) / 100)] ?? 0);
}
