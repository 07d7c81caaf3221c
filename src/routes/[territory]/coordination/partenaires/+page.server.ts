import { authorize } from '#lib/access/authorize.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { listPartnerOverview } from '#lib/plan/server/partner-overview-queries.ts';

export const load = async ({ locals, url }) => {
	const { db, actor } = locals.context;
	const territoryId = found(locals.territory).id;
	authorize(actor, 'organisation.edit', { territoryId });
	const contract = await findCurrentContract(db, territoryId);
	return {
		organisations: await listPartnerOverview(db, territoryId, contract?.id ?? null),
		hasContract: contract !== null,
		done: url.searchParams.get('fait')
	};
};
