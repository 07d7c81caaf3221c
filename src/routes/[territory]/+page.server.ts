import { found } from '#lib/errors.ts';
import {
	findCurrentContract,
	listOpenWindows,
	listPhases
} from '#lib/contract/server/contract-queries.ts';
import { findHomeFigures, listHomeAxes, listHomeFates } from '#lib/site/server/site-queries.ts';

export const load = async ({ locals }) => {
	const territory = found(locals.territory);
	const { db } = locals.context;
	const contract = await findCurrentContract(db, territory.id);
	if (!contract) return { contract: null };
	const now = new Date();
	const [phases, windows, figures, axes, fates] = await Promise.all([
		listPhases(db, contract.id),
		listOpenWindows(db, contract.id, now),
		findHomeFigures(db, contract.id),
		listHomeAxes(db, contract.id),
		listHomeFates(db, contract.id, 6)
	]);
	return {
		contract: { title: contract.title, summary: contract.summary, answerDays: contract.answerDays },
		phases,
		windows,
		figures,
		axes,
		fates
	};
};
