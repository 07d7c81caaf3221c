import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Role } from '#lib/access/actor.ts';
import type { Database } from '#lib/database/schema.ts';

/** A person of this territory who has an account, with their roles, or null. */
export async function findPersonWithRoles(
	db: Kysely<Database>,
	territoryId: string,
	personId: string
): Promise<{ id: string; publicName: string; roles: Role[] } | null> {
	const row = await db
		.selectFrom('person')
		.select(['person.id', 'person.publicName'])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('appointment')
					.select('appointment.role')
					.whereRef('appointment.personId', '=', 'person.id')
					.orderBy('appointment.role')
			).as('roles')
		)
		.where('person.territoryId', '=', territoryId)
		.where('person.id', '=', personId)
		.where('person.accountId', 'is not', null)
		.executeTakeFirst();
	return row ? { ...row, roles: row.roles.map(({ role }) => role) } : null;
}
