// F27: the other end of a connection to Postgres vanishes without a word, and TCP would wait a quarter of an hour.
import { expect, inject, onTestFinished, test } from 'vitest';
import { sql } from 'kysely';
import postgres from 'postgres';
import { WATCH_TIMES, type WatchTimes } from '#lib/database/connection-watch.ts';
import { openDatabase, type OpenDatabase } from '#lib/database/open.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { createFromTemplate, dropDatabase } from '../support/postgres-template.ts';
import { dose, report, within } from './support/dose.ts';
import { keepWriting, openHouse, pause, until, type House } from './support/house.ts';
import { Proxy } from './support/proxy.ts';

/** Those of every day, or a fifth of them and less where all that matters is their order. */
const TIMES: WatchTimes =
	dose(0, 1, 1) === 1
		? WATCH_TIMES
		: { silence: 2000, limit: 1000, grace: 300, opening: 2000, pulse: 2000 };
/** Until a server that answers is known to have lost a connection, and until one that does not is given up. */
const NOTICED = TIMES.silence + TIMES.grace;
const GIVEN_UP = TIMES.silence + 2 * TIMES.limit;
/** What a machine that is slow and shared may take longer. */
const SLOWNESS = 8000;

interface Scene {
	url: string;
	line: Proxy;
	through: string;
}

/** A database, and a line to it that can fall silent. */
async function openLine(): Promise<Scene> {
	const template = inject('databaseTemplate');
	if (template.kind !== 'postgres') throw new Error('there is no server');
	const url = await createFromTemplate(template.url);
	onTestFinished(() => dropDatabase(template.url, url));
	const line = new Proxy(Number(new URL(url).port));
	const through = new URL(url);
	through.port = String(await line.open());
	onTestFinished(() => line.close());
	return { url, line, through: through.href };
}

async function openThrough({ through }: Scene): Promise<OpenDatabase> {
	const config = { kind: 'postgres', url: through, poolSize: 3, watch: TIMES } as const;
	const database = await openDatabase(config);
	onTestFinished(() => database.close());
	return database;
}

/** A connection beside the line. */
function aside({ url }: Scene): postgres.Sql {
	const other = postgres(url, { max: 1, onnotice: () => undefined });
	onTestFinished(() => other.end({ timeout: 1 }));
	return other;
}

const secondsOf = (began: number) => Math.round((performance.now() - began) / 100) / 10;

async function expectNothingLost(house: House, fault: string, facts: Record<string, number>) {
	const reckoning = await house.reckon();
	report(fault, { ...facts, ...reckoning });
	expect(reckoning).toMatchObject({ lost: 0, duplicated: 0, wrongAuthors: 0 });
	expect(reckoning.acknowledged).toBe(reckoning.tokens);
}

async function openWriting(scene: Scene) {
	const { url, through } = scene;
	const house = await openHouse({ url, through, watch: TIMES });
	onTestFinished(() => house.close());
	const editors = [0, 1, 2, 3].map((n) => house.join(n));
	await house.settled();
	const stop = keepWriting(editors, 50);
	onTestFinished(stop);
	await pause(500);
	return { house, editors, stop };
}

test.each([['both-ways'], ['answers']] as const)(
	'F27: connections that swallow all (%s) are noticed while people write, and nothing is lost',
	async (silent) => {
		const scene = await openLine();
		const { house, editors, stop } = await openWriting(scene);
		scene.line.silence(silent);
		const began = performance.now();
		const first = editors[0]?.type();
		await until(() => first?.isSaved === true, 60);
		const seconds = secondsOf(began);
		stop();
		await house.settled();
		await expectNothingLost(house, `F27 silent ${silent}`, { seconds });
		expect(seconds * 1000).toBeLessThan(NOTICED + SLOWNESS);
	},
	within(90, 120, 120)
);

