// What was measured, as medians of the rounds: a table for people, a file for programs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { bringPrograms } from '../../run/postgres.mjs';
import { goalLines } from './goals.ts';
import { median } from './histogram.ts';
import type { ColdMeasure, StormMeasure, WeightMeasure } from './opening-scenes.ts';
import type { ServerName } from './servers.ts';
import type { TypingMeasure } from './typing-scenes.ts';

export const SCENES = ['flood', 'typing', 'crowd', 'storm', 'weight', 'cold'] as const;
export type SceneName = (typeof SCENES)[number];
type Rounds<T> = Partial<Record<ServerName, T[]>>;

export interface Scenes {
	flood?: Rounds<TypingMeasure>;
	typing?: Rounds<TypingMeasure>;
	crowd?: Rounds<TypingMeasure>;
	storm?: Rounds<StormMeasure>;
	weight?: Rounds<WeightMeasure>;
	cold?: Rounds<ColdMeasure>;
}

export interface Results {
	at: string;
	rounds: number;
	seconds: number;
	scenes: Scenes;
}

const root = join(import.meta.dirname, '..', '..', '..');
const kept = join(root, 'docs', 'benchmarks', 'live.json');
const page = join(root, 'docs', 'benchmarks.md');
const titles = {
	relay: 'bare relay',
	'y-websocket': '@y/websocket-server 0.1.1',
	hocuspocus: 'Hocuspocus 4.7.0',
	parvis: 'Parvis, durable'
} as const;
const typingTitles = {
	flood: 'Flood: 1 writes without a pause, 100 read',
	typing: 'Typing: 100 documents of 5 people, 2 of them write',
	crowd: 'Crowd: 1 document, 200 people, 20 write'
} as const;

/** Prints the results; those of a trial go to test-results, others to the documentation. */
export async function publish(results: Results, isTrial: boolean): Promise<void> {
	const before: Results | null =
		!isTrial && existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : null;
	const scenes = { ...before?.scenes, ...results.scenes };
	const machine = {
		cpu: cpus()[0]?.model ?? 'unknown',
		cores: cpus().length,
		node: process.version,
		postgres: await postgresVersion()
	};
	const text = write({ ...results, scenes }, machine);
	process.stdout.write(`\n${text}\n`);
	const file = JSON.stringify({ ...results, machine, scenes }, null, '\t');
	const folder = join(root, isTrial ? 'test-results' : 'docs/benchmarks');
	mkdirSync(folder, { recursive: true });
	const target = isTrial ? join(folder, 'bench-live.json') : kept;
	writeFileSync(target, await tidy(file, target));
	if (isTrial) return;
	const around = readFileSync(page, 'utf8').split(
		/(?<=<!-- live:begin -->)[^]*(?=<!-- live:end -->)/
	);
	writeFileSync(page, await tidy(around.join(`\n\n${text}\n\n`), page));
}

function write(
	{ at, rounds, seconds, scenes }: Results,
	machine: { cpu: string; cores: number; node: string; postgres: string }
): string {
	return [
		`${at.slice(0, 10)}, ${machine.cores} × ${machine.cpu}, Node ${machine.node}, ${machine.postgres}; ` +
			`medians of ${rounds} rounds, ${seconds} s each.`,
		...(['flood', 'typing', 'crowd'] as const).flatMap((name) =>
			typingTable(typingTitles[name], scenes[name])
		),
		...stormTable(scenes.storm),
		...weightTable(scenes.weight),
		...coldLine(scenes.cold),
		...goalLines(scenes)
	].join('\n');
}

function typingTable(title: string, scene: Rounds<TypingMeasure> | undefined): string[] {
	if (!scene) return [];
	return table(
		title,
		['CPU µs a delivery', 'of it the database', 'deliveries/s', 'fan-out p50 ms', 'p99 ms'].concat([
			'commit p50 ms',
			'p99 ms',
			'« Enregistré » p50 ms',
			'p99 ms'
		]),
		scene,
		(of) => [
			of('cpu').toFixed(2),
			of('databaseCpu').toFixed(2),
			Math.round(of('deliveriesPerSecond')).toLocaleString('en'),
			...[of('p50'), of('p99')].map(inMilliseconds),
			...[of('commitP50'), of('commitP99'), of('savedP50'), of('savedP99')].map(inMilliseconds)
		]
	);
}

function stormTable(scene: Rounds<StormMeasure> | undefined): string[] {
	if (!scene) return [];
	return table(
		'Join storm: 200 people open one text of 1 MB at once',
		['CPU ms a person', 'half have it after ms', 'all after ms', 'kB sent to each'],
		scene,
		(of) => [
			of('cpu').toFixed(1),
			...[of('p50'), of('last')].map((value) => String(Math.round(value))),
			String(Math.round(of('bytes') / 1000))
		]
	);
}

function weightTable(scene: Rounds<WeightMeasure> | undefined): string[] {
	if (!scene) return [];
	return table(
		'Memory held',
		['kB an open document of 2,000 letters', 'kB an idle socket'],
		scene,
		(of) => [inKilobytes(of('document')), inKilobytes(of('socket'))]
	);
}

function coldLine({ parvis = [] }: Rounds<ColdMeasure> = {}): string[] {
	if (parvis.length === 0) return [];
	const [edits, snapshot] = [
		median(parvis.map(({ fromEdits }) => fromEdits)),
		median(parvis.map(({ fromSnapshot }) => fromSnapshot))
	].map(Math.round);
	return [
		'',
		'**Cold load of a document of 100,000 edits** (Parvis, process just started, from connecting to having ' +
			`the text): ${edits} ms from the edits one by one, ${snapshot} ms from its snapshot.`
	];
}

function table<T extends object>(
	title: string,
	columns: string[],
	scene: Rounds<T>,
	cells: (of: (key: keyof T) => number) => string[]
): string[] {
	const lines = Object.entries(scene).map(([name, rounds]) => {
		const of = (key: keyof T) => median(rounds.map((round) => Number(round[key] ?? NaN)));
		return `| ${[titles[name as ServerName], ...cells(of)].join(' | ')} |`;
	});
	const head = ['', ...columns];
	return [
		'',
		`**${title}**`,
		'',
		`| ${head.join(' | ')} |`,
		`| ${head.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`,
		...lines
	];
}

const inMilliseconds = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(1));
const inKilobytes = (value: number) => (Number.isNaN(value) ? '–' : (value / 1000).toFixed(1));

async function tidy(text: string, file: string): Promise<string> {
	return format(text, { ...(await resolveConfig(file)), filepath: file });
}

async function postgresVersion(): Promise<string> {
	const programs = await bringPrograms(root);
	const said = execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' });
	return said.trim().replace('postgres (PostgreSQL)', 'PostgreSQL');
}
