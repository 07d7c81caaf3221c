import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { inviteToRoleForm } from '#lib/body/body-form.ts';
import { inviteToRole } from '#lib/body/server/invite-to-role.ts';
import { listPendingInvitations } from '#lib/body/server/membership-queries.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { withoutVisitorAddresses } from '#lib/site/demonstration.ts';
import { appointPerson } from '#lib/territory/server/appoint-person.ts';
import { dismissPerson } from '#lib/territory/server/dismiss-person.ts';
import { listPeople } from '#lib/territory/server/territory-settings-queries.ts';
import { appointForm } from '#lib/territory/territory-form.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'person.appoint', { territoryId });
	const search = (url.searchParams.get('nom') ?? '').replace(/\p{Cc}+/gu, ' ').slice(0, 100);
	const [people, invitations] = await Promise.all([
		listPeople(db, territoryId, search),
		listPendingInvitations(db, territoryId, null, new Date())
	]);
	return { search, people, invitations, done: url.searchParams.get('fait') };
};

export const actions = {
	appoint: formAction(appointForm, appointPerson, {
		done: (_result, { url }) => `${url.pathname}?fait=nomme`
	}),
	dismiss: formAction(appointForm, dismissPerson, {
		done: (_result, { url }) => `${url.pathname}?fait=retire`
	}),
	invite: formAction(v.pipe(inviteToRoleForm, v.transform(withoutVisitorAddresses)), inviteToRole, {
		done: (_result, { url }) => `${url.pathname}?fait=invite`
	})
};
