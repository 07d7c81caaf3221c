import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Organisation, OrganisationContact } from '../organisation.ts';

/** Organisations of a territory by name, 500 at most. */
export async function listOrganisations(
	db: Kysely<Database>,
	territoryId: string
): Promise<Organisation[]> {
	return db
		.selectFrom('organisation')
		.select(['id', 'name', 'kind', 'description'])
		.where('territoryId', '=', territoryId)
		.orderBy('name')
		.limit(500)
		.execute();
}

/** An organisation of this territory with its contacts, the private ones too, or null. */
export async function findOrganisation(
	db: Kysely<Database>,
	territoryId: string,
	organisationId: string
): Promise<(Organisation & { contacts: OrganisationContact[] }) | null> {
	if (!isId(organisationId)) return null;
	const row = await db
		.selectFrom('organisation')
		.select(['id', 'name', 'kind', 'description'])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('organisationContact as c')
					.select(['c.id', 'c.label', 'c.phone', 'c.email', 'c.hours', 'c.public'])
					.whereRef('c.organisationId', '=', 'organisation.id')
					.orderBy('c.position')
					.orderBy('c.label')
			).as('contacts')
		)
		.where('territoryId', '=', territoryId)
		.where('id', '=', organisationId)
		.executeTakeFirst();
	return row ?? null;
}

export interface PublicContact extends OrganisationContact {
	organisation: string;
}

/** Public contacts of a territory, « Qui contacter », in order, 200 at most. */
export async function listPublicContacts(
	db: Kysely<Database>,
	territoryId: string
): Promise<PublicContact[]> {
	return db
		.selectFrom('organisationContact as c')
		.innerJoin('organisation', 'organisation.id', 'c.organisationId')
		.select([
			'c.id',
			'c.label',
			'c.phone',
			'c.email',
			'c.hours',
			'c.public',
			'organisation.name as organisation'
		])
		.where('organisation.territoryId', '=', territoryId)
		.where('c.public', '=', true)
		.orderBy('c.position')
		.orderBy('organisation.name')
		.orderBy('c.id')
		.limit(200)
		.execute();
}
