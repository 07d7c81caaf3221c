import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '#lib/database/schema.ts';

export interface PartnerOverview {
	id: string;
	name: string;
	kind: string;
	tier: 'CORE' | 'ASSOCIATED' | null;
	signatoryId: string | null;
	partnerId: string | null;
	/** Sheets of the contract that it leads. */
	sheets: { id: string; code: string; title: string }[];
	lastContactAt: Date | null;
}

/**
 * Organisations of a territory as the coordinator follows them: signatory or partner of a contract,
 * what they lead, when somebody last noted a contact. Signatories first, then by name, 500 at most,
 * in one query.
 */
export async function listPartnerOverview(
	db: Kysely<Database>,
	territoryId: string,
	contractId: string | null
): Promise<PartnerOverview[]> {
	const rows = await db
		.selectFrom('organisation as o')
		.leftJoin('signatory as s', (join) =>
			join.onRef('s.organisationId', '=', 'o.id').on('s.contractId', '=', contractId)
		)
		.leftJoin('partner as p', (join) =>
			join.onRef('p.organisationId', '=', 'o.id').on('p.contractId', '=', contractId)
		)
		.select(['o.id', 'o.name', 'o.kind', 's.tier', 's.id as signatoryId', 'p.id as partnerId'])
		.select((eb) => [
			jsonArrayFrom(
				eb
					.selectFrom('actionSheet as a')
					.select(['a.id', 'a.code', 'a.title'])
					.whereRef('a.leadOrganisationId', '=', 'o.id')
					.where('a.contractId', '=', contractId)
					.orderBy('a.code')
			).as('sheets'),
			eb
				.selectFrom('event as e')
				.select((event) => event.fn.max('e.at').as('at'))
				.where('e.subjectKind', '=', 'organisation')
				.whereRef('e.subjectId', '=', 'o.id')
				.where('e.verb', '=', 'organisation-contacted')
				.as('lastContactAt')
		])
		.where('o.territoryId', '=', territoryId)
		.orderBy((eb) => eb('s.tier', 'is', null))
		.orderBy('s.tier', 'desc')
		.orderBy((eb) => eb('p.id', 'is', null))
		.orderBy('o.name')
		.limit(500)
		.execute();
	return rows;
}
