import { commentActions, loadCommentsPage } from '../../../comments-page.ts';

export const load = async (event) => ({
	...(await loadCommentsPage(event, { actionSheetId: event.params.sheet })),
	subjectId: event.params.sheet
});

export const actions = commentActions(
	({ params }) => ({ actionSheetId: params.sheet ?? '' }),
	({ params }) => `/${params.territory ?? ''}/plan/${params.sheet ?? ''}`
);
