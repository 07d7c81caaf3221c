import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Role } from '#lib/access/actor.ts';
import { isSuspended } from '#lib/account/server/actor-queries.ts';
import type { Database } from '#lib/database/schema.ts';

/** What the settings form of a territory shows, as its fields hold it, or null. */
export async function findTerritorySettings(db: Kysely<Database>, territoryId: string) {
	const row = await db
		.selectFrom('territory')
		.select([
			'name',
			'description',
			'helpPhone',
			'helpEmail',
			'helpHours',
			'postalAddress',
			'nameThreshold',
			'timeZone'
		])
		.where('id', '=', territoryId)
		.executeTakeFirst();
	return row ? { ...row, nameThreshold: String(row.nameThreshold) } : null;
}

export interface PersonEntry {
	id: string;
	publicName: string;
	suspended: boolean;
	roles: Role[];
	bodies: { id: string; name: string }[];
}

/**
 * People of a territory who have an account, those with a role first, then by name, 200 at most;
 * with a search, those whose public name holds it.
 */
export async function listPeople(
	db: Kysely<Database>,
	territoryId: string,
	search = ''
): Promise<PersonEntry[]> {
	const sought = search.trim().replace(/[\\%_]/g, (character) => `\\${character}`);
	const rows = await db
		.selectFrom('person')
		.select(['person.id', 'person.publicName', isSuspended().as('suspended')])
		.select((eb) => [
			jsonArrayFrom(
				eb
					.selectFrom('appointment')
					.select('appointment.role')
					.whereRef('appointment.personId', '=', 'person.id')
					.orderBy('appointment.role')
			).as('roles'),
			jsonArrayFrom(
				eb
					.selectFrom('membership')
					.innerJoin('body', 'body.id', 'membership.bodyId')
					.select(['body.id', 'body.name'])
					.whereRef('membership.personId', '=', 'person.id')
					.where('membership.state', '=', 'active')
					.orderBy('body.position')
			).as('bodies')
		])
		.where('person.territoryId', '=', territoryId)
		.where('person.accountId', 'is not', null)
		.where('person.publicName', 'ilike', `%${sought}%`)
		.orderBy(
			(eb) =>
				eb.exists(
					eb
						.selectFrom('appointment')
						.select('appointment.role')
						.whereRef('appointment.personId', '=', 'person.id')
				),
			'desc'
		)
		.orderBy('person.publicName')
		.orderBy('person.id')
		.limit(200)
		.execute();
	return rows.map(({ roles, ...person }) => ({
		...person,
		roles: roles.map(({ role }) => role)
	}));
}
