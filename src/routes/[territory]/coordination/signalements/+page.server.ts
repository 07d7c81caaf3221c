import { authorize } from '#lib/access/authorize.ts';
import { moderateCommentForm } from '#lib/discussion/discussion-form.ts';
import { listHeldComments } from '#lib/discussion/server/discussion-queries.ts';
import { moderateComment } from '#lib/discussion/server/moderate-comment.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { decideReportForm } from '#lib/moderation/report-form.ts';
import { decideReport } from '#lib/moderation/server/decide-report.ts';
import { listOpenReports } from '#lib/moderation/server/report-queries.ts';

export const load = async ({ locals }) => {
	const { context } = locals;
	const territoryId = found(locals.territory).id;
	authorize(context.actor, 'comment.moderate', { territoryId });
	const [held, reports] = await Promise.all([
		listHeldComments(context, territoryId),
		listOpenReports(context, territoryId)
	]);
	return { held, reports };
};

const done = (_result: unknown, { url }: { url: URL }) => `${url.pathname}?fait`;

export const actions = {
	moderer: formAction(moderateCommentForm, moderateComment, { done }),
	decider: formAction(decideReportForm, decideReport, { done })
};
