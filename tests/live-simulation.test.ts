import { expect, test } from 'vitest';
import { simulate } from '#server/collaboration/simulator/simulation.ts';

const SEEDS = 200;

test(`${SEEDS} seeds lose nothing acknowledged, double nothing and name every author`, async () => {
	let saved = 0;
	let crashes = 0;
	for (let seed = 1; seed <= SEEDS; seed++) {
		const outcome = await simulate(seed);
		saved += outcome.saved;
		crashes += outcome.crashes;
	}
	// A simulation in which nothing happens proves nothing.
	expect(saved).toBeGreaterThan(SEEDS);
	expect(crashes).toBeGreaterThan(SEEDS);
}, 180_000);

test('a seed plays the same twice', async () => {
	expect(await simulate(7)).toEqual(await simulate(7));
});

test('a store that says saved what it did not write is found out', async () => {
	let found = 0;
	for (let seed = 1; seed <= 5; seed++) {
		await simulate(seed, { lies: 0.2 }).catch((error: unknown) => {
			found++;
			expect(String(error)).toMatch(/seed \d+, at \d+ ms/);
		});
	}
	expect(found).toBe(5);
});

// Seeds that failed once. Each keeps the name of what it found.
test('the server does not tidy formats in nobody’s name (seed 471)', async () => {
	await expect(simulate(471)).resolves.toMatchObject({ seed: 471 });
});

test('what somebody says again is not put down under their name (seed 2528)', async () => {
	await expect(simulate(2528)).resolves.toMatchObject({ seed: 2528 });
});
