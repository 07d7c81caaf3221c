import { authorize } from '#lib/access/authorize.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { found } from '#lib/errors.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';

export const load = async ({ locals, params }) => {
	const { db, actor } = locals.context;
	const { id, title, documentId, rendered, subject } = await getProposal(
		locals.context,
		params.proposal
	);
	authorize(actor, 'proposal.write', subject);
	const document = found(await findDocument(db, found(documentId)));
	return {
		proposal: { id, title, html: rendered?.html ?? '' },
		document: { id: document.id, epoch: document.epoch },
		personId: found(actor.personId),
		sharedComputer: actor.sharedComputer
	};
};
