// F1, F2, F3, F5, F12 of the fault list: processes and servers that end while people write.
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import postgres from 'postgres';
import { startDurableCluster, type Cluster } from './support/cluster.ts';
import { dose, engine, percentile, report, within } from './support/dose.ts';
import {
	keepWriting,
	openHouse,
	pause,
	until,
	type House,
	type HouseOptions
} from './support/house.ts';
import { Proxy } from './support/proxy.ts';

let cluster: Cluster | null = null;

beforeAll(async () => {
	if (engine === 'postgres') cluster = await startDurableCluster();
}, 120_000);
afterAll(() => cluster?.remove());

async function open(options: HouseOptions = {}): Promise<House> {
	const url = cluster ? await newDatabase(cluster.url) : undefined;
	const house = await openHouse({ documents: 3, people: 6, ...(url && { url }), ...options });
	onTestFinished(() => house.close());
	for (let n = 0; n < 9; n++) house.join(n);
	await house.settled();
	return house;
}

async function newDatabase(url: string): Promise<string> {
	const name = `faults_${Math.random().toString(36).slice(2)}`;
	const sql = postgres(url, { max: 1 });
	await sql.unsafe(`create database ${name}`);
	await sql.end();
	return url.replace(/postgres$/, name);
}

async function expectNothingLost(house: House, fault: string, facts: Record<string, number>) {
	const waits = house.editors.flatMap((editor) => editor.waits);
	const reckoning = await house.reckon();
	report(fault, { ...facts, ...reckoning, savedP95: percentile(waits, 95) });
	expect(reckoning).toMatchObject({ lost: 0, duplicated: 0, wrongAuthors: 0 });
	expect(reckoning.acknowledged).toBe(reckoning.tokens);
}

const kills = dose(engine === 'postgres' ? 25 : 10, 100, 1000);
test(
	`F1: ${kills} kill -9 of the process lose nothing acknowledged`,
	async () => {
		const house = await open();
		const stop = keepWriting(house.editors);
		for (let kill = 0; kill < kills; kill++) {
			await pause(50 + Math.random() * 350);
			await house.process.kill();
			await house.process.start();
			await until(() => house.editors.every((editor) => editor.isSynced), 30);
		}
		stop();
		await house.settled();
		await expectNothingLost(house, 'F1 kill -9 of the process', { kills });
	},
	within(240, 900, 7200)
);

if (engine === 'postgres') {
	const databaseKills = dose(5, 20, 200);
	test(
		`F2: ${databaseKills} kill -9 of Postgres lose nothing, and the process goes on by itself`,
		async () => {
			const house = await open();
			const { pid } = house.process;
			const stop = keepWriting(house.editors);
			const back: number[] = [];
			for (let kill = 0; kill < databaseKills; kill++) {
				await pause(100 + Math.random() * 300);
				await cluster?.kill();
				await pause(200);
				await cluster?.start();
				const began = performance.now();
				const before = house.editors.map((editor) => editor.saves);
				await until(
					() => house.editors.some((editor, n) => editor.saves > (before[n] ?? 0)),
					30,
					() => house.process.said
				);
				back.push(performance.now() - began);
			}
			stop();
			await house.settled();
			expect(house.process.pid).toBe(pid);
			await expectNothingLost(house, 'F2 kill -9 of Postgres', {
				kills: databaseKills,
				servingAgainP95: percentile(back, 95)
			});
		},
		within(240, 600, 3600)
	);

	const cuts = dose(5, 20, 50);
	test(
		`F3: ${cuts} times every connection to Postgres is ended, and nothing is lost`,
		async () => {
			const house = await open();
			const sql = postgres(cluster?.url ?? '', { max: 1 });
			onTestFinished(() => sql.end());
			const stop = keepWriting(house.editors);
			for (let cut = 0; cut < cuts; cut++) {
				await pause(100 + Math.random() * 200);
				await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`;
			}
			stop();
			await house.settled();
			await expectNothingLost(house, 'F3 pg_terminate_backend', { cuts });
		},
		within(240, 300, 300)
	);

	const seconds = dose(3, 10, 60);
	test(
		`F5: for ${seconds} s the database does not answer: nothing is said to be saved, then all is`,
		async () => {
			const line = new Proxy(cluster?.port ?? 0);
			const port = await line.open();
			onTestFinished(() => line.close());
			const url = await newDatabase(cluster?.url ?? '');
			const through = url.replace(/:\d+\//, `:${port}/`);
			const house = await open({ url, through });
			const stop = keepWriting(house.editors);
			await pause(300);
			line.set('pause');
			await pause(200);
			const saves = () => house.editors.reduce((sum, editor) => sum + editor.saves, 0);
			const before = saves();
			const memory = (await house.process.stats()).rss;
			await pause(seconds * 1000);
			expect(saves()).toBe(before);
			expect(house.editors.some((editor) => editor.isSaved)).toBe(false);
			const grown = (await house.process.stats()).rss - memory;
			line.set('pass');
			const began = performance.now();
			await until(() => saves() > before, 30);
			const back = Math.round(performance.now() - began);
			stop();
			await house.settled();
			const megabytes = Math.round(grown / 1024 / 1024);
			await expectNothingLost(house, 'F5 database away', { seconds, back, megabytes });
		},
		within(240, 300, 300)
	);
}

const redeployments = dose(3, 10, 20);
test(
	`F12: ${redeployments} redeployments with open editors lose nothing`,
	async () => {
		const house = await open();
		const stop = keepWriting(house.editors);
		const back: number[] = [];
		for (let n = 0; n < redeployments; n++) {
			await pause(200);
			const began = performance.now();
			await house.process.stop();
			await house.process.start();
			await until(() => house.editors.every((editor) => editor.isSynced), 30);
			back.push(performance.now() - began);
		}
		stop();
		await house.settled();
		expect(house.editors.every((editor) => editor.closes.includes(1012))).toBe(true);
		await expectNothingLost(house, 'F12 redeployment', {
			redeployments,
			backP95: percentile(back, 95)
		});
	},
	within(240, 300, 300)
);
