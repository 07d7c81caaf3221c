import { found } from '#lib/errors.ts';
import { keptCurrentContract, listOpenWindows } from '#lib/contract/server/contract-queries.ts';
import { renderedOnly } from '#lib/site/read-only-data.ts';
import { keptHome } from '#lib/site/server/home-queries.ts';

export const load = async ({ locals }) => {
	const territory = found(locals.territory);
	const { context } = locals;
	const contract = await keptCurrentContract(context, territory.id);
	if (!contract) return { contract: null };
	const [windows, home] = await Promise.all([
		listOpenWindows(context.db, contract.id, new Date()),
		keptHome(context, contract.id)
	]);
	return renderedOnly({
		contract: { title: contract.title, summary: contract.summary, answerDays: contract.answerDays },
		windows,
		...home
	});
};
