import { expect, it } from 'vitest';
import { ADMISSIONS, entryOffer } from './body.ts';

it.each([
	['open', 'outside', 'join'],
	['open', 'applied', 'join'],
	['open', 'active', 'member'],
	['application', 'outside', 'apply'],
	['application', 'applied', 'wait'],
	['application', 'refused', 'apply'],
	['lot', 'outside', 'explain'],
	['invitation', 'refused', 'explain'],
	['invitation', 'active', 'member']
] as const)('a body of admission %s offers to someone %s: %s', (admission, standing, offer) => {
	expect(entryOffer({ admission, public: true }, standing)).toBe(offer);
});

it('never offers a way into a body that is not public', () => {
	expect(
		ADMISSIONS.map((admission) => entryOffer({ admission, public: false }, 'outside'))
	).toEqual(ADMISSIONS.map(() => 'explain'));
});
