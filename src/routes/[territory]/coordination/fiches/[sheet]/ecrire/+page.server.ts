import { redirect } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { SHEET_TEXTS } from '#lib/action-sheet/action-sheet.ts';
import { getActionSheet } from '#lib/action-sheet/server/action-sheet-queries.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { found } from '#lib/errors.ts';
import { keepWriter } from '#lib/site/visit.ts';

export const load = async (event) => {
	const { locals, params, url } = event;
	const { context } = locals;
	const sheet = await getActionSheet(context, params.sheet);
	if (sheet.state === 'SIGNED') {
		// The page of the sheet says that it is signed.
		authorize(context.actor, 'consolidation.work', sheet);
		redirect(303, url.pathname.replace(/\/ecrire$/, ''));
	}
	authorize(context.actor, 'action-sheet.write', sheet);
	const document = found(await findDocument(context.db, sheet.documentId));
	const text = SHEET_TEXTS.find((one) => one === url.searchParams.get('texte')) ?? 'description';
	return {
		accountId: keepWriter(event),
		sheet: { id: sheet.id, code: sheet.code, title: sheet.title },
		document: { id: document.id, epoch: document.epoch },
		text,
		html: sheet[text].html
	};
};
