import { authorize } from '#lib/access/authorize.ts';
import { listBodies } from '#lib/body/server/body-queries.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'body.edit', { territoryId });
	const contract = found(await findCurrentContract(db, territoryId));
	return {
		bodies: await listBodies(db, contract.id, actor),
		done: url.searchParams.get('fait')
	};
};
