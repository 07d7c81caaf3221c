import { authorize } from '#lib/access/authorize.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';

export const load = async ({ locals }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'territory.configure', { territoryId });
	const contract = await findCurrentContract(db, territoryId);
	return { hasContract: contract !== null };
};
