import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

it('is the same for the same values, whatever the order of the fields', () => {
	expect(fingerprint({ title: 'Été', day: null })).toBe(fingerprint({ day: null, title: 'Été' }));
});

it('changes with any letter', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (a, b) => {
			fc.pre(a !== b);
			expect(fingerprint({ title: a })).not.toBe(fingerprint({ title: b }));
		})
	);
});
