/** From what a browser posts to what a command takes, and back to the page with everything typed kept. */
import * as v from 'valibot';

/** Values as typed, by field name; several values of one name are kept in order. */
export type FormValues = Record<string, string | string[]>;

export interface FormFailure {
	/** Named action that failed, so that a page with several forms shows the right one. */
	action: string;
	values: FormValues;
	/** Sentence by field name, in the reader's language. */
	issues: Record<string, string>;
	/** Sentence about the whole form; empty when the fields say it all. */
	message: string;
}

const SECRET = /code|token|password|secret/i;

/** Reads posted text fields. Control characters that Postgres refuses are dropped; files are ignored. */
export function readForm(data: FormData): FormValues {
	const values: FormValues = {};
	for (const [name, raw] of data.entries()) {
		if (typeof raw !== 'string' || name === '__proto__') continue;
		const value = clean(raw);
		// « constructor » is a name like any other: what objects inherit was not posted.
		const before = Object.hasOwn(values, name) ? values[name] : undefined;
		if (before === undefined) values[name] = value;
		else if (Array.isArray(before)) before.push(value);
		else values[name] = [before, value];
	}
	return values;
}

function clean(raw: string): string {
	return raw
		.replaceAll('\r\n', '\n')
		.replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
		.normalize('NFC');
}

/** What may go back to the page: everything typed, one-time codes and tokens excepted. */
export function withoutSecrets(values: FormValues): FormValues {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name)));
}

/** A text on one line, trimmed. Issues are `area.key` of the messages. */
export function line(required: string, tooLong: string, max: number) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value.replace(/\s+/g, ' ').trim()),
		v.nonEmpty(required),
		v.maxLength(max, tooLong)
	);
}

/** A text on one line that may be left empty. */
export function optionalLine(tooLong: string, max: number) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value.replace(/\s+/g, ' ').trim()),
		v.maxLength(max, tooLong)
	);
}

/** A text on several lines, trimmed. */
export function prose(required: string, tooLong: string, max: number) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty(required),
		v.maxLength(max, tooLong)
	);
}

/** A text on several lines that may be left empty. */
export function optionalProse(tooLong: string, max: number) {
	return v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(max, tooLong));
}

/** A checkbox: true when its box was ticked. */
export function ticked() {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value !== '')
	);
}

/** A checkbox that must be ticked. */
export function mustTick(issue: string) {
	return v.pipe(ticked(), v.literal(true, issue));
}

/** Several values of one name: none, one or more. */
export function many(max = 100) {
	return v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((value) => (typeof value === 'string' ? [value] : value)),
		v.transform((values) => values.filter((value) => value !== '').slice(0, max))
	);
}

/** One of a few words. A group of radio buttons of which none is pressed posts nothing at all. */
export function oneOf<const Options extends readonly string[]>(options: Options, issue: string) {
	return v.pipe(v.optional(v.string(), ''), v.picklist(options, issue));
}

/** The id of a row that the form may leave out. `unknown` says what to choose instead. */
export function optionalId(unknown: string) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value || null),
		v.nullable(v.pipe(v.string(), v.uuid(unknown)))
	);
}

/** The id of a row that must be chosen. */
export function requiredId(required: string) {
	return v.pipe(v.optional(v.string(), ''), v.nonEmpty(required), v.uuid(required));
}

/** The id of the row that the page is about: the page wrote it, nobody chose it. */
export function pageId() {
	return requiredId('common.stale_page');
}

/** A postal e-mail address, lower-cased. */
export function email(required: string, malformed: string) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty(required),
		v.maxLength(254, malformed),
		v.email(malformed),
		v.toLowerCase()
	);
}

/** A day, YYYY-MM-DD. */
export function day(issue: string) {
	return v.pipe(v.optional(v.string(), ''), v.nonEmpty(issue), v.check(isDay, issue));
}

/** A day that may be left empty. */
export function optionalDay(issue: string) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value || null),
		v.nullable(v.pipe(v.string(), v.check(isDay, issue)))
	);
}

/** Whether a day is in the calendar: 31 February fits the pattern, and no database takes it. */
function isDay(text: string): boolean {
	if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
	const day = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
