import { can } from '#lib/access/permissions.ts';
import { findPublishedAnswer } from '#lib/answer/server/answer-queries.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { formAction } from '#lib/form-action.ts';
import { lineageOfProposal } from '#lib/lineage/server/lineage-queries.ts';
import { listDecisions } from '#lib/moderation/server/decision-queries.ts';
import { isPublic } from '#lib/proposal/proposal.ts';
import { proposalOnlySchema } from '#lib/proposal/proposal-form.ts';
import { listHistory } from '#lib/proposal/server/outcome-queries.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';
import { withdrawSupport } from '#lib/proposal/server/withdraw-support.ts';
import { renderedOnly } from '#lib/site/read-only-data.ts';
import { loadDiscussion } from '../../comments-page.ts';

export const load = async (event) => {
	const { context } = event.locals;
	const { db, actor } = context;
	const { subject, ...proposal } = await getProposal(context, event.params.proposal);
	const { territoryId } = subject;
	const published = isPublic(proposal.state);
	const explained = !published && can(actor, 'proposal.read-original', subject);
	const writes = can(actor, 'proposal.write', subject) && proposal.documentId !== null;
	// Asked for those alone who would write in it.
	const text = writes ? await findDocument(db, proposal.documentId ?? '') : null;
	const [answer, lineage, history, decisions, discussion] = [
		proposal.answeredAt ? await findPublishedAnswer(context, proposal.id) : null,
		await lineageOfProposal(context, proposal.id),
		await listHistory(db, territoryId, proposal.id),
		explained ? await listDecisions(db, territoryId, proposal.id) : [],
		published
			? await loadDiscussion(event, { proposalId: proposal.id }, { kind: 'proposal', subject })
			: null
	];
	return renderedOnly({
		proposal,
		answer,
		lineage,
		history,
		decision:
			decisions.find(({ decision }) => decision !== 'held' && decision !== 'published') ?? null,
		discussion,
		closed: text && text.state !== 'open' ? text.state : null,
		rights: {
			support: can(actor, 'proposal.support', subject),
			write: text?.state === 'open',
			history:
				proposal.documentId !== null &&
				can(actor, 'document.read-history', { kind: 'proposal', proposal: subject }),
			revise: can(actor, 'proposal.revise', subject),
			withdraw: can(actor, 'proposal.withdraw', subject),
			review: can(actor, 'proposal.review', subject)
		}
	});
};

export const actions = {
	retirerSoutien: formAction(proposalOnlySchema, withdrawSupport, {
		done: (_result, event) =>
			`/${event.params.territory ?? ''}/propositions/${event.params.proposal ?? ''}#soutiens`
	})
};
