import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { toDelta, type Change } from '../delta.ts';
import { changeAfter, HeldChanges, touches } from './held-changes.ts';

const START = 'Un bus passe le soir';

/** A change of a text of that length. */
const anyChange = (length: number): fc.Arbitrary<Change[]> =>
	fc
		.array(
			fc.record({
				kind: fc.constantFrom('retain', 'insert', 'delete', 'bold'),
				count: fc.integer({ min: 1, max: 5 })
			}),
			{ maxLength: 6 }
		)
		.map((parts) => {
			let left = length;
			return parts.flatMap(({ kind, count }): Change[] => {
				if (kind === 'insert') return [{ insert: 'xyzuv'.slice(0, count), attributes: {} }];
				const taken = Math.min(count, left);
				left -= taken;
				if (taken === 0) return [];
				if (kind === 'delete') return [{ delete: taken }];
				return [{ retain: taken, ...(kind === 'bold' && { attributes: { strong: taken } }) }];
			});
		});

function applied(...list: readonly (readonly Change[])[]): unknown {
	const text = new Y.Doc().getText('body');
	text.insert(0, START);
	for (const changes of list) text.applyDelta([...changes]);
	// Letter by letter: Yjs may part letters that are alike.
	return toDelta(text.toDelta()).flatMap(({ insert, attributes }) =>
		[...insert].map((letter) => [letter, attributes?.['strong'] ?? null])
	);
}

test('two changes of one text lead to the same text, whichever comes first', () => {
	fc.assert(
		fc.property(anyChange(START.length), anyChange(START.length), (one, other) => {
			expect(applied(one, changeAfter(other, one, false))).toEqual(
				applied(other, changeAfter(one, other, true))
			);
		}),
		{ numRuns: 1000 }
	);
});

test('what is held stays what it was, whatever is written meanwhile', () => {
	const held = new HeldChanges();
	held.add([{ insert: 'Ici, ' }]);
	held.add([{ retain: 5 }, { retain: 2, attributes: { strong: true } }]);
	expect(held.growth).toBe(5);
	expect(held.pass([{ retain: 2 }, { insert: 's' }])).toEqual([
		{ retain: 5 },
		{ retain: 2 },
		{ insert: 's' }
	]);
	expect(held.pass([{ delete: 1 }])).toEqual([{ retain: 5 }, { delete: 1 }]);
	expect(held.take()).toEqual([
		[{ insert: 'Ici, ' }],
		[{ retain: 5 }, { retain: 1, attributes: { strong: true } }]
	]);
	expect(held.isEmpty).toBe(true);
});

test('a change touches the places where it writes, takes away or formats', () => {
	expect(touches([{ retain: 4 }, { insert: 'x' }], 4, 9)).toBe(true);
	expect(touches([{ retain: 10 }, { insert: 'x' }], 4, 9)).toBe(false);
	expect(touches([{ retain: 2 }, { delete: 3 }], 4, 9)).toBe(true);
	expect(touches([{ retain: 12 }, { delete: 3 }], 4, 9)).toBe(false);
	expect(touches([{ retain: 20, attributes: { strong: true } }], 4, 9)).toBe(true);
	expect(touches([{ retain: 20 }], 4, 9)).toBe(false);
});
