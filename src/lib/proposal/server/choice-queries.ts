/** What forms and filters of proposals let one choose, in one query. */
import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tone } from '#lib/contract/tone.ts';
import { sql } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { Kept, type KeptContext } from '#lib/event/server/kept.ts';

export interface ProposalChoices {
	axes: { id: string; code: string; title: string; tone: Tone }[];
	themes: { id: string; label: string }[];
	communes: { id: string; name: string; small: boolean }[];
	/** Those that everyone may know of. */
	bodies: { id: string; name: string }[];
}

const kept = new Kept<ProposalChoices>();

/** The choices of a contract as they were at its territory's last event. */
export function keptProposalChoices(
	context: KeptContext,
	contractId: string
): Promise<ProposalChoices> {
	return kept.get(context, contractId, () => findProposalChoices(context.db, contractId));
}

/** Axes, themes, communes and public groups of a contract, each in its order. */
export async function findProposalChoices(
	db: Kysely<Database>,
	contractId: string
): Promise<ProposalChoices> {
	const row = await db
		.selectFrom('contract')
		.innerJoin('territory', 'territory.id', 'contract.territoryId')
		.select((eb) => [
			jsonArrayFrom(
				eb
					.selectFrom('axis')
					.select(['axis.id', 'axis.code', 'axis.title', 'axis.tone'])
					.whereRef('axis.contractId', '=', 'contract.id')
					.orderBy('axis.position')
					.limit(30)
			).as('axes'),
			jsonArrayFrom(
				eb
					.selectFrom('theme')
					.select(['theme.id', 'theme.label'])
					.whereRef('theme.contractId', '=', 'contract.id')
					.orderBy('theme.position')
					.limit(200)
			).as('themes'),
			jsonArrayFrom(
				eb
					.selectFrom('commune')
					.select(['commune.id', 'commune.name'])
					.select(sql<boolean>`commune.population < territory.name_threshold`.as('small'))
					.whereRef('commune.territoryId', '=', 'territory.id')
					.orderBy('commune.name')
					.limit(500)
			).as('communes'),
			jsonArrayFrom(
				eb
					.selectFrom('body')
					.select(['body.id', 'body.name'])
					.whereRef('body.contractId', '=', 'contract.id')
					.where('body.public', '=', true)
					.orderBy('body.position')
					.limit(100)
			).as('bodies')
		])
		.where('contract.id', '=', contractId)
		.executeTakeFirst();
	return row ?? { axes: [], themes: [], communes: [], bodies: [] };
}
