/** Days of the demonstration, counted from the day it is loaded, in the territory's time zone. */

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The plain day (YYYY-MM-DD) that lies `offset` days after the day of `now` in this time zone, so
 * that the story of the demonstration is always recent.
 */
export function dayAt(now: Date, offset: number, timeZone: string): string {
	const today = partsIn(now, timeZone);
	const shifted = new Date(Date.UTC(today.year, today.month - 1, today.day + offset));
	return shifted.toISOString().slice(0, 10);
}

/**
 * The instant of a local time (`HH:MM`) of the day that lies `offset` days after the day of `now`.
 */
export function instantAt(now: Date, offset: number, time: string, timeZone: string): Date {
	const wanted = Date.parse(`${dayAt(now, offset, timeZone)}T${time}:00Z`);
	const guess = wanted - shiftAt(new Date(wanted), timeZone);
	// Around a change of clocks the first guess may lie on its other side.
	return new Date(wanted - shiftAt(new Date(guess), timeZone));
}

/** The instant that ends a window closing on this day inclusive: the next midnight, there. */
export function endOfDayAt(now: Date, offset: number, timeZone: string): Date {
	return instantAt(now, offset + 1, '00:00', timeZone);
}

/**
 * Replaces `{day:-353}`, `{month:-2}` and `{year:215}` in the demonstration's sentences with the
 * date in French words.
 */
export function fillDates(text: string, now: Date, timeZone: string): string {
	return text.replace(/\{(day|month|year):(-?\d+)\}/g, (_, unit: string, offset: string) => {
		const day = new Date(`${dayAt(now, Number(offset), timeZone)}T00:00:00Z`);
		const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
		if (unit !== 'year') options.month = 'long';
		if (unit === 'day') options.day = 'numeric';
		const words = new Intl.DateTimeFormat('fr-FR', options).format(day);
		return unit === 'day' ? words.replace(/^1 /, '1er ').replaceAll(' ', '\u00a0') : words;
	});
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

function partsIn(instant: Date, timeZone: string) {
	const parts = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
		hourCycle: 'h23'
	}).formatToParts(instant);
	const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	return {
		year: read('year'),
		month: read('month'),
		day: read('day'),
		hour: read('hour'),
		minute: read('minute'),
		second: read('second')
	};
}

// How far the local clock is ahead of UTC at this instant, in milliseconds.
function shiftAt(instant: Date, timeZone: string): number {
	const { year, month, day, hour, minute, second } = partsIn(instant, timeZone);
	const local = Date.UTC(year, month - 1, day, hour, minute, second);
	return local - Math.floor(instant.getTime() / 1000) * 1000;
}

/** Whole days between two plain days, for the story's tests. */
export function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY;
}
