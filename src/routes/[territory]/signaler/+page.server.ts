import { formAction } from '#lib/form-action.ts';
import { reportForm } from '#lib/moderation/report-form.ts';
import { REPORTED_KINDS } from '#lib/moderation/report.ts';
import { sendReport } from '#lib/moderation/server/send-report.ts';
import { found } from '#lib/errors.ts';
import { withoutVisitorAddresses } from '#lib/site/demonstration.ts';
import { networkOfVisit } from '#lib/site/visit.ts';

export const load = ({ url }) => {
	if (url.searchParams.has('merci')) return { sent: true as const };
	return {
		sent: false as const,
		subjectKind: found(REPORTED_KINDS.find((kind) => kind === url.searchParams.get('objet'))),
		subjectId: found(url.searchParams.get('id'))
	};
};

export const actions = {
	default: (event) =>
		formAction(
			reportForm,
			function report(context, input) {
				const typed = withoutVisitorAddresses(input);
				return sendReport(context, { ...typed, network: networkOfVisit(event) });
			},
			{ done: () => `/${event.params.territory}/signaler?merci` }
		)(event)
};
