import { describe, expect, it } from 'vitest';
import {
	formatCount,
	formatDate,
	formatDateTime,
	formatLastDay,
	formatMoney,
	formatMonth,
	formatPlainDate,
	formatShare,
	formatShortDate,
	formatSpan,
	formatTime
} from './format.ts';

const narrow = '\u202f';
const noBreak = '\u00a0';
const evening = new Date('2026-12-03T16:30:00Z');

describe('numbers', () => {
	it('groups thousands with a narrow no-break space in French and a comma in English', () => {
		expect(formatCount(1084, 'fr')).toBe(`1${narrow}084`);
		expect(formatCount(1084, 'en')).toBe('1,084');
		expect(formatCount(0, 'fr')).toBe('0');
	});

	it('writes money from integer cents', () => {
		expect(formatMoney(1_800_000, 'fr')).toBe(`18${narrow}000${noBreak}€`);
		expect(formatMoney(1_800_000, 'en')).toBe('€18,000');
		expect(formatMoney(950, 'fr')).toBe(`9,50${noBreak}€`);
		expect(formatMoney(0, 'fr')).toBe(`0${noBreak}€`);
		expect(formatMoney(-12_000, 'fr')).toBe(`-120${noBreak}€`);
	});

	it('writes shares in whole percent', () => {
		expect(formatShare(72 / 86, 'fr')).toMatch(/^84[\u00a0\u202f]%$/);
		expect(formatShare(0.5, 'en')).toBe('50%');
	});
});

describe('dates', () => {
	it('writes the day in words', () => {
		expect(formatDate(evening, 'fr')).toBe('jeudi 3 décembre 2026');
		expect(formatDate(evening, 'en')).toMatch(/^Thursday,? 3 December 2026$/);
		expect(formatShortDate(evening, 'fr')).toBe('3 décembre 2026');
		expect(formatMonth(evening, 'fr')).toBe('décembre 2026');
	});

	it('says « 1er » for the first of the month, in French only', () => {
		const first = new Date('2027-01-01T12:00:00Z');
		expect(formatShortDate(first, 'fr')).toBe('1er janvier 2027');
		expect(formatShortDate(first, 'en')).toBe('1 January 2027');
		expect(formatShortDate(new Date('2027-01-11T12:00:00Z'), 'fr')).toBe('11 janvier 2027');
	});

	it('takes the day of the territory, not of the server', () => {
		const nearMidnight = new Date('2026-12-31T23:30:00Z');
		expect(formatShortDate(nearMidnight, 'fr')).toBe('1er janvier 2027');
		expect(formatShortDate(nearMidnight, 'fr', 'America/Martinique')).toBe('31 décembre 2026');
	});

	it('writes hours as French people read them', () => {
		expect(formatTime(evening, 'fr')).toBe(`17${noBreak}h${noBreak}30`);
		expect(formatTime(new Date('2026-12-03T08:00:00Z'), 'fr')).toBe(`9${noBreak}h`);
		expect(formatTime(new Date('2026-12-02T23:05:00Z'), 'fr')).toBe(`0${noBreak}h${noBreak}05`);
		expect(formatTime(evening, 'en')).toBe('17:30');
		expect(formatDateTime(evening, 'fr')).toBe(`jeudi 3 décembre 2026 à 17${noBreak}h${noBreak}30`);
	});

	it('shows the last included day of a period stored by the instant that ends it', () => {
		expect(formatLastDay(new Date('2027-01-15T23:00:00Z'), 'fr')).toBe('vendredi 15 janvier 2027');
	});

	it('writes a plain date without moving it', () => {
		expect(formatPlainDate('2026-03-12', 'fr')).toBe('jeudi 12 mars 2026');
	});
});

describe('spans', () => {
	const later = (minutes: number) => new Date(evening.getTime() + minutes * 60_000);

	it('says a day once, both where there are two, and a moment alone when it is no longer', () => {
		expect(formatSpan(evening, later(45), 'fr')).toBe(
			`jeudi 3 décembre 2026, de 17${noBreak}h${noBreak}30 à 18${noBreak}h${noBreak}15`
		);
		expect(formatSpan(evening, later(45), 'en')).toBe('Thursday, 3 December 2026, 17:30 to 18:15');
		expect(formatSpan(evening, later(0.2), 'fr')).toBe(formatDateTime(evening, 'fr'));
		expect(formatSpan(evening, later(8 * 60), 'fr')).toBe(
			`du ${formatDateTime(evening, 'fr')} au ${formatDateTime(later(8 * 60), 'fr')}`
		);
	});
});
