import { listPastDates, listUpcomingDates } from '#lib/contract/server/contract-part-queries.ts';
import { findCurrentContract, listPhases } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { dayOf } from '#lib/territory/day.ts';

export const load = async ({ locals }) => {
	const { db } = locals.context;
	const territory = found(locals.territory);
	const contract = found(await findCurrentContract(db, territory.id));
	const today = dayOf(new Date(), territory.timeZone);
	const [phases, upcoming, past] = await Promise.all([
		listPhases(db, contract.id),
		listUpcomingDates(db, contract.id, today),
		listPastDates(db, contract.id, today)
	]);
	return { phases, upcoming, past };
};
