// `npm run fuzz`: 10,000 runs of the structural fuzz on our one text, and the same hands on
// y-prosemirror's tree beside it, then as many of two or three people who write at one place. `npm run fuzz -- 500` plays 500. Writes test-results/fuzz.json and fuzz.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { writeAtOnePlace, type Mixed } from './one-place.ts';
import { OneTextWriter } from './one-text-writer.ts';
import { fuzz, sum, type Course, type Damage, type MakeWriter } from './structural-fuzz.ts';
import { TreeWriter } from './tree-writer.ts';

const runs = Number(process.argv[2] ?? 10_000);
const folder = join(import.meta.dirname, '..', '..', 'test-results');
const models: { name: string; make: MakeWriter; runs: number }[] = [
	{ name: 'one text (Parvis)', make: (id, update) => new OneTextWriter(id, update), runs },
	{
		name: 'tree (y-prosemirror 1.3.7)',
		make: (id, update) => new TreeWriter(id, update),
		// Enough to know it by.
		runs: Math.min(runs, 1000)
	}
];
const courses: Course[] = ['structure', 'everything'];

interface Line extends Damage {
	model: string;
	course: Course;
	runs: number;
	damagedRuns: number;
	failedSeeds: number[];
	seconds: number;
}

const lines: Line[] = [];
for (const { name, make, runs: count } of models) {
	for (const course of courses) lines.push(play(name, make, course, count));
}

const atOnePlace = playAtOnePlace(runs);

const table = [
	`Structural fuzz, ${new Date().toISOString()}, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
	'',
	'Three people, 60 acts a run. « structure »: typing, splits, joins, headings, lists, indents, bold, pastes, delays and',
	'offline spells; « everything »: deletions, moves and undo too.',
	'',
	'| model | acts | runs | letters | lost | duplicated | by moves or undo | wrong authors | anchors lost | runs damaged |',
	'|---|---|---|---|---|---|---|---|---|---|',
	...lines.map((line) =>
		[
			'',
			...[line.model, line.course, line.runs, line.typed],
			...[line.lost, line.duplicated, line.duplicatedByMoves, line.wrongAuthors].map(
				(count) => `${count} (${share(count, line.typed)})`
			),
			`${line.anchorsLost} of ${line.anchors}`,
			line.damagedRuns,
			''
		]
			.join(' | ')
			.trim()
	),
	'',
	`At one place: in ${runs} runs of two or three people who typed ${atOnePlace.typed} letters there, ${atOnePlace.lost} lost, ` +
		`${atOnePlace.mixed} people with letters of others among theirs, ${atOnePlace.diverged} texts that differ.`,
	''
].join('\n');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'fuzz.json'), `${JSON.stringify({ lines, atOnePlace }, null, '\t')}\n`);
writeFileSync(join(folder, 'fuzz.md'), table);
process.stdout.write(`${table}\n`);
const ours = lines.filter(({ model }) => model === models[0]?.name);
const isMixed = atOnePlace.lost + atOnePlace.mixed + atOnePlace.diverged > 0;
const isDamaged = ours.some((line) => line.damagedRuns > 0 || line.failedSeeds.length > 0);
process.exit(isDamaged || isMixed ? 1 : 0);

function playAtOnePlace(count: number): Mixed {
	const all: Mixed = { typed: 0, lost: 0, mixed: 0, diverged: 0 };
	for (let seed = 1; seed <= count; seed++) {
		const one = writeAtOnePlace(seed);
		for (const name of ['typed', 'lost', 'mixed', 'diverged'] as const) all[name] += one[name];
	}
	return all;
}

function play(model: string, make: MakeWriter, course: Course, count: number): Line {
	const began = performance.now();
	const damages: Damage[] = [];
	const failedSeeds: number[] = [];
	for (let seed = 1; seed <= count; seed++) {
		try {
			damages.push(fuzz(seed, make, course));
		} catch (error) {
			failedSeeds.push(seed);
			process.stderr.write(`${model}, ${course}, seed ${seed}: ${String(error)}\n`);
		}
	}
	const damagedRuns = damages.filter(
		(one) => one.lost + one.duplicated + one.wrongAuthors + one.anchorsLost + one.diverged > 0
	).length;
	const seconds = Math.round((performance.now() - began) / 1000);
	return { model, course, runs: count, ...sum(damages), damagedRuns, failedSeeds, seconds };
}

function share(count: number, of: number): string {
	return `${((100 * count) / of).toFixed(1)} %`;
}
