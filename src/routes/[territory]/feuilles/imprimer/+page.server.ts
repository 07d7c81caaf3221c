import { authorize } from '#lib/access/authorize.ts';
import { findCurrentContract, listOpenWindows } from '#lib/contract/server/contract-queries.ts';
import { environment } from '#lib/env.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { printSchema } from '#lib/proposal/proposal-form.ts';
import { printSheets } from '#lib/proposal/server/print-sheets.ts';
import { listPrintedAt } from '#lib/proposal/server/sheet-queries.ts';

export const load = async ({ locals, url }) => {
	const { context } = locals;
	const territory = found(locals.territory);
	authorize(context.actor, 'proposal.enter-for-other', { territoryId: territory.id });
	const instant = Number(url.searchParams.get('le'));
	const isInstant = Number.isSafeInteger(instant) && instant > 0 && instant < 2.5e14;
	const contract = await findCurrentContract(context.db, territory.id);
	const windows = contract ? await listOpenWindows(context.db, contract.id, new Date()) : [];
	return {
		numbers: isInstant
			? (await listPrintedAt(context, new Date(instant))).map(({ number }) => number)
			: [],
		question: windows[0]?.question ?? '',
		followAddress: `${environment().origin}/${territory.slug}/suivre`
	};
};

export const actions = {
	preparer: formAction(printSchema, printSheets, {
		done: ({ printedAt }, event) => `${event.url.pathname}?le=${printedAt.getTime()}`
	})
};
