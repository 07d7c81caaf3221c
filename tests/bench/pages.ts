// npm run bench:pages: what a page costs, beside an empty page of the same build in the same run.
// CPU of Node and of Postgres added up, at 100 and at 10,000 proposals; queries and weight per page.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { bringPostgres } from '../run/postgres.mjs';
import { createEmpty, dropDatabase } from '../support/postgres-template.ts';
import { startServer } from '../support/server.ts';
import { cpuOf, cpuOfFamily, parentOf } from './cpu.ts';
import { countQueries, type QueryCounter } from './query-counter.ts';
import { seedProposals } from './seed.ts';
import { weigh } from './weight.ts';

const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 400);
const ROUNDS = 3;
const AT_ONCE = 4;
const SIZES = [100, 10_000];
const root = join(import.meta.dirname, '..', '..');
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

interface Measure {
	/** Milliseconds of CPU a request, Node's and Postgres's. */
	cpu: number;
	node: number;
	database: number;
	p50: number;
	queries: number;
}

function request(url: string): Promise<number> {
	const started = performance.now();
	return new Promise((resolve, reject) => {
		get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
			answer.resume();
			answer.once('end', () =>
				answer.statusCode === 200
					? resolve(performance.now() - started)
					: reject(new Error(`${url} answered ${answer.statusCode ?? 'nothing'}`))
			);
		}).once('error', reject);
	});
}

async function load(url: string, count: number): Promise<number[]> {
	const times: number[] = [];
	let left = count;
	const worker = async () => {
		while (left-- > 0) times.push(await request(url));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return times.sort((a, b) => a - b);
}

const median = (values: number[]) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measure(
	url: string,
	processes: { node: number; postmaster: number },
	counter: QueryCounter
): Promise<Measure> {
	const before = counter.count();
	await load(url, 20);
	const queries = counter.count() - before;
	const node = cpuOf(processes.node);
	const database = cpuOfFamily(processes.postmaster);
	const times = await load(url, REQUESTS);
	const nodeCpu = (cpuOf(processes.node) - node) / REQUESTS;
	const databaseCpu = (cpuOfFamily(processes.postmaster) - database) / REQUESTS;
	return {
		cpu: nodeCpu + databaseCpu,
		node: nodeCpu,
		database: databaseCpu,
		p50: median(times),
		queries: queries / 20
	};
}

function medianOf(rounds: Measure[]): Measure {
	const of = (key: keyof Measure) => median(rounds.map((round) => round[key]));
	return {
		cpu: of('cpu'),
		node: of('node'),
		database: of('database'),
		p50: of('p50'),
		queries: of('queries')
	};
}

async function benchAt(serverUrl: string, size: number) {
	const url = await createEmpty(serverUrl);
	const counter = await countQueries(url);
	const site = await startServer({ variables: { DATABASE_URL: counter.url } });
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await seedProposals(sql, size);
		const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
		const processes = { node: site.pid, postmaster: parentOf(backend?.pid ?? 0) };
		const [proposal] = await sql<{ id: string }[]>`
			select proposal.id from proposal where state = 'PUBLISHED' and number > 10000 order by number limit 1`;
		const [territory] = await sql<{ slug: string }[]>`select slug from territory limit 1`;
		const base = `/${territory?.slug ?? ''}`;
		const pages = {
			empty: `${base}/aide/mentions-legales`,
			list: `${base}/propositions`,
			proposal: `${base}/propositions/${proposal?.id ?? ''}`,
			plan: `${base}/plan`,
			home: base
		};
		for (const path of Object.values(pages)) await load(`${site.url}${path}`, 50);
		const rounds: Record<string, Measure[]> = {};
		for (let round = 0; round < ROUNDS; round++) {
			for (const [name, path] of Object.entries(pages)) {
				(rounds[name] ??= []).push(await measure(`${site.url}${path}`, processes, counter));
			}
		}
		const weights = await Promise.all(
			Object.entries(pages).map(
				async ([name, path]) => [name, await weigh(site.url, path)] as const
			)
		);
		const measures = Object.entries(rounds).map(([name, all]) => [name, medianOf(all)] as const);
		return { size, measures: Object.fromEntries(measures), weights: Object.fromEntries(weights) };
	} finally {
		await sql.end();
		await site.stop();
		await counter.close();
		await dropDatabase(serverUrl, url);
	}
}

const server = await bringPostgres(root);
try {
	const results = [];
	for (const size of SIZES) results.push(await benchAt(server.url, size));
	for (const { size, measures, weights } of results) {
		const empty = measures.empty?.cpu ?? 1;
		process.stdout.write(`\n${size} proposals (medians of ${ROUNDS}, ${REQUESTS} requests)\n`);
		process.stdout.write(
			'page       CPU ms   × empty   Node   Postgres   p50 ms   queries   kB first visit   kB script\n'
		);
		for (const [name, m] of Object.entries(measures)) {
			const weight = weights[name];
			process.stdout.write(
				`${name.padEnd(10)} ${m.cpu.toFixed(2).padStart(6)} ${(m.cpu / empty).toFixed(2).padStart(9)} ` +
					`${m.node.toFixed(2).padStart(6)} ${m.database.toFixed(2).padStart(10)} ${m.p50.toFixed(1).padStart(8)} ` +
					`${m.queries.toFixed(1).padStart(9)} ${((weight?.total ?? 0) / 1000).toFixed(1).padStart(16)} ` +
					`${((weight?.scripts ?? 0) / 1000).toFixed(1).padStart(11)}\n`
			);
		}
	}
	const folder = join(root, 'test-results');
	mkdirSync(folder, { recursive: true });
	const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
	writeFileSync(
		join(folder, 'bench-pages.json'),
		JSON.stringify({ at: new Date().toISOString(), machine, results }, null, '\t')
	);
} finally {
	await server.stop();
}
