import { redirect } from '@sveltejs/kit';
import { authorize } from '#lib/access/authorize.ts';
import { WriteSectionFormSchema } from '#lib/action-sheet/action-sheet-form.ts';
import { SHEET_TEXTS } from '#lib/action-sheet/action-sheet.ts';
import { getActionSheet } from '#lib/action-sheet/server/action-sheet-queries.ts';
import { writeSheetSection } from '#lib/action-sheet/server/write-sheet-section.ts';
import { readPlainPage } from '#lib/document/server/plain-page-queries.ts';
import { formAction } from '#lib/form-action.ts';

export const load = async ({ locals, params, request, url }) => {
	const { context } = locals;
	const sheet = await getActionSheet(context, params.sheet);
	const { id, code, title, documentId } = sheet;
	// A form that was refused, or came too late, is shown again with what was typed.
	const isSent = request.method === 'POST' || url.searchParams.has('envoi');
	authorize(context.actor, 'consolidation.work', sheet);
	if (!isSent) authorize(context.actor, 'action-sheet.write', sheet);
	const text = SHEET_TEXTS.find((one) => one === url.searchParams.get('texte')) ?? 'description';
	const intentId = url.searchParams.get('envoi') ?? '';
	const page = await readPlainPage(context, { documentId, text, intentId });
	if (page.sent?.state === 'applied') redirect(303, `${url.pathname}?texte=${text}&fait=oui`);
	return {
		sheet: { id, code, title },
		text,
		page,
		chosen: url.searchParams.get('partie'),
		saved: url.searchParams.has('fait')
	};
};

export const actions = {
	enregistrer: formAction(WriteSectionFormSchema, writeSheetSection, {
		done: ({ intentId }, { url }, { text, section }) =>
			`${url.pathname}?texte=${text}&envoi=${intentId}&partie=${section ?? 'nouvelle'}`
	})
};
