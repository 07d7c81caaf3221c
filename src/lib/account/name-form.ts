/** Forms of the public name, of the account page and of leaving. */
import * as v from 'valibot';
import { mustTick, oneOf, optionalId, ticked } from '#lib/form.ts';
import { COLLEGES } from './person.ts';

/**
 * A name as it will be shown. Invisible characters go: they make two names look alike, or turn the
 * line around.
 */
export function publicName() {
	return v.pipe(
		v.optional(v.string(), ''),
		v.transform((typed) =>
			typed
				.normalize('NFC')
				.replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
				.replace(/[\s\p{Z}]+/gu, ' ')
				.trim()
		),
		v.nonEmpty('account.name_required'),
		v.minLength(2, 'account.name_short'),
		v.maxLength(40, 'account.name_long'),
		v.regex(/\p{L}/u, 'account.name_letters'),
		v.check((name) => !/@\S|https?:|www\.|\d(?:[ .]?\d){8}/i.test(name), 'account.name_address')
	);
}

/**
 * The page « Votre nom public ». From 15 years on somebody consents alone to the use of their data
 * (loi Informatique et Libertés, art. 45).
 */
export const nameForm = v.object({
	publicName: publicName(),
	college: oneOf(COLLEGES, 'account.college_required'),
	communeId: optionalId('account.commune_unknown'),
	age: mustTick('account.age_required'),
	suite: v.optional(v.string(), '')
});

/** The choice of a language. */
export const localeForm = v.object({
	locale: oneOf(['fr', 'en'], 'common.stale_page')
});

/** One device of the list. */
export const deviceForm = v.object({
	device: v.pipe(v.optional(v.string(), ''), v.maxLength(100, 'common.stale_page'))
});

/** The page « Supprimer mon compte ». */
export const leaveForm = v.object({ confirm: mustTick('account.leave_required') });

/** Signing out: here, or everywhere. */
export const signOutForm = v.object({ everywhere: ticked() });
