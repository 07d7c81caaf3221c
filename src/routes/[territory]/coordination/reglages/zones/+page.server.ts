import { authorize } from '#lib/access/authorize.ts';
import { found } from '#lib/errors.ts';
import { listZones } from '#lib/territory/server/zone-queries.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'territory.configure', { territoryId });
	return { zones: await listZones(db, territoryId), done: url.searchParams.get('fait') };
};
