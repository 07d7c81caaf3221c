import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { visitor, type Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/database/schema.ts';

/** What the cookie proved: an account, through one of its sessions. */
export interface SignedIn {
	accountId: string;
	sessionId: string;
	sharedComputer: boolean;
	demonstration: boolean;
	suspended: boolean;
}

/** Who a signed-in account is in a territory: person, roles and active memberships, in one query. */
export async function findActor(
	db: Kysely<Database>,
	signedIn: SignedIn,
	territoryId: string | null
): Promise<Actor> {
	const base: Actor = {
		...visitor(territoryId),
		accountId: signedIn.accountId,
		sessionId: signedIn.sessionId,
		sharedComputer: signedIn.sharedComputer,
		demonstration: signedIn.demonstration,
		suspended: signedIn.suspended
	};
	if (territoryId === null) return base;
	const person = await db
		.selectFrom('person')
		.select((eb) => [
			'person.id',
			'person.publicName',
			'person.nameChosen',
			'person.college',
			'person.suspendedAt',
			'person.firstPublishedAt',
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
					.select(['membership.bodyId', 'membership.role'])
					.whereRef('membership.personId', '=', 'person.id')
					.where('membership.state', '=', 'active')
					.orderBy('membership.bodyId')
			).as('memberships')
		])
		.where('person.accountId', '=', signedIn.accountId)
		.where('person.territoryId', '=', territoryId)
		.executeTakeFirst();
	if (!person) return base;
	return {
		...base,
		personId: person.id,
		publicName: person.publicName,
		named: person.nameChosen,
		college: person.college,
		roles: person.roles.map(({ role }) => role),
		memberships: person.memberships,
		suspended: signedIn.suspended || person.suspendedAt !== null,
		trusted: person.firstPublishedAt !== null
	};
}
