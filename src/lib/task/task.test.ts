import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	durationOf,
	inOrder,
	isLate,
	minutesOf,
	pathOf,
	TASK_KINDS,
	type Task,
	type TaskKind
} from './task.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const task = (kind: TaskKind, days: number | null = null, count = 1): Task => ({
	kind,
	count,
	subjectId: null,
	dueAt: days === null ? null : inDays(days)
});
const kinds = (tasks: Task[]) => inOrder(tasks, NOW).map(({ kind }) => kind);

describe('what comes first', () => {
	test('what is late, then what presses, then the rest', () => {
		expect(
			kinds([task('read-contributions'), task('vote', 10), task('prepare-answers', -2)])
		).toEqual(['prepare-answers', 'vote', 'read-contributions']);
	});

	test('a far deadline presses nobody', () => {
		expect(kinds([task('prepare-answers', 60), task('read-contributions')])).toEqual([
			'read-contributions',
			'prepare-answers'
		]);
	});

	test('what others wait for comes before what one may do', () => {
		expect(kinds([task('join-group'), task('revise-proposal')])).toEqual([
			'revise-proposal',
			'join-group'
		]);
	});

	test('lines that count nothing are not shown', () => {
		expect(kinds([task('vote', null, 0)])).toEqual([]);
	});

	test('the order does not depend on the order in which tasks come', () => {
		const any = fc.record({
			kind: fc.constantFrom(...TASK_KINDS),
			count: fc.constant(1),
			subjectId: fc.constant(null),
			dueAt: fc.option(fc.integer({ min: -40, max: 40 }).map(inDays))
		});
		fc.assert(
			fc.property(fc.uniqueArray(any, { selector: ({ kind }) => kind }), (tasks) => {
				expect(inOrder([...tasks].reverse(), NOW)).toEqual(inOrder(tasks, NOW));
			})
		);
	});
});

describe('minutes', () => {
	test('a line takes as long as all that it counts, what leaves at once excepted', () => {
		expect(minutesOf({ kind: 'prepare-answers', count: 3 })).toBe(30);
		expect(minutesOf({ kind: 'send-answers', count: 30 })).toBe(1);
	});

	test('past an hour a sum is rounded up to the quarter', () => {
		expect(durationOf(59)).toEqual({ hours: 0, minutes: 59 });
		expect(durationOf(61)).toEqual({ hours: 1, minutes: 15 });
		expect(durationOf(120)).toEqual({ hours: 2, minutes: 0 });
	});
});

test('a task past its day is late, one without a day never is', () => {
	expect(isLate(task('vote', -1), NOW)).toBe(true);
	expect(isLate(task('vote', 1), NOW)).toBe(false);
	expect(isLate(task('vote'), NOW)).toBe(false);
});

test('every kind leads somewhere, alone or together', () => {
	for (const kind of TASK_KINDS) {
		expect(pathOf({ kind, subjectId: null })).toMatch(/^\/[a-z]/);
		expect(pathOf({ kind, subjectId: 'x' })).toMatch(/^\/[a-z]/);
	}
});
