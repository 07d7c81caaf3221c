import { install } from '#lib/setup/server/install.ts';
import { isSetupLinkValid } from '#lib/setup/server/setup-link.ts';
import { setupForm } from '#lib/setup/setup-form.ts';
import { AppError } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { deviceOfVisit, startVisit } from '#lib/site/visit.ts';

export const load = async ({ locals, params }) => {
	if (!(await isSetupLinkValid(locals.context.db, params.token, new Date()))) {
		throw new AppError('not_found', { reason: 'setup.link_over' });
	}
};

export const actions = {
	install: (event) =>
		formAction(
			setupForm,
			function installSite(context, input) {
				return install(context, {
					...input,
					linkToken: event.params.token,
					locale: event.locals.locale,
					deviceLabel: deviceOfVisit(event),
					sessionToken: event.locals.sessionToken
				});
			},
			{
				done({ token, homePath }) {
					startVisit(event, token, false);
					return homePath;
				}
			}
		)(event)
};
