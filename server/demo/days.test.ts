import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, fillDates, instantAt } from './days.ts';

const paris = 'Europe/Paris';
const now = new Date('2026-11-22T23:30:00Z');

describe('days counted from the day of loading', () => {
	it('begin at the local day, not at the day in UTC', () => {
		expect(dayAt(now, 0, paris)).toBe('2026-11-23');
		expect(dayAt(now, 0, 'UTC')).toBe('2026-11-22');
	});

	it('lie as far apart as their offsets', () => {
		fc.assert(
			fc.property(fc.integer({ min: -3000, max: 3000 }), (offset) => {
				const from = Date.parse(dayAt(now, 0, paris));
				expect((Date.parse(dayAt(now, offset, paris)) - from) / 86_400_000).toBe(offset);
			})
		);
	});

	it('give instants of local time in winter and in summer', () => {
		const noon = new Date('2026-11-22T12:00:00Z');
		expect(instantAt(noon, 0, 14 * 60, paris).toISOString()).toBe('2026-11-22T13:00:00.000Z');
		expect(instantAt(noon, -120, 14 * 60, paris).toISOString()).toBe('2026-07-25T12:00:00.000Z');
	});

	it('become words in sentences', () => {
		const noon = new Date('2026-11-22T12:00:00Z');
		expect(fillDates('le {day:-353}, en {month:-2}, vers {year:215}', noon, paris)).toBe(
			'le 4\u00a0décembre\u00a02025, en novembre 2026, vers 2027'
		);
		expect(fillDates('le {day:9}', noon, paris)).toBe('le 1er\u00a0décembre\u00a02026');
	});
});
