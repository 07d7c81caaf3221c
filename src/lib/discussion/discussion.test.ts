import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	buildThreads,
	MAX_DEPTH,
	placeAnswer,
	type CommentRow,
	type Thread
} from './discussion.ts';

function aComment(id: string, parentId: string | null, rest: Partial<CommentRow> = {}): CommentRow {
	return {
		id,
		parentId,
		depth: 0,
		personId: null,
		authorName: 'Camille',
		authorCollege: 'resident',
		body: id,
		state: 'published',
		hiddenReason: '',
		createdAt: new Date(0),
		...rest
	};
}

const idsOf = (threads: readonly Thread[]): string[] =>
	threads.flatMap(({ id, answers }) => [id, ...idsOf(answers)]);

describe('threads', () => {
	test('answers stand below what they answer, in order of time', () => {
		const threads = buildThreads([aComment('a', null), aComment('b', null), aComment('c', 'a')]);
		expect(idsOf(threads)).toEqual(['a', 'c', 'b']);
	});

	test('an answer whose parent is not there stands at the top', () => {
		expect(idsOf(buildThreads([aComment('c', 'gone')]))).toEqual(['c']);
	});

	test('a withdrawn comment stays only while it has answers', () => {
		const withdrawn = aComment('a', null, { state: 'withdrawn' });
		expect(idsOf(buildThreads([withdrawn]))).toEqual([]);
		expect(idsOf(buildThreads([withdrawn, aComment('b', 'a')]))).toEqual(['a', 'b']);
	});

	test('no published comment is ever lost or doubled', () => {
		const rows = fc
			.array(fc.nat(30), { maxLength: 40 })
			.map((parents) =>
				parents.map((parent, index) =>
					aComment(String(index), index > 0 && parent < index ? String(parent) : null)
				)
			);
		fc.assert(
			fc.property(rows, (comments) => {
				const ids = idsOf(buildThreads(comments));
				expect([...ids].sort()).toEqual(comments.map(({ id }) => id).sort());
			})
		);
	});

	test('an answer never goes deeper than the last level', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: MAX_DEPTH }), (depth) => {
				const place = placeAnswer({ id: 'x', parentId: 'p', depth });
				expect(place.depth).toBeLessThanOrEqual(MAX_DEPTH);
				expect(place.parentId).toBe(depth < MAX_DEPTH ? 'x' : 'p');
			})
		);
	});
});
