// What becomes of the connections to Postgres when it goes away and comes back.
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sql } from 'kysely';
import postgres from 'postgres';
import { openDatabase, type OpenDatabase } from '#lib/database/open.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { startDurableCluster, type Cluster } from './support/cluster.ts';
import { dose, report, within } from './support/dose.ts';
import { pause, until } from './support/house.ts';

const SIZE = 10;

let cluster: Cluster;
beforeAll(async () => {
	cluster = await startDurableCluster();
}, 120_000);
afterAll(async () => {
	await cluster.remove();
});

async function open(): Promise<OpenDatabase> {
	const database = await openDatabase({ kind: 'postgres', url: cluster.url, poolSize: SIZE });
	onTestFinished(() => database.close());
	return database;
}

/** Asks over a connection of its own. */
async function aside<T>(work: (other: postgres.Sql) => Promise<T>): Promise<T> {
	const other = postgres(cluster.url, { max: 1, onnotice: () => undefined });
	try {
		return await work(other);
	} finally {
		await other.end({ timeout: 1 });
	}
}

const countConnections = () =>
	aside(async (other) => {
		const [row] = await other<{ count: number }[]>`
			select count(*)::int as count from pg_stat_activity
			where backend_type = 'client backend' and pid <> pg_backend_pid()`;
		return row?.count ?? 0;
	});

const times = dose(3, 8, 20);
test(
	`F2: after ${times} restarts of Postgres under load no connection is left over, and each serves`,
	async () => {
		const { db } = await open();
		let isOver = false;
		let done = 0;
		let failed = 0;
		const work = Array.from({ length: 30 }, async () => {
			while (!isOver) {
				try {
					await inTransaction(db, async (trx) => {
						await sql`select pg_sleep(0.005)`.execute(trx);
						await sql`select 1`.execute(trx);
					});
					done++;
				} catch {
					failed++;
					await pause(20);
				}
			}
		});
		const back: number[] = [];
		for (let time = 0; time < times; time++) {
			await pause(300);
			await cluster.kill();
			await pause(700);
			await cluster.start();
			const began = performance.now();
			const [before, failures] = [done, failed];
			await until(() => done >= before + 100, 20);
			back.push(Math.round(performance.now() - began));
			await pause(1000);
			const failedSince = failed - failures;
			await pause(1000);
			// Nothing that serves is left behind with what was lost.
			expect(failed - failures).toBe(failedSince);
			expect(await countConnections()).toBeLessThanOrEqual(SIZE);
		}
		isOver = true;
		await Promise.all(work);
		report('F2 connections', { times, done, failed, slowestBack: Math.max(...back) });
		expect(Math.max(...back)).toBeLessThan(10_000);
	},
	within(120, 240, 600)
);

test('F3: a transaction whose connection ends between two statements fails, alone', async () => {
	const { db } = await open();
	const doomed = inTransaction(db, async (trx) => {
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
		await aside((other) => other`select pg_terminate_backend(${rows[0]?.pid ?? 0})`);
		await pause(200);
		await sql`select 1`.execute(trx);
	});
	await expect(doomed).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
	expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
});

test('F3: who is refused because the server is full is served once it no longer is', async () => {
	const { db } = await open();
	const crowd = postgres(cluster.url, { max: 57 });
	const seats = await Promise.all(
		Array.from({ length: 57 }, () => crowd.reserve().catch(() => null))
	);
	const ask = () => sql`select pg_sleep(0.01)`.execute(db);
	const refused = await Promise.allSettled(Array.from({ length: 40 }, ask));
	for (const seat of seats) seat?.release();
	await crowd.end({ timeout: 1 });
	await pause(300);
	const served = await Promise.allSettled(Array.from({ length: 40 }, ask));
	expect(served.filter(({ status }) => status === 'rejected')).toEqual([]);
	expect(refused.length).toBe(40);
	expect(await countConnections()).toBeLessThanOrEqual(SIZE);
});

test('F27: while the server is too full to be asked, a statement that takes long is left to it', async () => {
	const watch = { silence: 1000, limit: 500 };
	const config = { kind: 'postgres', url: cluster.url, poolSize: 1, watch } as const;
	const { db, close } = await openDatabase(config);
	const crowd = postgres(cluster.url, { max: 60 });
	try {
		await sql`select 1`.execute(db);
		const seats = Array.from({ length: 60 }, () => crowd.reserve().catch(() => null));
		await Promise.all(seats);
		const { rows } = await sql`select pg_sleep(4), 'slept' as what`.execute(db);
		expect(rows).toMatchObject([{ what: 'slept' }]);
	} finally {
		await crowd.end({ timeout: 0 });
		await close();
	}
});

test('F3: what listens hears again after a restart', async () => {
	const database = await open();
	const heard: string[] = [];
	await database.listen('somewhere', (payload) => heard.push(payload));
	await cluster.kill();
	await pause(1500);
	await cluster.start();
	await until(async () => {
		await database.notify('somewhere', 'here').catch(() => undefined);
		return heard.includes('here');
	}, 20);
	expect(heard).toContain('here');
}, 40_000);
