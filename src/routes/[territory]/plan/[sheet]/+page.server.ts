import { can } from '#lib/access/permissions.ts';
import { getActionSheet } from '#lib/action-sheet/server/action-sheet-queries.ts';
import { listSheetHistory } from '#lib/action-sheet/server/sheet-history-queries.ts';
import { originsOf } from '#lib/lineage/origins.ts';
import { lineageOfSheet } from '#lib/lineage/server/lineage-queries.ts';
import { loadDiscussion } from '../../comments-page.ts';

export const load = async ({ locals, params, url }) => {
	const { context } = locals;
	const sheet = await getActionSheet(context, params.sheet);
	const [edges, history, discussion] = await Promise.all([
		lineageOfSheet(context, sheet.id),
		listSheetHistory(context, sheet.id),
		loadDiscussion({ locals }, { actionSheetId: sheet.id })
	]);
	return {
		sheet,
		origins: originsOf(edges, sheet.context.html + sheet.description.html),
		history,
		discussion,
		commented: url.searchParams.get('commentaire'),
		rights: {
			write: can(context.actor, 'action-sheet.write', sheet),
			consolidate: can(context.actor, 'consolidation.work', sheet),
			history: can(context.actor, 'document.read-history', {
				kind: 'action-sheet',
				actionSheet: sheet
			})
		}
	};
};
