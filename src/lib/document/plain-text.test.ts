import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDelta } from './delta-arbitraries.ts';
import { fromPlainText, toPlainText } from './plain-text.ts';

test('plain text keeps lists, numbers and quotations', () => {
	const plain = 'Pour qui\n- jeunes\n  - de 15 ans\n1. appeler\n2. venir\n> dit un habitant';
	expect(toPlainText(fromPlainText(plain))).toBe(plain);
});

test('a text typed in a plain field reads the same once stored', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
			const once = toPlainText(fromPlainText(typed));
			expect(toPlainText(fromPlainText(once))).toBe(once);
		})
	);
	fc.assert(
		fc.property(anyDelta, (delta) => {
			const once = toPlainText(fromPlainText(toPlainText(delta)));
			expect(toPlainText(fromPlainText(once))).toBe(once);
		})
	);
});

test('control characters are dropped and an empty text is one empty line', () => {
	expect(fromPlainText('a\u0000b\u0007')[0]).toEqual({ insert: 'ab', attributes: {} });
	expect(fromPlainText(' \n\r\n')).toEqual([{ insert: '\n', attributes: {} }]);
});
