import { authorize } from '#lib/access/authorize.ts';
import { countByAxis } from '#lib/answer/server/bench-queries.ts';
import { findCurrentContract, listAxes } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';

export const load = async ({ locals }) => {
	const { context } = locals;
	const territoryId = found(locals.territory).id;
	authorize(context.actor, 'consolidation.work', { territoryId });
	const contract = found(await findCurrentContract(context.db, territoryId));
	const [axes, counts] = await Promise.all([
		listAxes(context.db, contract.id),
		countByAxis(context, contract.id)
	]);
	const countOf = (id: string | null) =>
		counts.find(({ axisId }) => axisId === id) ?? { total: 0, answered: 0 };
	return {
		axes: axes.map(({ id, code, title, tone }) => {
			const { total, answered } = countOf(id);
			return { id, code, title, tone, total, answered };
		}),
		without: countOf(null).total
	};
};
