import * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { findCurrentContract } from '#lib/contract/server/contract-queries.ts';
import { found } from '#lib/errors.ts';
import { findProposalChoices } from '#lib/proposal/server/choice-queries.ts';
import {
	countToRead,
	listContributions,
	type ContributionFilter
} from '#lib/proposal/server/contribution-list-queries.ts';
import { CONTRIBUTION_VIEWS } from './views.ts';

const CHANNELS = ['online', 'paper', 'spoken', 'workshop', 'import'] as const;

const addressSchema = v.object({
	vue: v.fallback(v.picklist(CONTRIBUTION_VIEWS), 'to-read'),
	q: v.fallback(
		v.pipe(
			v.string(),
			v.transform((text) =>
				text
					.replace(/\p{Cc}+/gu, ' ')
					.trim()
					.slice(0, 200)
			)
		),
		''
	),
	axe: v.fallback(v.nullable(v.pipe(v.string(), v.uuid())), null),
	canal: v.fallback(v.nullable(v.picklist(CHANNELS)), null),
	apres: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^\d{1,14}_[0-9a-f-]{36}$/))), null)
});

export const load = async ({ locals, url }) => {
	const { context } = locals;
	const territory = found(locals.territory);
	authorize(context.actor, 'proposal.review', { territoryId: territory.id });
	const read = v.parse(
		addressSchema,
		Object.fromEntries(
			Object.keys(addressSchema.entries).map((name) => [name, url.searchParams.get(name)])
		)
	);
	const filter: ContributionFilter = {
		view: read.vue,
		search: read.q,
		axisId: read.axe,
		channel: read.canal,
		after: cursorOf(read.apres)
	};
	const contract = await findCurrentContract(context.db, territory.id);
	if (!contract) return { filter, entries: [], next: null, counts: null, axes: [] };
	const { entries, more } = await listContributions(context, contract.id, filter);
	const last = entries.at(-1);
	const params = new URLSearchParams(url.searchParams);
	if (last) params.set('apres', `${last.submittedAt.getTime()}_${last.id}`);
	return {
		filter,
		entries,
		next: more && last ? `${url.pathname}?${params.toString()}` : null,
		counts: await countToRead(context, contract.id),
		axes: (await findProposalChoices(context.db, contract.id)).axes
	};
};

function cursorOf(text: string | null): ContributionFilter['after'] {
	const [milliseconds, id] = text?.split('_') ?? [];
	if (milliseconds === undefined || id === undefined || !v.is(v.pipe(v.string(), v.uuid()), id)) {
		return null;
	}
	return { submittedAt: new Date(Number(milliseconds)), id };
}
