import { authorize } from '#lib/access/authorize.ts';
import { found } from '#lib/errors.ts';
import { listCommunes } from '#lib/territory/server/commune-queries.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'territory.configure', { territoryId });
	return {
		communes: await listCommunes(db, territoryId),
		done: url.searchParams.get('fait')
	};
};
