/** Numbers, money and dates as people read them. Pure: locale and time zone are arguments. */

import type { Locale } from '#lib/messages/messages.ts';
import { dateTimeFormat, numberFormat } from '#lib/ui/intl.ts';

/** Time zone of a territory that has not chosen one. */
export const parisTime = 'Europe/Paris';

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/** A whole number with its groups: « 1 084 » (narrow no-break space), "1,084". */
export function formatCount(count: number, locale: Locale): string {
	return numberFormat(tags[locale], { maximumFractionDigits: 0 }).format(count);
}

/** A share of 0–1 in whole percent: « 84 % » with a no-break space, "84%". */
export function formatShare(share: number, locale: Locale): string {
	return numberFormat(tags[locale], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Integer cents as « 18 000 € » or "€18,000"; cents are shown only when there are any. */
export function formatMoney(cents: number, locale: Locale): string {
	return numberFormat(tags[locale], {
		style: 'currency',
		currency: 'EUR',
		minimumFractionDigits: cents % 100 === 0 ? 0 : 2
	}).format(cents / 100);
}

/** The day in words, « jeudi 3 décembre 2026 », as it is at that instant in the time zone. */
export function formatDate(at: Date, locale: Locale, timeZone = parisTime): string {
	return formatDay(at, locale, timeZone, { weekday: 'long', year: 'numeric' });
}

/** The day without its weekday, « 3 décembre 2026 », for lists and tables. */
export function formatShortDate(at: Date, locale: Locale, timeZone = parisTime): string {
	return formatDay(at, locale, timeZone, { year: 'numeric' });
}

/** The month, « octobre 2025 ». */
export function formatMonth(at: Date, locale: Locale, timeZone = parisTime): string {
	return dateFormat(locale, { month: 'long', year: 'numeric', timeZone }).format(at);
}

/** The hour, « 17 h 30 » or « 9 h » in French, "17:30" in English. */
export function formatTime(at: Date, locale: Locale, timeZone = parisTime): string {
	const parts = dateFormat(locale, {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone
	}).formatToParts(at);
	const hour = valueOf(parts, 'hour');
	const minute = valueOf(parts, 'minute');
	if (locale === 'en') return `${hour}:${minute}`;
	return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** Day and hour, « jeudi 3 décembre 2026 à 17 h 30 ». */
export function formatDateTime(at: Date, locale: Locale, timeZone = parisTime): string {
	const join = locale === 'fr' ? 'à' : 'at';
	return `${formatDate(at, locale, timeZone)} ${join} ${formatTime(at, locale, timeZone)}`;
}

/** From one instant to another, the day said once: « jeudi 3 décembre 2026, de 17 h 30 à 18 h ». */
export function formatSpan(from: Date, to: Date, locale: Locale, timeZone = parisTime): string {
	const [start, end] = [
		formatDateTime(from, locale, timeZone),
		formatDateTime(to, locale, timeZone)
	];
	if (start === end) return start;
	const day = formatDate(from, locale, timeZone);
	if (day !== formatDate(to, locale, timeZone)) {
		return locale === 'fr' ? `du ${start} au ${end}` : `${start} to ${end}`;
	}
	const [first, last] = [formatTime(from, locale, timeZone), formatTime(to, locale, timeZone)];
	return locale === 'fr' ? `${day}, de ${first} à ${last}` : `${day}, ${first} to ${last}`;
}

/**
 * The last day of a period of which the stored instant is the end: « jusqu’au 15 inclus » is kept
 * as the 16th at 00:00, and shows as the 15th.
 */
export function formatLastDay(end: Date, locale: Locale, timeZone = parisTime): string {
	return formatDate(new Date(end.getTime() - 1), locale, timeZone);
}

/** A calendar date `YYYY-MM-DD`, which has no hour and no time zone, in words. */
export function formatPlainDate(date: string, locale: Locale): string {
	return formatDate(new Date(`${date}T00:00:00Z`), locale, 'UTC');
}

function formatDay(
	at: Date,
	locale: Locale,
	timeZone: string,
	options: Intl.DateTimeFormatOptions
): string {
	const parts = dateFormat(locale, { day: 'numeric', month: 'long', timeZone, ...options });
	return parts
		.formatToParts(at)
		.map(({ type, value }) => (type === 'day' ? ordinalDay(value, locale) : value))
		.join('');
}

/** French writes the first of the month « 1er », which Intl does not. */
function ordinalDay(day: string, locale: Locale): string {
	return locale === 'fr' && day === '1' ? '1er' : day;
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return dateTimeFormat(tags[locale], options);
}

function valueOf(parts: Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string {
	return parts.find((part) => part.type === type)?.value ?? '';
}
