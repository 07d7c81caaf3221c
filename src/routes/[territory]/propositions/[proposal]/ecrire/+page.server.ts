import { redirect } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { found } from '#lib/errors.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';
import { keepWriter } from '#lib/site/visit.ts';

export const load = async (event) => {
	const { locals, params, url } = event;
	const { db, actor } = locals.context;
	const { id, title, documentId, rendered, subject } = await getProposal(
		locals.context,
		params.proposal
	);
	authorize(actor, 'proposal.write', { ...subject, state: 'PUBLISHED' });
	// The page of the proposal says what became of it.
	if (subject.state !== 'PUBLISHED') redirect(303, url.pathname.replace(/\/ecrire$/, ''));
	const document = found(await findDocument(db, found(documentId)));
	return {
		accountId: keepWriter(event),
		proposal: { id, title, html: rendered?.html ?? '' },
		document: { id: document.id, epoch: document.epoch },
		personId: found(actor.personId),
		sharedComputer: actor.sharedComputer
	};
};
