import { listBodies } from '#lib/body/server/body-queries.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';

export const load = async ({ locals }) => {
	const { db, actor } = locals.context;
	const contract = await findCurrentContract(db, found(locals.territory).id);
	const bodies = contract ? await listBodies(db, contract.id, actor) : [];
	const seats = new Set(actor.memberships.map(({ bodyId }) => bodyId));
	// Those one can walk into come first: that is what this page is for.
	const rank = { open: 0, application: 1, lot: 2, invitation: 3 };
	return {
		bodies: bodies
			.map((body) => ({ ...body, yours: seats.has(body.id) }))
			.sort((a, b) => rank[a.admission] - rank[b.admission])
	};
};
