/** The form of the first page of a new site. */
import * as v from 'valibot';
import { publicName } from '#lib/account/name-form.ts';
import { email, line, ticked } from '#lib/form.ts';
import { RESERVED_SLUGS } from '#lib/territory/territory.ts';

export interface NewCommune {
	name: string;
	/** Inhabitants. */
	population: number;
}

/**
 * Reads communes written one a line, « name ; inhabitants »; spaces inside numbers and a tabulation
 * instead of the semicolon, as a spreadsheet pastes it, are understood. Null when a line is not.
 */
export function readCommunes(text: string): NewCommune[] | null {
	const communes: NewCommune[] = [];
	for (const written of text.split('\n')) {
		if (written.trim() === '') continue;
		const parts = /^\s*([^;\t]{1,120}?)\s*[;\t]\s*([\d\s\u00a0\u202f.]+?)\s*;?\s*$/.exec(written);
		const population = Number(parts?.[2]?.replace(/[^\d]/g, '') || Number.NaN);
		const name = parts?.[1]?.replace(/\s+/g, ' ') ?? '';
		if (!/\p{L}/u.test(name) || !Number.isInteger(population) || population > 10_000_000)
			return null;
		communes.push({ name, population });
	}
	return communes;
}

const communes = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(60_000, 'setup.communes_many'),
	v.transform(readCommunes),
	v.custom<NewCommune[]>((read) => read !== null, 'setup.communes_shape'),
	v.minLength(1, 'setup.communes_required'),
	v.maxLength(500, 'setup.communes_many'),
	v.check(
		(read) => new Set(read.map(({ name }) => name.toLowerCase())).size === read.length,
		'setup.communes_twice'
	)
);

/** Everything a territory needs to begin. */
export const setupForm = v.object({
	name: line('setup.name_required', 'setup.name_long', 120),
	slug: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('setup.slug_required'),
		v.maxLength(40, 'setup.slug_shape'),
		v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'setup.slug_shape'),
		v.check((slug) => !RESERVED_SLUGS.includes(slug), 'setup.slug_reserved')
	),
	communes,
	contractTitle: line('setup.contract_required', 'setup.contract_long', 200),
	generation: v.pipe(
		v.optional(v.string(), '1'),
		v.trim(),
		v.regex(/^(?:[1-9]|1\d|20)$/, 'setup.generation_shape'),
		v.transform(Number)
	),
	occitanie: ticked(),
	coordinatorName: publicName(),
	email: email('account.email_required', 'account.email_malformed')
});

export type Setup = v.InferOutput<typeof setupForm>;
