/** Forms of an organisation and of how to reach it. */
import * as v from 'valibot';
import { line, oneOf, optionalLine, optionalProse, ticked } from '#lib/form.ts';
import { optionalEmail } from '#lib/territory/territory-form.ts';
import { ORGANISATION_KINDS } from './organisation.ts';

const common = {
	/** Empty for a new one. */
	entry: v.string(),
	stamp: v.optional(v.string(), '')
};

export const organisationForm = v.object({
	...common,
	name: line('organisation.name_required', 'common.too_long', 200),
	kind: oneOf(ORGANISATION_KINDS, 'organisation.kind_required'),
	description: optionalProse('common.too_long', 1000)
});

export const contactForm = v.pipe(
	v.object({
		...common,
		organisation: v.string(),
		label: line('organisation.label_required', 'common.too_long', 160),
		phone: optionalLine('common.too_long', 40),
		email: optionalEmail('organisation.email_malformed'),
		hours: optionalLine('common.too_long', 120),
		public: ticked()
	}),
	v.forward(
		v.check(({ phone, email }) => phone !== '' || email !== '', 'organisation.reach_required'),
		['phone']
	)
);

export const organisationActForm = v.object({ organisation: v.string() });

export const contactActForm = v.object({ organisation: v.string(), entry: v.string() });
