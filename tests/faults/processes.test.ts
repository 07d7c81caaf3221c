// F8 of the fault list, as far as one owner of each document goes: two processes on one Postgres, by
// mistake or while one takes over from the other. The database refuses the one that is behind. And F26:
// two on one embedded database, which is locked.
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort } from '../run/postgres.mjs';
import { dose, engine, report, within } from './support/dose.ts';
import type { FaultEditor } from './support/fault-editor.ts';
import { keepWriting, openHouse, pause, until, type House } from './support/house.ts';
import { LiveProcess } from './support/live-process.ts';

interface Pair {
	house: House;
	other: LiveProcess;
	/** Address of the other process. */
	url: string;
}

/** A house whose database a second process writes in too. */
async function openPair(documents: number): Promise<Pair> {
	const house = await openHouse({ documents, people: 4 });
	onTestFinished(() => house.close());
	const port = await findFreePort();
	const other = new LiveProcess({ ...house.process.config, port });
	onTestFinished(() => other.kill());
	await other.start();
	return { house, other, url: `ws://127.0.0.1:${port}/collab` };
}

/** Brings everybody to the process that stays; waits until all read the same, and it is all saved. */
async function together({ house, other }: Pair): Promise<void> {
	for (const editor of house.editors) {
		if (editor.options.url !== house.url) editor.move(house.url);
	}
	await other.stop();
	await house.settled();
	const said = () => house.editors.map(({ text }) => text.length).join(' ');
	await until(() => house.documents.every((id) => isOneText(house.editors, id)), 60, said);
}

function isOneText(editors: readonly FaultEditor[], documentId: string): boolean {
	const texts = editors
		.filter(({ options }) => options.documentId === documentId)
		.map(({ text }) => text.toJSON());
	return new Set(texts).size <= 1;
}

/** Whether somebody reads every word that anybody typed. */
function readsAll({ text, options }: FaultEditor): boolean {
	const words = text.toJSON();
	return [...options.tokens.keys()].every((word) => words.includes(word));
}

async function expectNothingLost(house: House, fault: string, facts: Record<string, number>) {
	const reckoning = await house.reckon();
	report(fault, { ...facts, ...reckoning });
	expect(reckoning).toMatchObject({ lost: 0, duplicated: 0, wrongAuthors: 0 });
	expect(reckoning.acknowledged).toBe(reckoning.tokens);
}

if (engine === 'postgres') {
	test(
		'F8: of two processes the one that is behind is refused, says so, closes, and reads again',
		async () => {
			const pair = await openPair(1);
			const { house, other, url } = pair;
			const [first, second] = [house.join(0), house.join(1, url)];
			await house.settled();
			first.type();
			await until(() => first.isSaved && first.saves > 0, 20);

			const word = second.type();
			await until(
				() => second.closes.length > 0,
				20,
				() => other.said
			);
			expect(other.said).toContain('live-fenced');
			expect((await other.stats()).fenced).toBe(1);
			expect((await house.process.stats()).fenced).toBe(0);
			expect(first.closes).toEqual([]);
			// It comes back by itself, to what is stored, and brings the word that was refused.
			await until(() => word.isSaved && readsAll(second), 20);
			await together(pair);
			await expectNothingLost(house, 'F8 one word each', {});
		},
		within(60, 60, 60)
	);

	const seconds = dose(4, 20, 120);
	test(
		`F8: for ${seconds} s two processes both write, and nothing that was said saved is lost or doubled`,
		async () => {
			const pair = await openPair(2);
			const { house, other, url } = pair;
			for (let n = 0; n < 4; n++) house.join(n, n % 4 < 2 ? house.url : url);
			await house.settled();
			// Slower than they come back, or neither would ever know what the other has written.
			const stop = keepWriting(house.editors, 150);
			await pause(seconds * 1000);
			stop();
			const fences = (await house.process.stats()).fenced + (await other.stats()).fenced;
			expect(fences).toBeGreaterThan(1);
			await together(pair);
			await expectNothingLost(house, 'F8 two processes', { seconds, fences });
		},
		within(180, 240, 600)
	);
} else {
	test(
		'F26: a second process does not open an embedded database that is open, and disturbs nobody',
		async () => {
			const house = await openHouse({ documents: 1, people: 2 });
			onTestFinished(() => house.close());
			const editors = [house.join(0), house.join(1)];
			await house.settled();
			const stop = keepWriting(editors);
			const other = new LiveProcess({ ...house.process.config, port: await findFreePort() });
			onTestFinished(() => other.kill());
			await expect(other.start()).rejects.toThrow(String(house.process.pid));
			expect(other.isRunning).toBe(false);
			stop();
			await house.settled();
			expect(editors.flatMap(({ closes }) => closes)).toEqual([]);
			await expectNothingLost(house, 'F26 opened twice', {});
		},
		within(60, 60, 60)
	);
}
