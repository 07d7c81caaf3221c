import { redirect } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { WriteTextFormSchema } from '#lib/action-sheet/action-sheet-form.ts';
import { SHEET_TEXTS } from '#lib/action-sheet/action-sheet.ts';
import { getActionSheet } from '#lib/action-sheet/server/action-sheet-queries.ts';
import { writeSheetText } from '#lib/action-sheet/server/write-sheet-text.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { findOwnRewrite } from '#lib/document/server/rewrite-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { keepWriter } from '#lib/site/visit.ts';

export const load = async (event) => {
	const { locals, params, request, url } = event;
	const { context } = locals;
	const sheet = await getActionSheet(context, params.sheet);
	if (request.method !== 'POST' && sheet.state === 'SIGNED') {
		// The page of the sheet says that it is signed.
		authorize(context.actor, 'consolidation.work', sheet);
		redirect(303, url.pathname.replace(/\/ecrire$/, ''));
	}
	// A form that was refused is shown again with what was typed, whatever the right has become.
	if (request.method !== 'POST') authorize(context.actor, 'action-sheet.write', sheet);
	const document = found(await findDocument(context.db, sheet.documentId));
	const text = SHEET_TEXTS.find((one) => one === url.searchParams.get('texte')) ?? 'description';
	return {
		accountId: keepWriter(event),
		sheet: { id: sheet.id, code: sheet.code, title: sheet.title },
		document: { id: document.id, epoch: document.epoch },
		text,
		rendered: sheet[text],
		sent: await findOwnRewrite(context, document.id, url.searchParams.get('envoi') ?? '')
	};
};

export const actions = {
	ecrire: formAction(WriteTextFormSchema, writeSheetText, {
		done: ({ intentId }, { url }, { text }) => `${url.pathname}?texte=${text}&envoi=${intentId}`
	})
};
