import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { findProposalSubject } from '#lib/proposal/server/proposal-queries.ts';
import { sentOf } from '../draft.ts';

export const load = async (event) => {
	const { context } = event.locals;
	// A number stands here, whoever reads: no copy in the browser.
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const sent = await sentOf(event);
	const contract = await findCurrentContract(context.db, found(event.locals.territory).id);
	const visible = sent ? await findProposalSubject(context, sent.proposalId) : null;
	return {
		sent: sent && { ...sent, visible: visible !== null },
		answerDays: contract?.answerDays ?? 90
	};
};
