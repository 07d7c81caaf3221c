import * as v from 'valibot';
import { codeForm } from '#lib/account/sign-in-form.ts';
import { invalid } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import { environment } from '#lib/env.ts';
import { mailDelivery } from '#lib/notification/mail.ts';
import { confirmVisit } from '#lib/site/confirm-visit.ts';
import { demonstrationIsOpen } from '#lib/site/demonstration.ts';

export const load = () => ({
	mailStays: demonstrationIsOpen() && mailDelivery(environment()) === 'keep'
});

export const actions = {
	confirm: async (event) => {
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(codeForm, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		return confirmVisit(event, { code: parsed.output.code });
	}
};
