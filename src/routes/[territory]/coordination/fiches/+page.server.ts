import { authorize } from '#lib/access/authorize.ts';
import { completenessOf } from '#lib/action-sheet/completeness.ts';
import { listActionSheets } from '#lib/action-sheet/server/action-sheet-queries.ts';
import { findCurrentContract, listAxes } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';

export const load = async ({ locals }) => {
	const { context } = locals;
	const territoryId = found(locals.territory).id;
	authorize(context.actor, 'consolidation.work', { territoryId });
	const contract = found(await findCurrentContract(context.db, territoryId));
	const [axes, sheets] = await Promise.all([
		listAxes(context.db, contract.id),
		listActionSheets(context, contract.id)
	]);
	const entries = sheets.map((sheet) => ({
		id: sheet.id,
		axisId: sheet.axisId,
		code: sheet.code,
		title: sheet.title,
		state: sheet.state,
		progress: sheet.progress,
		completeness: completenessOf(sheet)
	}));
	return {
		axes: axes.map(({ id, code, title, tone }) => ({
			id,
			code,
			title,
			tone,
			sheets: entries.filter(({ axisId }) => axisId === id)
		})),
		count: entries.length
	};
};