const away = GIVEN_UP / 1000 + dose(2, 10, 30);
test(
	`F27: for ${away} s nothing at all passes; commits that arrived are made late, and none twice`,
	async () => {
		const scene = await openLine();
		const { house, editors, stop } = await openWriting(scene);
		const other = aside(scene);
		// What is on its way arrives, and is held up over there until after it was given up.
		const held = await other.reserve();
		await held.unsafe('begin; select 1 from document for update');
		const late = editors.map((editor) => editor.type());
		await pause(300);
		scene.line.set('swallow');
		await pause(away * 1000);
		expect(late.some((token) => token.isSaved)).toBe(false);
		await held.unsafe('commit');
		held.release();
		await pause(300);
		scene.line.silence();
		scene.line.set('pass');
		const began = performance.now();
		await until(() => late.every((token) => token.isSaved), 60);
		const seconds = secondsOf(began);
		stop();
		await house.settled();
		await expectNothingLost(house, 'F27 out of reach', { away, seconds });
		expect(seconds * 1000).toBeLessThan(TIMES.opening + SLOWNESS);
	},
	within(90, 150, 150)
);

test(
	'F27: when nobody answers at all a statement fails in the end, after two questions',
	async () => {
		const scene = await openLine();
		const { db } = await openThrough(scene);
		await sql`select 1`.execute(db);
		scene.line.set('swallow');
		const [before, began] = [scene.line.opened, performance.now()];
		await expect(sql`select 2`.execute(db)).rejects.toMatchObject({
			code: expect.stringMatching(/^CONNECTION_/) as string
		});
		const seconds = secondsOf(began);
		expect(scene.line.opened - before).toBe(2);
		report('F27 nobody answers', { seconds });
		expect(seconds * 1000).toBeLessThan(GIVEN_UP + SLOWNESS);
		scene.line.silence();
		scene.line.set('pass');
		expect((await sql`select 3 as n`.execute(db)).rows).toEqual([{ n: 3 }]);
	},
	within(60, 90, 90)
);

test(
	'F27: a statement that takes long, or waits for a lock, is left to it',
	async () => {
		const scene = await openLine();
		const { db } = await openThrough(scene);
		const other = aside(scene);
		const held = await other.reserve();
		await held.unsafe('begin; select pg_advisory_xact_lock(27)');
		const long = (NOTICED + TIMES.limit) / 1000;
		const began = performance.now();
		const slow = sql`select pg_sleep(${long}::float8), 'slept' as what`.execute(db);
		const locked = inTransaction(db, (trx) =>
			sql`select pg_advisory_xact_lock(27), 'locked' as what`.execute(trx)
		);
		expect((await slow).rows).toMatchObject([{ what: 'slept' }]);
		await held.unsafe('commit');
		held.release();
		expect((await locked).rows).toMatchObject([{ what: 'locked' }]);
		expect(secondsOf(began)).toBeGreaterThanOrEqual(long);
		report('F27 slow and honest', { seconds: secondsOf(began) });
	},
	within(60, 90, 90)
);

test(
	'F27: what a statement locked is free once its connection is given up',
	async () => {
		const scene = await openLine();
		const { db } = await openThrough(scene);
		const lost = inTransaction(db, async (trx) => {
			await sql`select pg_advisory_xact_lock(28)`.execute(trx);
			scene.line.silence();
			await sql`select 1`.execute(trx);
		});
		const began = performance.now();
		await expect(lost).rejects.toMatchObject({
			code: expect.stringMatching(/^CONNECTION_/) as string
		});
		expect(secondsOf(began) * 1000).toBeLessThan(NOTICED + SLOWNESS);
		await sql`select pg_advisory_lock(28)`.execute(db);
		report('F27 locks', { seconds: secondsOf(began) });
		expect(secondsOf(began) * 1000).toBeLessThan(NOTICED + SLOWNESS);
	},
	within(60, 90, 90)
);

test(
	'F27: what listens hears again after its connection fell silent',
	async () => {
		const scene = await openLine();
		const listening = await openThrough(scene);
		const other = aside(scene);
		const heard: string[] = [];
		await listening.listen('somewhere', (payload) => heard.push(payload));
		await other`select pg_notify('somewhere', 'before')`;
		await until(() => heard.includes('before'), 5);
		scene.line.silence();
		const began = performance.now();
		await until(async () => {
			await other`select pg_notify('somewhere', 'after')`;
			await pause(100);
			return heard.includes('after');
		}, 90);
		report('F27 listening', { seconds: secondsOf(began) });
		expect(secondsOf(began) * 1000).toBeLessThan(TIMES.pulse + NOTICED + SLOWNESS);
	},
	within(60, 120, 120)
);
