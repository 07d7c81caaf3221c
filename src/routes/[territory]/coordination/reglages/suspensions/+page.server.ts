import { authorize } from '#lib/access/authorize.ts';
import { found } from '#lib/errors.ts';
import { listSuspensions } from '#lib/moderation/server/suspension-queries.ts';

export const load = async ({ locals, url }) => {
	const { context } = locals;
	const territoryId = found(locals.territory).id;
	authorize(context.actor, 'person.suspend', { territoryId });
	const suspensions = await listSuspensions(context, territoryId, new Date());
	return {
		running: suspensions.filter(({ isRunning }) => isRunning),
		past: suspensions.filter(({ isRunning }) => !isRunning),
		done: url.searchParams.get('fait')
	};
};
