import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { BodyRole, Role } from '#lib/access/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { College } from '../person.ts';

export interface DemonstrationPerson {
	accountId: string;
	publicName: string;
	college: College;
	territoryName: string;
	territorySlug: string;
	roles: Role[];
	memberships: { bodyName: string; role: BodyRole }[];
}

/** People of demonstration accounts, in the order of loading, 200 at most. Never anyone else. */
export async function listDemonstrationPeople(
	db: Kysely<Database>
): Promise<DemonstrationPerson[]> {
	const rows = await db
		.selectFrom('account')
		.innerJoin('person', 'person.accountId', 'account.id')
		.innerJoin('territory', 'territory.id', 'person.territoryId')
		.select((eb) => [
			'account.id as accountId',
			'person.publicName',
			'person.college',
			'territory.name as territoryName',
			'territory.slug as territorySlug',
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
					.select(['body.name as bodyName', 'membership.role'])
					.whereRef('membership.personId', '=', 'person.id')
					.where('membership.state', '=', 'active')
					.orderBy('body.position')
			).as('memberships')
		])
		.where('account.demonstration', '=', true)
		.where('account.suspendedAt', 'is', null)
		.orderBy('person.id')
		.limit(200)
		.execute();
	return rows.map((row) => ({ ...row, roles: row.roles.map(({ role }) => role) }));
}

/** Whether an account is of the demonstration, and where its person lives on this site. */
export async function findDemonstrationAccount(
	db: Kysely<Database>,
	accountId: string
): Promise<{ id: string; territorySlug: string; coordinates: boolean } | null> {
	const row = await db
		.selectFrom('account')
		.innerJoin('person', 'person.accountId', 'account.id')
		.innerJoin('territory', 'territory.id', 'person.territoryId')
		.select((eb) => [
			'account.id',
			'territory.slug as territorySlug',
			eb
				.exists(
					eb
						.selectFrom('appointment')
						.select('appointment.personId')
						.whereRef('appointment.personId', '=', 'person.id')
						.where('appointment.role', '=', 'coordinator')
				)
				.as('coordinates')
		])
		.where('account.id', '=', accountId)
		.where('account.demonstration', '=', true)
		.orderBy('person.id')
		.executeTakeFirst();
	return row ? { ...row, coordinates: Boolean(row.coordinates) } : null;
}
