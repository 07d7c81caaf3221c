import { can } from '#lib/access/permissions.ts';
import { found } from '#lib/errors.ts';
import { keptSiteContents } from '#lib/site/server/site-queries.ts';

export const load = async ({ locals }) => {
	const territory = found(locals.territory);
	const { actor } = locals.context;
	const contents = await keptSiteContents(locals.context, territory.id);
	return {
		territory,
		contents: {
			hasContract: contents.contractId !== null,
			hasPolls: contents.hasPolls,
			hasCircuit: contents.hasCircuit
		},
		viewer: {
			signedIn: actor.accountId !== null,
			personId: actor.personId,
			publicName: actor.publicName,
			named: actor.named,
			roles: actor.roles,
			sharedComputer: actor.sharedComputer,
			suspended: actor.suspended,
			coordinates: can(actor, 'consolidation.work', { territoryId: territory.id }),
			entersForOthers: can(actor, 'proposal.enter-for-other', { territoryId: territory.id })
		}
	};
};
