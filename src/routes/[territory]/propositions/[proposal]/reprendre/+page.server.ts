import { authorize } from '#lib/access/authorize.ts';
import { formAction } from '#lib/form-action.ts';
import { listDecisions } from '#lib/moderation/server/decision-queries.ts';
import { reviseSchema } from '#lib/proposal/proposal-form.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';
import { reviseProposal } from '#lib/proposal/server/revise-proposal.ts';

export const load = async ({ locals, params, request }) => {
	const { db, actor } = locals.context;
	const proposal = await getProposal(locals.context, params.proposal);
	const { id, title, kind, subject, submission } = proposal;
	// A form that was refused is shown again with what was typed, whatever the right has become.
	if (request.method !== 'POST') authorize(actor, 'proposal.revise', subject);
	const decisions = await listDecisions(db, subject.territoryId, id);
	return {
		values: {
			title,
			what: submission?.what ?? '',
			forWhom: submission?.forWhom ?? '',
			location: submission?.location ?? '',
			testimony: kind === 'testimony' ? 'on' : ''
		},
		proposalId: id,
		reason: decisions.find(({ decision }) => decision === 'returned')?.reason ?? null
	};
};

export const actions = {
	renvoyer: formAction(reviseSchema, reviseProposal, {
		done: (_result, event) =>
			`/${event.params.territory ?? ''}/propositions/${event.params.proposal ?? ''}`
	})
};
