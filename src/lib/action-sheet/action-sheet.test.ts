import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '#lib/ui/format.ts';
import {
	canStep,
	needsDecision,
	nextSheetStates,
	proposeCode,
	SHEET_STATES
} from './action-sheet.ts';
import { completenessOf, missingFor, type SheetFacts } from './completeness.ts';
import { linesOf, readDetails } from './details.ts';
import { fundingTotals, isPending, parseEuros, totalsByYear, typedEuros } from './money.ts';

describe('amounts as typed', () => {
	test.each([
		['18 000', 1_800_000],
		['18\u202f000,50 €', 1_800_050],
		['18\u00a0000\u00a0€', 1_800_000],
		['18.000', 1_800_000],
		['18.000,5', 1_800_050],
		['18000.05', 1_800_005],
		['0', 0],
		['12 euros', 1200],
		['', null],
		['   ', null]
	])('« %s » is %s cents', (typed, cents) => {
		expect(parseEuros(typed)).toBe(cents);
	});

	test.each(['beaucoup', '-5', '12,345', '1,2,3', '€', '18 k€', '99999999999', '1e5'])(
		'« %s » is no amount',
		(typed) => {
			expect(parseEuros(typed)).toBeUndefined();
		}
	);

	test('what is written or typed again reads as the same amount', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (cents) => {
				expect(parseEuros(typedEuros(cents))).toBe(cents);
				expect(parseEuros(formatMoney(cents, 'fr'))).toBe(cents);
			})
		);
		expect(typedEuros(null)).toBe('');
	});
});

describe('totals', () => {
	const line = (requested: number | null, granted: number | null, year = 2026) => ({
		year,
		requestedCents: requested,
		grantedCents: granted,
		spentCents: null
	});

	test('unknown is not zero', () => {
		expect(fundingTotals([])).toEqual({
			requestedCents: null,
			grantedCents: null,
			spentCents: null,
			pending: 0
		});
		expect(fundingTotals([line(100, null), line(50, 0)])).toEqual({
			requestedCents: 150,
			grantedCents: 0,
			spentCents: null,
			pending: 1
		});
	});

	test('a refusal is not a pending line', () => {
		expect(isPending(line(100, 0))).toBe(false);
		expect(isPending(line(100, null))).toBe(true);
		expect(isPending(line(null, null))).toBe(false);
	});

	test('years come in order, each with its own sums', () => {
		const years = totalsByYear([line(1, 1, 2027), line(2, 2, 2026), line(4, null, 2027)]);
		expect(years.map(({ year, requestedCents }) => [year, requestedCents])).toEqual([
			[2026, 2],
			[2027, 5]
		]);
	});
});

describe('states', () => {
	test('a sheet goes forward by one step and back by one', () => {
		expect(canStep('DRAFT', 'IN_REVIEW')).toBe(true);
		expect(canStep('DRAFT', 'COMPLETE')).toBe(false);
		expect(canStep('COMPLETE', 'IN_REVIEW')).toBe(true);
	});

	test('a signed sheet goes nowhere', () => {
		expect(nextSheetStates('SIGNED')).toEqual([]);
	});

	test('every state but the first is reached from another', () => {
		for (const state of SHEET_STATES) {
			expect(SHEET_STATES.some((from) => canStep(from, state))).toBe(true);
		}
	});

	test('only arbitration and signature need a body', () => {
		expect(SHEET_STATES.filter(needsDecision)).toEqual(['ARBITRATED', 'SIGNED']);
	});
});

describe('codes', () => {
	test('a sheet takes the figures of its objective, then the next free number', () => {
		expect(proposeCode('OO1.2.1', [])).toBe('FA-1.2.1');
		expect(proposeCode('OO1.2.1', ['FA-1.2.1'])).toBe('FA-1.2.1-2');
		expect(proposeCode('OO1.2.1', ['FA-1.2.1', 'FA-1.2.1-2'])).toBe('FA-1.2.1-3');
		expect(proposeCode('Axe', [])).toBe('FA-Axe');
	});
});

describe('completeness', () => {
	const empty: SheetFacts = {
		plainSummary: '',
		leadOrganisationId: null,
		leadLabel: '',
		objectiveCount: 0,
		descriptionLength: 0,
		indicators: [],
		fundingLines: [],
		details: readDetails({})
	};
	const full: SheetFacts = {
		plainSummary: 'Un bus.',
		leadOrganisationId: null,
		leadLabel: 'CPTS',
		objectiveCount: 1,
		descriptionLength: 40,
		indicators: [{ baseline: '' }, { baseline: '0' }],
		fundingLines: [{ funder: 'ARS' }],
		details: readDetails({
			equity: { universalOffer: 'tous', trap: 'en ligne', countermeasure: 'téléphone' },
			calendar: ['06/2026 lancement'],
			priorityIds: ['p']
		})
	};

	test('an empty sheet lacks everything and may still be a draft', () => {
		expect(missingFor('DRAFT', empty)).toEqual([]);
		expect(missingFor('COMPLETE', empty)).toEqual([
			'plainSummary',
			'objective',
			'description',
			'lead',
			'indicator',
			'baseline',
			'funder',
			'equity'
		]);
		expect(completenessOf(empty)).toMatchObject({ met: 0, total: 10 });
	});

	test('a full sheet lacks nothing', () => {
		expect(missingFor('SIGNED', full)).toEqual([]);
		expect(completenessOf(full)).toEqual({ missing: [], advised: [], met: 10, total: 10 });
	});

	test('an indicator without its starting value is not enough', () => {
		expect(missingFor('COMPLETE', { ...full, indicators: [{ baseline: '' }] })).toEqual([
			'baseline'
		]);
	});

	test('a calendar is advised, never required', () => {
		const sheet = { ...full, details: { ...full.details, calendar: [] } };
		expect(completenessOf(sheet)).toMatchObject({ missing: [], advised: ['calendar'] });
	});
});

describe('details', () => {
	test('what an older sheet does not hold is empty', () => {
		expect(readDetails({ means: '0,3 ETP' })).toMatchObject({
			means: '0,3 ETP',
			calendar: [],
			beneficiaries: null,
			equity: { trap: '' }
		});
	});

	test('what does not fit reads as empty rather than failing a page', () => {
		expect(readDetails({ calendar: 'x' }).calendar).toEqual([]);
		expect(readDetails(null).means).toBe('');
	});

	test('lists are typed one entry a line', () => {
		expect(linesOf('- un\n\n deux \n')).toEqual(['un', 'deux']);
	});
});
