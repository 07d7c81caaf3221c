import { expect, test } from 'vitest';
import { writeAtOnePlace } from './fuzz/one-place.ts';
import { OneTextWriter } from './fuzz/one-text-writer.ts';
import { fuzz, sum, type Course } from './fuzz/structural-fuzz.ts';

const RUNS = 150;
const make = (clientId: number, update?: Uint8Array) => new OneTextWriter(clientId, update);

function play(course: Course) {
	return sum(Array.from({ length: RUNS }, (_, seed) => fuzz(seed + 1, make, course)));
}

test(`${RUNS} runs: three who change the structure of a text lose and double no letter of it`, () => {
	const damage = play('structure');
	expect(damage).toMatchObject({ lost: 0, duplicated: 0, duplicatedByMoves: 0 });
	expect(damage).toMatchObject({ wrongAuthors: 0, anchorsLost: 0, diverged: 0 });
	expect(damage.typed).toBeGreaterThan(RUNS * 30);
	expect(damage.anchors).toBeGreaterThan(RUNS);
}, 120_000);

test(`${RUNS} runs: with deletions, moves and undo too, only what two moved or restored stands twice`, () => {
	const damage = play('everything');
	expect(damage).toMatchObject({ lost: 0, duplicated: 0 });
	expect(damage).toMatchObject({ wrongAuthors: 0, anchorsLost: 0, diverged: 0 });
	expect(damage.typed).toBeGreaterThan(RUNS * 30);
}, 120_000);

test('the damage of others is counted: a writer who loses what comes from elsewhere is found out', () => {
	class Forgetful extends OneTextWriter {
		override authors(): [string, number][] {
			return super.authors().filter(([letter]) => letter !== '一');
		}
	}
	const damage = fuzz(1, (clientId, update) => new Forgetful(clientId, update), 'structure');
	expect(damage.lost).toBe(1);
});

test('1000 runs: what two or three people write at one place stays together, each one’s words', () => {
	const mixed: number[] = [];
	for (let seed = 1; seed <= 1000; seed++) {
		const damage = writeAtOnePlace(seed);
		expect(damage, `seed ${seed}`).toMatchObject({ lost: 0, diverged: 0 });
		if (damage.mixed > 0) mixed.push(seed);
	}
	expect(mixed).toEqual([]);
}, 60_000);
