import { arrangePeople, demonstrationKind } from '#lib/account/demonstration.ts';
import { enterForm } from '#lib/account/sign-in-form.ts';
import { listDemonstrationPeople } from '#lib/account/server/demonstration-queries.ts';
import { signInDemonstration } from '#lib/account/server/sign-in-demonstration.ts';
import { environment } from '#lib/env.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { demonstrationIsOpen } from '#lib/site/demonstration.ts';
import { deviceOfVisit, startVisit } from '#lib/site/visit.ts';

export const load = async ({ locals }) => {
	// Here too: the data of a page can be asked for without those of its layout.
	found(demonstrationIsOpen() || null);
	const people = await listDemonstrationPeople(locals.context.db);
	return {
		isPublic: environment().demo === 'public',
		...arrangePeople(people.map((person) => ({ ...person, kind: demonstrationKind(person) })))
	};
};

export const actions = {
	enter: (event) =>
		formAction(
			enterForm,
			function enterDemonstration(context, { account }) {
				return signInDemonstration(context, {
					accountId: account,
					isOpen: demonstrationIsOpen(),
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
