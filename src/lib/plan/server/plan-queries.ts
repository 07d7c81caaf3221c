import { listActionSheets } from '#lib/action-sheet/server/action-sheet-queries.ts';
import type { SheetFilter } from '#lib/action-sheet/server/action-sheet-queries.ts';
import type { QueryContext } from '#lib/command.ts';
import { keptAxes } from '#lib/contract/server/contract-queries.ts';
import { buildPlan } from '../plan.ts';

/** The plan of a contract as the actor may read it, in two queries at most whatever its size. */
export async function findPlan(context: QueryContext, contractId: string, filter: SheetFilter) {
	const [axes, sheets] = await Promise.all([
		keptAxes(context, contractId),
		listActionSheets(context, contractId, filter)
	]);
	const compact = Boolean(filter.communeId ?? filter.state);
	const shown = sheets.map((sheet) => ({
		id: sheet.id,
		axisId: sheet.axisId,
		objectiveIds: sheet.objectiveIds,
		code: sheet.code,
		title: sheet.title,
		plainSummary: sheet.plainSummary,
		state: sheet.state,
		progress: sheet.progress,
		lead: sheet.leadName ?? sheet.leadLabel
	}));
	return { axes: buildPlan(axes, shown, { compact }), count: sheets.length };
}
