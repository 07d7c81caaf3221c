import { authorize } from '#lib/access/authorize.ts';
import { AppError, found } from '#lib/errors.ts';
import { findRunningSuspension } from '#lib/moderation/server/suspension-queries.ts';

export const load = async ({ locals }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	const { personId } = actor;
	if (actor.accountId === null) throw new AppError('unauthenticated');
	if (personId === null) return { suspended: actor.suspended, suspension: null };
	authorize(actor, 'person.read-suspension', { territoryId, personId });
	return {
		suspended: actor.suspended,
		suspension: await findRunningSuspension(db, personId, new Date())
	};
};
