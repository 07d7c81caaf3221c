import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#lib/access/permissions.ts';
import { runCommand } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { invalid, refused } from '#lib/form-action.ts';
import { readForm } from '#lib/form.ts';
import { proposalOnlySchema } from '#lib/proposal/proposal-form.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';
import { supportProposal } from '#lib/proposal/server/support-proposal.ts';

export const load = async ({ locals, params }) => {
	const { actor } = locals.context;
	const { id, title, subject } = await getProposal(locals.context, params.proposal);
	return {
		proposal: { id, title },
		step:
			actor.accountId === null
				? ('sign-in' as const)
				: actor.named
					? ('confirm' as const)
					: ('name' as const),
		open: subject.state === 'PUBLISHED',
		may: can(actor, 'proposal.support', subject)
	};
};

export const actions = {
	soutenir: async (event) => {
		const { context } = event.locals;
		const values = readForm(await event.request.formData());
		const parsed = v.safeParse(proposalOnlySchema, { proposal: event.params.proposal });
		if (!parsed.success) return invalid(event, values, parsed.issues);
		const page = `/${event.params.territory}/propositions/${event.params.proposal}`;
		// The address of this page is what is kept while one identifies oneself: it says what to do.
		if (!context.actor.named) {
			await getProposal(context, event.params.proposal);
			redirect(303, `${page}/soutenir`);
		}
		try {
			await runCommand(context, supportProposal, parsed.output);
		} catch (error) {
			if (error instanceof AppError && error.code === 'forbidden') {
				const closed = new AppError('closed', { reason: 'proposal.not_in_debate' });
				return refused(event, values, closed);
			}
			return refused(event, values, error);
		}
		redirect(303, `${page}#soutiens`);
	}
};
