import { listPartners, listSignatories } from '#lib/contract/server/contract-part-queries.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';

export const load = async ({ locals }) => {
	const { db } = locals.context;
	const contract = found(await findCurrentContract(db, found(locals.territory).id));
	const [signatories, partners] = await Promise.all([
		listSignatories(db, contract.id),
		listPartners(db, contract.id)
	]);
	return { signatories, partners };
};
