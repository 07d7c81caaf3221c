/** Days of the demonstration, counted from the day it is loaded, in the territory's time zone. */
import { addDays, dayOf, startOfDay } from '#lib/territory/day.ts';

const MINUTE = 60_000;

/** The plain day (YYYY-MM-DD) that lies `offset` days after the day of `now`, so that the story stays recent. */
export function dayAt(now: Date, offset: number, timeZone: string): string {
	return addDays(dayOf(now, timeZone), offset);
}

/** The instant so many minutes after the day that lies `offset` days from the day of `now` begins. */
export function instantAt(now: Date, offset: number, minutes: number, timeZone: string): Date {
	return new Date(startOfDay(dayAt(now, offset, timeZone), timeZone).getTime() + minutes * MINUTE);
}

/**
 * Replaces `{day:-353}`, `{month:-2}` and `{year:215}` in the demonstration's sentences with the
 * date in French words.
 */
export function fillDates(text: string, now: Date, timeZone: string): string {
	return text.replace(/\{(day|month|year):(-?\d+)\}/g, (_, unit: string, offset: string) =>
		inWords(dayAt(now, Number(offset), timeZone), unit)
	);
}

/** Applies `fillDates` to every sentence inside a value, whatever its depth. */
export function datedIn(value: unknown, now: Date, timeZone: string): unknown {
	if (typeof value === 'string') return fillDates(value, now, timeZone);
	if (Array.isArray(value)) return value.map((item) => datedIn(item, now, timeZone));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, datedIn(inner, now, timeZone)])
	);
}

function inWords(day: string, unit: string): string {
	const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
	if (unit !== 'year') options.month = 'long';
	if (unit === 'day') options.day = 'numeric';
	const words = new Intl.DateTimeFormat('fr-FR', options).format(new Date(`${day}T00:00:00Z`));
	return unit === 'day' ? words.replace(/^1 /, '1er ').replaceAll(' ', '\u00a0') : words;
}
