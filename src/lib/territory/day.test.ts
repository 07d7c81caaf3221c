import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, endOfDay, isTimeZone, lastDayBefore, startOfDay } from './day.ts';

const PARIS = 'Europe/Paris';

describe('deadlines', () => {
	it.each([
		['2027-01-15', PARIS, '2027-01-15T23:00:00.000Z'],
		['2027-07-15', PARIS, '2027-07-15T22:00:00.000Z'],
		['2026-03-28', PARIS, '2026-03-28T23:00:00.000Z'],
		// Clocks go forward on the 29th: 23 hours.
		['2026-03-29', PARIS, '2026-03-29T22:00:00.000Z'],
		// Clocks go back on the 25th: 25 hours.
		['2026-10-25', PARIS, '2026-10-25T23:00:00.000Z'],
		['2026-10-24', PARIS, '2026-10-24T22:00:00.000Z'],
		['2026-12-31', 'Pacific/Noumea', '2026-12-31T13:00:00.000Z'],
		['2026-12-31', 'America/Cayenne', '2027-01-01T03:00:00.000Z']
	])('end with the day %s in %s', (day, zone, instant) => {
		expect(endOfDay(day, zone).toISOString()).toBe(instant);
	});

	it('begin at the first instant of a day whose midnight does not exist', () => {
		expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe(
			'2018-11-04T03:00:00.000Z'
		);
	});

	it('last 23 hours in spring and 25 in autumn', () => {
		const hours = (day: string) =>
			(endOfDay(day, PARIS).getTime() - startOfDay(day, PARIS).getTime()) / 3_600_000;
		expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24]);
	});

	it('give back the day that was chosen', () => {
		const zones = fc.constantFrom(
			PARIS,
			'America/Cayenne',
			'Indian/Reunion',
			'Pacific/Noumea',
			'Pacific/Tahiti',
			'America/Miquelon'
		);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 36_500 }), zones, (days, zone) => {
				const day = addDays('1990-01-01', days);
				expect(lastDayBefore(endOfDay(day, zone), zone)).toBe(day);
				expect(dayOf(startOfDay(day, zone), zone)).toBe(day);
				expect(dayOf(new Date(startOfDay(day, zone).getTime() - 1), zone)).toBe(addDays(day, -1));
			})
		);
	});
});

describe('time zones', () => {
	it('are known by their name', () => {
		expect(isTimeZone(PARIS)).toBe(true);
		expect(isTimeZone('Europe/Montferrac')).toBe(false);
	});
});
