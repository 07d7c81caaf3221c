import { can } from '#lib/access/permissions.ts';
import { keptCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import {
	isNarrowed,
	readProposalFilter,
	writeProposalFilter
} from '#lib/proposal/proposal-list.ts';
import { keptProposalChoices } from '#lib/proposal/server/choice-queries.ts';
import { COUNT_LIMIT, listProposals } from '#lib/proposal/server/proposal-list-queries.ts';
import { renderedOnly } from '#lib/site/read-only-data.ts';
import { fairStart } from './fair-start.ts';

export const load = async (event) => {
	const { locals, url } = event;
	const { context } = locals;
	const territory = found(locals.territory);
	const filter = readProposalFilter(url.searchParams);
	const contract = await keptCurrentContract(context, territory.id);
	if (!contract) return { filter, contract: null };
	const choices = await keptProposalChoices(context, contract.id);
	const commune = choices.communes.find(({ id }) => id === filter.communeId);
	const page = await listProposals(context, contract.id, filter, {
		start: fairStart(event),
		hideNames: commune?.small ?? false
	});
	const address = (changes: Partial<typeof filter>) =>
		`${url.pathname}${writeProposalFilter({ ...filter, after: null, ...changes })}`;
	return renderedOnly({
		filter,
		contract: { id: contract.id },
		choices,
		entries: page.entries,
		count: Math.min(page.count, COUNT_LIMIT),
		isMore: page.count > COUNT_LIMIT,
		narrowed: isNarrowed(filter),
		mayPropose: can(context.actor, 'proposal.submit', { territoryId: territory.id }),
		links: {
			open: address({ tab: 'open', state: null }),
			answered: address({ tab: 'answered', state: null }),
			next: page.next ? address({ after: page.next }) : null,
			start: filter.after ? address({}) : null,
			clear: url.pathname
		}
	});
};
