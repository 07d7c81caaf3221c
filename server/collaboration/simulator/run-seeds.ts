// node server/collaboration/simulator/run-seeds.ts FIRST COUNT: plays seeds one after the other, and
// prints what became of them as one line of JSON.
import { simulate } from './simulation.ts';

const first = Number(process.argv[2] ?? 1);
const count = Number(process.argv[3] ?? 200);
const totals = { seeds: 0, steps: 0, letters: 0, saved: 0, crashes: 0, reconnections: 0 };
const failures: { seed: number; reason: string }[] = [];
const began = performance.now();
for (let seed = first; seed < first + count; seed++) {
	try {
		const outcome = await simulate(seed);
		totals.steps += outcome.steps;
		totals.letters += outcome.letters;
		totals.saved += outcome.saved;
		totals.crashes += outcome.crashes;
		totals.reconnections += outcome.reconnections;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		failures.push({ seed, reason });
		process.stderr.write(`${reason}\n`);
	}
	totals.seeds++;
}
const seconds = Math.round((performance.now() - began) / 100) / 10;
process.stdout.write(`${JSON.stringify({ ...totals, failures, seconds })}\n`);
