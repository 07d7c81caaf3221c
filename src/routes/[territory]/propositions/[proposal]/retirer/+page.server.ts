import { authorize } from '#lib/access/authorize.ts';
import { formAction } from '#lib/form-action.ts';
import { proposalOnlySchema } from '#lib/proposal/proposal-form.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';
import { withdrawProposal } from '#lib/proposal/server/withdraw-proposal.ts';

export const load = async ({ locals, params }) => {
	const { id, title, subject } = await getProposal(locals.context, params.proposal);
	authorize(locals.context.actor, 'proposal.withdraw', subject);
	return { proposal: { id, title } };
};

export const actions = {
	retirer: formAction(proposalOnlySchema, withdrawProposal, {
		done: (_result, event) =>
			`/${event.params.territory ?? ''}/propositions/${event.params.proposal ?? ''}`
	})
};
