import * as v from 'valibot';
import { runCommand } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { invalid, refused } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import { followSchema } from '#lib/proposal/proposal-form.ts';
import { followProposal } from '#lib/proposal/server/follow-proposal.ts';
import { networkOfVisit } from '#lib/site/visit.ts';

export const actions = {
	// Reads alone, and the number never stands in an address: the answer is this very page.
	voir: async (event) => {
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(followSchema, values);
		if (!parsed.success) return invalid(event, values, parsed.issues);
		try {
			const result = await runCommand(event.locals.context, followProposal, {
				number: parsed.output.number,
				network: networkOfVisit(event)
			});
			if ('followed' in result) return { followed: result.followed };
			throw new AppError('invalid', { reason: result.refusal, field: 'number' });
		} catch (error) {
			return refused(event, values, error);
		}
	}
};
