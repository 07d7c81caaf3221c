import type { QueryContext } from '#lib/command.ts';

/** What happened to a sheet of the actor's territory, the latest first; 60 at most. */
export async function listSheetHistory({ db, actor }: QueryContext, sheetId: string) {
	return db
		.selectFrom('event')
		.select(['event.id', 'event.verb', 'event.detail', 'event.at'])
		.where('event.subjectKind', '=', 'action_sheet')
		.where('event.subjectId', '=', sheetId)
		.where('event.territoryId', '=', actor.territoryId)
		.orderBy('event.at', 'desc')
		.orderBy('event.id', 'desc')
		.limit(60)
		.execute();
}
