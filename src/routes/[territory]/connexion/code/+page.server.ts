import * as v from 'valibot';
import { codeForm } from '#lib/account/sign-in-form.ts';
import { invalid } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import { confirmVisit } from '#lib/site/confirm-visit.ts';
import { mailStays } from '#lib/site/demonstration.ts';

export const load = () => ({
	mailStays: mailStays()
});

export const actions = {
	confirm: async (event) => {
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(codeForm, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		return confirmVisit(event, { code: parsed.output.code });
	}
};
