/** Forms of the settings of a territory: what it is, its communes, who does what. */
import * as v from 'valibot';
import { line, many, oneOf, optionalLine, optionalProse, pageId } from '#lib/form.ts';
import { ZONE_KINDS } from './commune.ts';
import { isTimeZone } from './day.ts';
import { ROLES } from './roles.ts';

/** A whole number as people write it: spaces between groups are dropped. */
export function wholeNumber(issue: string, { min, max }: { min: number; max: number }) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value.replace(/\s/g, '')),
		v.regex(/^\d{1,9}$/, issue),
		v.transform(Number),
		v.minValue(min, issue),
		v.maxValue(max, issue)
	);
}

/** An e-mail address that may be left empty. */
export function optionalEmail(malformed: string) {
	return v.pipe(
		optionalLine(malformed, 254),
		v.union([v.literal(''), v.pipe(v.string(), v.email(malformed))], malformed)
	);
}

export const territoryForm = v.object({
	stamp: v.optional(v.string(), ''),
	name: line('territory.name_required', 'common.too_long', 120),
	description: optionalProse('common.too_long', 600),
	helpPhone: optionalLine('common.too_long', 40),
	helpEmail: optionalEmail('territory.email_malformed'),
	helpHours: optionalLine('common.too_long', 120),
	postalAddress: optionalProse('common.too_long', 300),
	// Under 500 inhabitants a name and a commune point at one person; the platform's rule is 1,000.
	nameThreshold: wholeNumber('territory.threshold_range', { min: 500, max: 100_000 }),
	timeZone: v.pipe(
		line('territory.time_zone_unknown', 'territory.time_zone_unknown', 60),
		v.check(isTimeZone, 'territory.time_zone_unknown')
	)
});

export const communeForm = v.object({
	/** Empty for a new one. */
	entry: v.string(),
	stamp: v.optional(v.string(), ''),
	name: line('territory.commune_name_required', 'common.too_long', 120),
	insee: line('territory.commune_reference_required', 'common.too_long', 20),
	population: wholeNumber('territory.population_range', { min: 0, max: 5_000_000 }),
	townHall: optionalProse('common.too_long', 300),
	note: optionalLine('common.too_long', 200)
});

export const zoneForm = v.object({
	/** Empty for a new one. */
	entry: v.string(),
	stamp: v.optional(v.string(), ''),
	kind: oneOf(ZONE_KINDS, 'territory.zone_kind_required'),
	name: line('territory.zone_name_required', 'common.too_long', 160),
	reference: optionalLine('common.too_long', 40),
	/** Unknown when left empty. */
	population: v.pipe(
		v.optional(v.string(), ''),
		v.transform((value) => value.replace(/\s/g, '')),
		v.regex(/^\d{0,7}$/, 'territory.population_range'),
		v.transform((value) => (value === '' ? null : Number(value)))
	),
	communeIds: many(500)
});

export const zoneActForm = v.object({ entry: v.string() });

export const appointForm = v.object({
	person: pageId(),
	role: oneOf(ROLES, 'territory.role_required')
});
