/** Plain days (YYYY-MM-DD) and the instants at which they begin and end in a time zone. */

/** The day, YYYY-MM-DD, that it is at an instant in a time zone (IANA name). */
export function dayOf(at: Date, timeZone: string): string {
	const { year, month, day } = partsOf(at, timeZone);
	return `${year}-${month}-${day}`;
}

/** The instant at which a day begins in a time zone: its first, whatever the clocks do that night. */
export function startOfDay(day: string, timeZone: string): Date {
	const utc = Date.parse(`${day}T00:00:00Z`);
	// The offset is known only at an instant: guess it, then correct it once where clocks change.
	const guess = utc - offsetAt(utc, timeZone);
	const start = utc - offsetAt(guess, timeZone);
	// Where midnight is skipped, both instants fall on the eve or an hour late: take the first of the day.
	for (const instant of [Math.min(guess, start), Math.max(guess, start)]) {
		if (dayOf(new Date(instant), timeZone) === day) return new Date(instant);
	}
	return new Date(start);
}

/**
 * The instant that ends a day in a time zone: « jusqu’au 15 inclus » is kept as the 16th at 00:00
 * there, also on days of 23 and 25 hours.
 */
export function endOfDay(day: string, timeZone: string): Date {
	return startOfDay(addDays(day, 1), timeZone);
}

/** The last day, included, of a period that ends at this instant. */
export function lastDayBefore(end: Date, timeZone: string): string {
	return dayOf(new Date(end.getTime() - 1), timeZone);
}

/** The day so many days later (earlier when negative). */
export function addDays(day: string, days: number): string {
	const at = new Date(`${day}T00:00:00Z`);
	at.setUTCDate(at.getUTCDate() + days);
	return at.toISOString().slice(0, 10);
}

/** Whether a time zone is known by its IANA name. */
export function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

function offsetAt(instant: number, timeZone: string): number {
	const { year, month, day, hour, minute, second } = partsOf(new Date(instant), timeZone);
	const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
	return local - Math.floor(instant / 1000) * 1000;
}

/** Formats by time zone, kept: making one costs a hundred times more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
	const before = formats.get(timeZone);
	if (before) return before;
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		calendar: 'iso8601',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit'
	});
	formats.set(timeZone, format);
	return format;
}

function partsOf(at: Date, timeZone: string) {
	const format = formatIn(timeZone);
	const parts = Object.fromEntries(
		format.formatToParts(at).map(({ type, value }) => [type, value])
	);
	const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
	return { year: year.padStart(4, '0'), month, day, hour, minute, second };
}
