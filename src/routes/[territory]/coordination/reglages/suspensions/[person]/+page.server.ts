import { authorize } from '#lib/access/authorize.ts';
import { isId } from '#lib/database/ids.ts';
import { found } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { liftSuspension } from '#lib/moderation/server/lift-suspension.ts';
import { suspendPerson } from '#lib/moderation/server/suspend-person.ts';
import { findRunningSuspension } from '#lib/moderation/server/suspension-queries.ts';
import { liftForm, suspendForm } from '#lib/moderation/suspension-form.ts';
import { findPersonWithRoles } from '#lib/territory/server/person-queries.ts';
import type { RequestEvent } from '@sveltejs/kit';

export const load = async ({ locals, params }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'person.suspend', { territoryId });
	const id = found(isId(params.person) ? params.person : null);
	const person = found(await findPersonWithRoles(db, territoryId, id));
	return {
		person: { id, publicName: person.publicName },
		isOneself: id === actor.personId,
		suspension: await findRunningSuspension(db, id, new Date())
	};
};

const done =
	(act: 'suspendue' | 'levee') =>
	(_result: unknown, { params }: RequestEvent) =>
		`/${params.territory ?? ''}/coordination/reglages/suspensions?fait=${act}`;

export const actions = {
	suspendre: formAction(suspendForm, suspendPerson, { done: done('suspendue') }),
	lever: formAction(liftForm, liftSuspension, { done: done('levee') })
};
