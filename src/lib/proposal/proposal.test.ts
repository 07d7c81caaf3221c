import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	canBecome,
	firstStateOf,
	isPublic,
	isRewritten,
	isToRead,
	originalOf,
	summaryOf
} from './proposal.ts';
import { readProposalFilter, writeProposalFilter } from './proposal-list.ts';

describe('what is sent', () => {
	it('is read before publication when it is a testimony or a first contribution', () => {
		expect(firstStateOf({ trusted: false, kind: 'idea' })).toBe('RECEIVED');
		expect(firstStateOf({ trusted: true, kind: 'testimony' })).toBe('RECEIVED');
		expect(firstStateOf({ trusted: true, kind: 'idea' })).toBe('PUBLISHED');
	});

	it('goes back to its author, elsewhere or public, but never from withdrawn', () => {
		expect(canBecome('RECEIVED', 'RETURNED')).toBe(true);
		expect(canBecome('HELD_PRIVACY', 'PUBLISHED')).toBe(true);
		expect(canBecome('RECEIVED', 'RETAINED')).toBe(false);
		expect(canBecome('WITHDRAWN', 'PUBLISHED')).toBe(false);
	});

	it('is public or to read, never both', () => {
		for (const state of [
			'RECEIVED',
			'RETURNED',
			'HELD_PRIVACY',
			'PUBLISHED',
			'REJECTED'
		] as const) {
			expect(isPublic(state)).toBe(!isToRead(state));
		}
	});
});

describe('the words of a proposal', () => {
	const words = { title: 'Un bus', what: 'Le jeudi', forWhom: '', location: 'Lestrac' };

	it('are kept apart as one text when others are published', () => {
		expect(isRewritten(words, { ...words, what: 'Le jeudi ' })).toBe(false);
		expect(isRewritten(words, { ...words, location: '' })).toBe(true);
		expect(originalOf(words)).toBe('Un bus\n\nLe jeudi\n\nLestrac');
	});

	it('are summed up by their first whole words, never longer than asked', () => {
		expect(summaryOf('Court.')).toBe('Court.');
		expect(summaryOf('un deux trois quatre', 12)).toBe('un deux…');
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', maxLength: 400 }),
				fc.integer({ min: 5, max: 60 }),
				(text, max) => {
					expect(summaryOf(text, max).length).toBeLessThanOrEqual(max);
				}
			)
		);
	});
});

describe('the filter of the list', () => {
	it('is read from its own address as it was written', () => {
		const id = '0190b8a0-1111-7abc-8def-0123456789ab';
		const filter = readProposalFilter(
			new URLSearchParams({
				vue: 'reponses',
				tri: 'soutenues',
				q: 'bus  du jeudi',
				axe: id,
				etat: 'RETAINED',
				apres: `12_${id}`
			})
		);
		expect(filter).toMatchObject({
			tab: 'answered',
			sort: 'supported',
			search: 'bus du jeudi',
			axisId: id
		});
		expect(filter.after).toEqual({ value: 12, id });
		expect(readProposalFilter(new URLSearchParams(writeProposalFilter(filter)))).toEqual(filter);
	});

	it('keeps every fair order exactly', () => {
		const id = '0190b8a0-1111-7abc-8def-0123456789ab';
		const whole = readProposalFilter(new URLSearchParams());
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
				const address = writeProposalFilter({ ...whole, after: { value, id } });
				expect(readProposalFilter(new URLSearchParams(address)).after?.value).toBe(value + 0);
			})
		);
	});

	it('takes what does not fit as not asked', () => {
		const filter = readProposalFilter(
			new URLSearchParams({
				vue: 'x',
				tri: '; drop table',
				axe: '1',
				etat: 'RECEIVED',
				apres: 'NaN_x'
			})
		);
		expect(filter).toEqual(readProposalFilter(new URLSearchParams()));
	});
});
