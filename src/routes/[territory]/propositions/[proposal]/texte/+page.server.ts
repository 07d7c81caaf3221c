import { redirect } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { findOwnRewrite } from '#lib/document/server/rewrite-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { textSchema } from '#lib/proposal/proposal-form.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';
import { rewriteProposal } from '#lib/proposal/server/rewrite-proposal.ts';
import { findPlainText } from '#lib/proposal/server/text-queries.ts';

export const load = async ({ locals, params, request, url }) => {
	const { context } = locals;
	const { id, title, documentId, subject } = await getProposal(context, params.proposal);
	// A form that was refused is shown again with what was typed, whatever the right has become.
	if (request.method !== 'POST') authorize(context.actor, 'proposal.write', subject);
	const sent = await findOwnRewrite(
		context,
		found(documentId),
		url.searchParams.get('envoi') ?? ''
	);
	if (sent?.state === 'applied') redirect(303, url.pathname.replace(/\/texte$/, ''));
	return {
		proposal: { id, title },
		current: await findPlainText(context.db, found(documentId)),
		sent
	};
};

export const actions = {
	enregistrer: formAction(textSchema, rewriteProposal, {
		done: ({ intentId }, event) => `${event.url.pathname}?envoi=${intentId}`
	})
};
