import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	approvalResults,
	countApprovals,
	gradeResults,
	mayPublish,
	pollStage,
	shownColleges,
	type Tally
} from './poll.ts';

const options = ['a', 'b', 'c'];

describe('stage', () => {
	const dates = { opensAt: new Date('2026-11-01T00:00Z'), closesAt: new Date('2026-11-10T00:00Z') };

	test('a poll is open from its first instant and closed from its last', () => {
		expect(pollStage(dates, new Date('2026-10-31T23:59:59Z'))).toBe('coming');
		expect(pollStage(dates, dates.opensAt)).toBe('open');
		expect(pollStage(dates, new Date('2026-11-09T23:59:59Z'))).toBe('open');
		expect(pollStage(dates, dates.closesAt)).toBe('closed');
	});
});

describe('approval', () => {
	test('a ballot gives one voice to each of its options, once, and none to unknown ones', () => {
		const { tallies, turnout } = countApprovals(options, [
			{ college: 'resident', choices: ['a', 'a', 'z'] },
			{ college: 'resident', choices: ['a', 'b'] },
			{ college: 'elected', choices: ['c'] }
		]);
		expect(turnout).toEqual(
			new Map([
				['resident', 2],
				['elected', 1]
			])
		);
		expect(tallies).toContainEqual({ optionId: 'a', college: 'resident', grade: 0, count: 2 });
		expect(tallies).toContainEqual({ optionId: 'c', college: 'elected', grade: 0, count: 1 });
	});

	test('the order of ballots changes nothing, and no voice is lost or made', () => {
		const ballot = fc.record({
			college: fc.constantFrom('resident', 'professional', 'elected'),
			choices: fc.uniqueArray(fc.constantFrom(...options))
		});
		fc.assert(
			fc.property(fc.array(ballot), (ballots) => {
				const counted = countApprovals(options, ballots);
				const again = countApprovals(options, [...ballots].reverse());
				const voices = counted.tallies.reduce((sum, { count }) => sum + count, 0);
				const sorted = (tallies: Tally[]) => tallies.map((tally) => JSON.stringify(tally)).sort();
				expect(voices).toBe(ballots.reduce((sum, { choices }) => sum + choices.length, 0));
				expect(sorted(again.tallies)).toEqual(sorted(counted.tallies));
			})
		);
	});

	test('a college under the threshold is in the total and not shown apart', () => {
		const { tallies, turnout } = countApprovals(options, [
			...Array.from({ length: 6 }, () => ({ college: 'resident', choices: ['b'] })),
			...Array.from({ length: 3 }, () => ({ college: 'professional', choices: ['a'] })),
			...Array.from({ length: 2 }, () => ({ college: 'elected', choices: ['b', 'c'] }))
		]);
		const [first] = approvalResults(options, tallies, turnout, 5);
		expect(first).toEqual({
			optionId: 'b',
			total: 8,
			byCollege: { resident: 6, professional: null, elected: null }
		});
	});

	test('what is left over is never few enough to be worked out from the total', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 12 })),
				fc.integer({ min: 1, max: 8 }),
				(voters, threshold) => {
					const turnout = new Map(Object.entries(voters));
					const shown = shownColleges(turnout, threshold);
					const left = [...turnout].filter(([college]) => !shown.has(college));
					const leftOver = left.reduce((sum, [, count]) => sum + count, 0);
					expect(shown.size === 0 || leftOver === 0 || leftOver >= threshold).toBe(true);
					for (const college of shown)
						expect(turnout.get(college)).toBeGreaterThanOrEqual(threshold);
				}
			)
		);
	});
});

test('a vote of fewer people than the threshold publishes nothing', () => {
	expect(
		mayPublish(
			new Map([
				['resident', 3],
				['elected', 1]
			]),
			5
		)
	).toBe(false);
	expect(
		mayPublish(
			new Map([
				['resident', 3],
				['elected', 2]
			]),
			5
		)
	).toBe(true);
	expect(mayPublish(new Map(), 5)).toBe(true);
});

describe('majority judgement', () => {
	/** The vote of October 2025: residents 40 %, professionals 35 %, elected 25 %. */
	const weights = new Map([
		['resident', 40],
		['professional', 35],
		['elected', 25]
	]);
	const grades = (optionId: string, rows: number[][]): Tally[] =>
		rows.flatMap((row, college) =>
			row.map((count, grade) => ({
				optionId,
				college: [...weights.keys()][college] ?? '',
				grade,
				count
			}))
		);
	const centre = grades('centre', [
		[78, 40, 15, 6, 3],
		[24, 19, 9, 4, 2],
		[9, 7, 3, 1, 1]
	]);
	const benches = grades('benches', [
		[40, 44, 36, 18, 4],
		[6, 14, 22, 12, 4],
		[2, 5, 8, 5, 1]
	]);

	test('finds the published shares above and below the majority grade', () => {
		const [first, second] = gradeResults(['benches', 'centre'], [...centre, ...benches], weights);
		expect(first?.optionId).toBe('centre');
		expect(first?.majority).toBe(1);
		expect((first?.above ?? 0) * 100).toBeCloseTo(47.2, 1);
		expect((first?.below ?? 0) * 100).toBeCloseTo(21.8, 1);
		expect(second?.majority).toBe(2);
		expect((second?.above ?? 0) * 100).toBeCloseTo(44.1, 1);
		expect((second?.below ?? 0) * 100).toBeCloseTo(23.0, 1);
	});

	test('shares of a graded option always add up to one', () => {
		const row = fc.array(fc.nat(50), { minLength: 5, maxLength: 5 });
		fc.assert(
			fc.property(fc.array(row, { minLength: 3, maxLength: 3 }), (rows) => {
				fc.pre(rows.flat().some((count) => count > 0));
				const [only] = gradeResults(['x'], grades('x', rows), weights);
				expect((only?.shares ?? []).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
			})
		);
	});
});
