import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	FOLLOW_NUMBER_BYTES,
	makeFollowNumber,
	prefixOf,
	readFollowNumber
} from './follow-number.ts';

const bytes = fc.uint8Array({ minLength: FOLLOW_NUMBER_BYTES, maxLength: FOLLOW_NUMBER_BYTES });
const number = bytes.map((random) => makeFollowNumber('VO', random));

describe('a follow number', () => {
	it('is written in two groups after the letters of the territory', () => {
		fc.assert(
			fc.property(number, (made) => {
				expect(made).toMatch(
					/^VO-[2346789ACDEFGHJKMNPQRTVWXY]{4}-[2346789ACDEFGHJKMNPQRTVWXY]{4}$/
				);
			})
		);
	});

	it('is read back whatever the case, the blanks and the dashes', () => {
		fc.assert(
			fc.property(number, (made) => {
				expect(readFollowNumber(made)).toBe(made);
				expect(readFollowNumber(` ${made.toLowerCase().replaceAll('-', ' ')} `)).toBe(made);
				expect(readFollowNumber(made.replaceAll('-', ''))).toBe(made);
			})
		);
	});

	it('is refused when any one character is wrong', () => {
		fc.assert(
			fc.property(
				number,
				fc.integer({ min: 3, max: 11 }).filter((index) => index !== 7),
				fc.constantFrom(...'2346789ACDEFGHJKMNPQRTVWXY'),
				(made, index, other) => {
					fc.pre(made[index] !== other);
					expect(readFollowNumber(made.slice(0, index) + other + made.slice(index + 1))).toBeNull();
				}
			)
		);
	});

	it('is refused when it is anything else', () => {
		for (const typed of [
			'',
			'VO',
			'VO-7K4M',
			'<script>',
			'💥',
			'VO-0000-0000',
			'x'.repeat(100_000)
		]) {
			expect(readFollowNumber(typed)).toBeNull();
		}
	});
});

describe('the letters of a territory', () => {
	it.each([
		['Val d’Orsente', 'VO'],
		['Pays d’essai', 'PE'],
		['Île-de-Ré', 'IL'],
		['Lyon', 'LY'],
		['Communauté de communes du Haut Médoc', 'CM'],
		['', 'PA']
	])('%s gives %s', (name, letters) => {
		expect(prefixOf(name)).toBe(letters);
	});
});
