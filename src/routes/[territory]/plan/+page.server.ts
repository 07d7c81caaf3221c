import { SHEET_STATES } from '#lib/action-sheet/action-sheet.ts';
import { keptCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { findPlan } from '#lib/plan/server/plan-queries.ts';
import { renderedOnly } from '#lib/site/read-only-data.ts';
import { keptCommunes } from '#lib/territory/server/commune-queries.ts';

export const load = async ({ locals, url }) => {
	const { context } = locals;
	const territory = found(locals.territory);
	const contract = await keptCurrentContract(context, territory.id);
	if (!contract) return { contract: null };
	const communes = await keptCommunes(context, territory.id);
	// An unknown commune or state filters nothing: the address may be old.
	const commune = communes.find(({ id }) => id === url.searchParams.get('commune')) ?? null;
	const state = SHEET_STATES.find((one) => one === url.searchParams.get('etat')) ?? null;
	const plan = await findPlan(context, contract.id, { communeId: commune?.id ?? null, state });
	return renderedOnly({
		contract: { title: contract.title },
		communes: communes.map(({ id, name }) => ({ id, name })),
		filter: { commune, state },
		...plan
	});
};
