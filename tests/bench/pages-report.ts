// What pages cost, as medians of the rounds: a table for people, a file for programs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

export interface Measure {
	/** Milliseconds of CPU a request, Node's and Postgres's. */
	cpu: number;
	node: number;
	database: number;
	p50: number;
	queries: number;
}

export interface SizeResult {
	/** Proposals in the list. */
	size: number;
	/** By page, round after round. */
	rounds: Record<string, Measure[]>;
	/** Bytes of a first visit, by page. */
	weights: Record<string, { total: number; scripts: number } | undefined>;
}

/** Goals, as multiples of the empty page. */
const GOALS: Record<string, number> = { list: 3, proposal: 3 };
/** Bytes of a first visit at most. */
const HEAVIEST = 100_000;

const root = join(import.meta.dirname, '..', '..');
const page = join(root, 'docs', 'benchmarks.md');
const kept = join(root, 'docs', 'benchmarks', 'pages.json');

/** Prints the results, and writes them to the documentation. */
export async function publishPages(results: SizeResult[], requests: number): Promise<void> {
	const at = new Date().toISOString();
	const machine = {
		cpu: cpus()[0]?.model ?? 'unknown',
		cores: cpus().length,
		node: process.version
	};
	const rounds = Object.values(results[0]?.rounds ?? {})[0]?.length ?? 0;
	const text = [
		`${at.slice(0, 10)}, ${machine.cores} × ${machine.cpu}, Node ${machine.node}; medians of ${rounds} rounds ` +
			`of ${requests} requests, 4 at once.`,
		...results.flatMap(tableOf),
		...results.flatMap(goalsOf)
	].join('\n');
	process.stdout.write(`\n${text}\n`);
	mkdirSync(join(root, 'docs', 'benchmarks'), { recursive: true });
	writeFileSync(kept, await tidy(JSON.stringify({ at, machine, requests, results }), kept));
	const around = readFileSync(page, 'utf8').split(
		/(?<=<!-- pages:begin -->)[^]*(?=<!-- pages:end -->)/
	);
	writeFileSync(page, await tidy(around.join(`\n\n${text}\n\n`), page));
}

function tableOf({ size, rounds, weights }: SizeResult): string[] {
	const rows = Object.entries(rounds).map(([name, measures]) => {
		const of = (key: keyof Measure) => median(measures.map((measure) => measure[key]));
		const { total = 0, scripts = 0 } = weights[name] ?? {};
		const cells = [
			...[of('cpu'), ratioOf(rounds, name), of('node'), of('database')].map((value) =>
				value.toFixed(2)
			),
			...[of('p50'), of('queries'), total / 1000, scripts / 1000].map((value) => value.toFixed(1))
		];
		return `| ${[name, ...cells].join(' | ')} |`;
	});
	return [
		'',
		`**${size.toLocaleString('en')} proposals**`,
		'',
		'| page | CPU ms | × empty | Node | PostgreSQL | p50 ms | queries | kB first visit | kB script |',
		'| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
		...rows
	];
}

function goalsOf({ size, rounds, weights }: SizeResult): string[] {
	const heaviest = Math.max(...Object.values(weights).map((weight) => weight?.total ?? 0));
	const scripts = Math.max(...Object.values(weights).map((weight) => weight?.scripts ?? 0));
	const lines = Object.entries(GOALS).map(([name, goal]) => {
		const ratio = ratioOf(rounds, name);
		return `${mark(ratio <= goal)} ${name} at ${size.toLocaleString('en')}: ${ratio.toFixed(2)} × the empty page (goal ≤ ${goal})`;
	});
	return [
		'',
		...lines.map((line) => `- ${line}`),
		`- ${mark(heaviest <= HEAVIEST && scripts === 0)} heaviest first visit at ${size.toLocaleString('en')}: ` +
			`${(heaviest / 1000).toFixed(1)} kB, ${(scripts / 1000).toFixed(1)} kB of script (goal ≤ 100 kB, 0 kB)`
	];
}

/** Of each round against the empty page of the same round, since the machine's speed drifts. */
function ratioOf(rounds: Record<string, Measure[]>, name: string): number {
	const empty = rounds.empty ?? [];
	return median((rounds[name] ?? []).map(({ cpu }, round) => cpu / (empty[round]?.cpu ?? NaN)));
}

function mark(isReached: boolean): string {
	return isReached ? '✓' : '✗';
}

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function tidy(text: string, file: string): Promise<string> {
	return format(text, { ...(await resolveConfig(file)), filepath: file });
}
