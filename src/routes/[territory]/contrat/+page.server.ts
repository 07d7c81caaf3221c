import { listBodies } from '#lib/body/server/body-queries.ts';
import { listAmendments } from '#lib/contract/server/amendment-queries.ts';
import {
	listPriorities,
	listQuestions,
	listUpcomingDates
} from '#lib/contract/server/contract-part-queries.ts';
import {
	findCurrentContract,
	listAxes,
	listOpenWindows,
	listPhases
} from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { dayOf } from '#lib/territory/day.ts';

export const load = async ({ locals }) => {
	const territory = found(locals.territory);
	const { db, actor } = locals.context;
	const contract = await findCurrentContract(db, territory.id);
	if (!contract) return { contract: null };
	const now = new Date();
	const [phases, windows, questions, priorities, dates, bodies, amendments, axes] =
		await Promise.all([
			listPhases(db, contract.id),
			listOpenWindows(db, contract.id, now),
			listQuestions(db, contract.id),
			listPriorities(db, contract.id),
			listUpcomingDates(db, contract.id, dayOf(now, territory.timeZone), 5),
			listBodies(db, contract.id, actor),
			listAmendments(db, contract.id),
			listAxes(db, contract.id)
		]);
	return {
		contract,
		phases,
		windows,
		questions,
		priorities,
		dates,
		bodies: bodies.filter(({ admission }) => admission === 'open'),
		amendments,
		axes: axes.map(({ id, title, summary, tone }) => ({ id, title, summary, tone }))
	};
};
