import { redirect } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { MAIN_TEXT } from '#lib/document/document.ts';
import { readPlainPage } from '#lib/document/server/plain-page-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { textSchema } from '#lib/proposal/proposal-form.ts';
import { getProposal } from '#lib/proposal/server/proposal-queries.ts';
import { rewriteProposal } from '#lib/proposal/server/rewrite-proposal.ts';

export const load = async ({ locals, params, request, url }) => {
	const { context } = locals;
	const { id, title, documentId, subject } = await getProposal(context, params.proposal);
	// A form that was refused is shown again with what was typed, whatever the right has become.
	if (request.method !== 'POST') authorize(context.actor, 'proposal.write', subject);
	const page = await readPlainPage(context, {
		documentId: found(documentId),
		text: MAIN_TEXT,
		intentId: url.searchParams.get('envoi') ?? ''
	});
	if (page.sent?.state === 'applied') {
		const { pathname } = url;
		const isLone = page.sections.length === 1;
		redirect(303, isLone ? pathname.replace(/\/texte$/, '') : `${pathname}?fait=oui`);
	}
	return {
		proposal: { id, title },
		page,
		chosen: url.searchParams.get('partie'),
		saved: url.searchParams.has('fait')
	};
};

export const actions = {
	enregistrer: formAction(textSchema, rewriteProposal, {
		done: ({ intentId }, { url }, { section }) =>
			`${url.pathname}?envoi=${intentId}&partie=${section ?? 'nouvelle'}`
	})
};
