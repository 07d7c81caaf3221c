import { commentActions, loadCommentsPage } from '../../../comments-page.ts';

export const load = async (event) => ({
	...(await loadCommentsPage(event, { proposalId: event.params.proposal })),
	subjectId: event.params.proposal
});

export const actions = commentActions(
	({ params }) => ({ proposalId: params.proposal ?? '' }),
	({ params }) => `/${params.territory ?? ''}/propositions/${params.proposal ?? ''}`
);
