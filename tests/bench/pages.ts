// npm run bench:pages: what a page costs, beside an empty page of the same build in the same run.
// CPU of Node and of Postgres added up, at 100 and at 10,000 proposals; queries and weight per page.
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import postgres from 'postgres';
import { bringPostgres } from '../run/postgres.mjs';
import { createEmpty, dropDatabase } from '../support/postgres-template.ts';
import { startServer } from '../support/server.ts';
import { cpuOf, cpuOfFamily, parentOf } from './cpu.ts';
import { countQueries, type QueryCounter } from './query-counter.ts';
import { publishPages, type Measure, type SizeResult } from './pages-report.ts';
import { seedProposals } from './seed.ts';
import { weigh } from './weight.ts';

const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 400);
const ROUNDS = 5;
const AT_ONCE = 4;
const SIZES = [100, 10_000];
const root = join(import.meta.dirname, '..', '..');
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

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
		p50: times[Math.floor(times.length / 2)] ?? 0,
		queries: queries / 20
	};
}

async function benchAt(serverUrl: string, size: number): Promise<SizeResult> {
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
		return { size, rounds, weights: Object.fromEntries(weights) };
	} finally {
		await sql.end();
		await site.stop();
		await counter.close();
		await dropDatabase(serverUrl, url);
	}
}

const server = await bringPostgres(root);
try {
	const results: SizeResult[] = [];
	for (const size of SIZES) results.push(await benchAt(server.url, size));
	await publishPages(results, REQUESTS);
} finally {
	await server.stop();
}
