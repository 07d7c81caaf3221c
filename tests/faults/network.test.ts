// F4, F6, F7, F20 of the fault list: lines that break, fall silent, are slow, or sleep. All but the first have nothing
// to do with the engine of the database: the embedded one is enough. F21, a browser that refuses its
// local store, is shown in a browser: there is none in Node.
import { expect, onTestFinished, test } from 'vitest';
import { dose, engine, percentile, report, within } from './support/dose.ts';
import type { FaultEditor } from './support/fault-editor.ts';
import { keepWriting, openHouse, pause, until, type House } from './support/house.ts';
import { Proxy } from './support/proxy.ts';

/** A house, and a bad line to it. */
async function open(): Promise<{ house: House; line: Proxy; url: string }> {
	const house = await openHouse({ documents: 1 });
	onTestFinished(() => house.close());
	const line = new Proxy(house.process.config.port);
	const url = `ws://127.0.0.1:${await line.open()}/collab`;
	onTestFinished(() => line.close());
	return { house, line, url };
}

async function expectNothingLost(house: House, fault: string, facts: Record<string, number>) {
	const reckoning = await house.reckon();
	report(fault, { ...facts, ...reckoning });
	expect(reckoning).toMatchObject({ lost: 0, duplicated: 0, wrongAuthors: 0 });
	expect(reckoning.acknowledged).toBe(reckoning.tokens);
}

const seconds = dose(3, 60, 600);
test(
	`F4: cut off for ${seconds} s, people write on, and all comes together`,
	async () => {
		const { house, line, url } = await open();
		const away = [house.join(0, url), house.join(1, url)];
		const there = [house.join(2), house.join(3)];
		await house.settled();
		const stop = keepWriting([...away, ...there], 40);
		await pause(300);
		line.set('cut');
		await pause(seconds * 1000);
		expect(away.some((editor) => editor.isSaved)).toBe(false);
		const typed = away[0]?.text.length ?? 0;
		await pause(500);
		expect(away[0]?.text.length).toBeGreaterThan(typed);
		stop();
		line.set('pass');
		const began = performance.now();
		await house.settled();
		const together = Math.round(performance.now() - began);
		await until(() => new Set(house.editors.map((one) => one.text.toJSON())).size === 1, 30);
		await expectNothingLost(house, 'F4 partition', { seconds, together });
	},
	within(240, 300, 900)
);

if (engine === 'pglite') {
	test(
		'F6: a line that swallows everything is noticed by the process, and nothing is lost',
		async () => {
			const { house, line, url } = await open();
			const away = house.join(0, url);
			const there = house.join(1);
			await house.settled();
			line.set('swallow');
			away.type();
			there.type();
			const began = performance.now();
			await until(async () => (await house.process.stats()).sockets === 1, 60);
			const freed = Math.round((performance.now() - began) / 1000);
			expect(away.isSaved).toBe(false);
			// As the page does when it has heard nothing for so long.
			away.provider.disconnect();
			line.set('pass');
			away.provider.connect();
			await house.settled();
			await expectNothingLost(house, 'F6 half-open', { freedAfterSeconds: freed });
		},
		within(240, 300, 300)
	);

	const slow = dose(5, 20, 50);
	test(
		`F7: ${slow} readers who hardly read disturb nobody, and come to the text in the end`,
		async () => {
			const { house, line, url } = await open();
			const quick = [house.join(0), house.join(1)];
			await house.settled();
			quick.forEach((editor) => editor.type());
			await house.settled();
			const before = (await house.process.stats()).rss;
			line.throttle(8000);
			const readers = Array.from({ length: slow }, (_, n) => house.join(n, url));
			await until(() => readers.every((reader) => reader.isSynced), 60);
			let most = 0;
			// More than a line may hold back, in words of 20,000 letters.
			for (let n = 0; n < 150; n++) {
				quick[n % 2]?.type(20_000);
				if (n % 25 === 24) {
					await house.settled(quick);
					most = Math.max(most, (await house.process.stats()).rss);
				}
			}
			await house.settled(quick);
			const waits = quick.flatMap((editor) => editor.waits);
			line.throttle(0);
			await house.settled(undefined, 90);
			const text = quick[0]?.text.toJSON();
			await until(() => readers.every((reader) => reader.text.toJSON() === text), 60);
			const megabytes = Math.round((most - before) / 1024 / 1024);
			const facts = { readers: slow, megabytes, savedP95: percentile(waits, 95) };
			await expectNothingLost(house, 'F7 slow readers', facts);
		},
		within(240, 300, 400)
	);

	const nights = dose(2, 10, 200);
	test(
		`F20: ${nights} times a machine sleeps, wakes on another network and finds its words`,
		async () => {
			const { house, line, url } = await open();
			const sleeper = house.join(0, url);
			const there = house.join(1);
			await house.settled();
			for (let night = 0; night < nights; night++) {
				// Typed as the lid closes: it may have left, or not.
				sleeper.type();
				line.set('swallow');
				sleeper.type();
				const stop = keepWriting([there], 10);
				await pause(300);
				stop();
				// Awake elsewhere: the old line is gone without a word.
				line.set('pass');
				line.cutAll();
				typeAwake(sleeper);
				await house.settled();
			}
			await until(() => sleeper.text.toJSON() === there.text.toJSON(), 30);
			await expectNothingLost(house, 'F20 sleep', { nights });
		},
		within(240, 300, 600)
	);
}

function typeAwake(editor: FaultEditor): void {
	for (let n = 0; n < 5; n++) editor.type();
}
