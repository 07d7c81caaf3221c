import { sql, type InferResult, type Kysely, type RawBuilder } from 'kysely';
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
	if (territoryId === null) return actorOf(signedIn, null, undefined);
	const person = await selectPersons(db)
		.where('person.accountId', '=', signedIn.accountId)
		.where('person.territoryId', '=', territoryId)
		.executeTakeFirst();
	return actorOf(signedIn, territoryId, person);
}

/** Who each of some signed-in accounts is in a territory, in the order asked, in one query. */
export async function listActors(
	db: Kysely<Database>,
	asked: readonly { signedIn: SignedIn; territoryId: string }[]
): Promise<Actor[]> {
	const accounts = [...new Set(asked.map(({ signedIn }) => signedIn.accountId))];
	const territories = [...new Set(asked.map(({ territoryId }) => territoryId))];
	const persons = await selectPersons(db)
		.where(sql<boolean>`person.account_id = any(${accounts}::uuid[])`)
		.where(sql<boolean>`person.territory_id = any(${territories}::uuid[])`)
		.execute();
	const byKey = new Map(persons.map((one) => [`${one.accountId ?? ''} ${one.territoryId}`, one]));
	return asked.map(({ signedIn, territoryId }) =>
		actorOf(signedIn, territoryId, byKey.get(`${signedIn.accountId} ${territoryId}`))
	);
}

/**
 * Whether a row of `person` in the query, by its alias, is suspended now, by the database's clock: a
 * suspension that has an end is over by itself.
 */
export function isSuspended(alias = 'person'): RawBuilder<boolean> {
	const [since, until] = [sql.ref(`${alias}.suspendedAt`), sql.ref(`${alias}.suspendedUntil`)];
	return sql<boolean>`(${since} is not null and (${until} is null or ${until} > now()))`;
}

function selectPersons(db: Kysely<Database>) {
	return db
		.selectFrom('person')
		.select((eb) => [
			'person.id',
			'person.accountId',
			'person.territoryId',
			'person.publicName',
			'person.nameChosen',
			'person.college',
			isSuspended().as('suspended'),
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
		]);
}

type PersonRow = InferResult<ReturnType<typeof selectPersons>>[number];

function actorOf(
	signedIn: SignedIn,
	territoryId: string | null,
	person: PersonRow | undefined
): Actor {
	const base: Actor = {
		...visitor(territoryId),
		accountId: signedIn.accountId,
		sessionId: signedIn.sessionId,
		sharedComputer: signedIn.sharedComputer,
		demonstration: signedIn.demonstration,
		suspended: signedIn.suspended
	};
	if (!person) return base;
	return {
		...base,
		personId: person.id,
		publicName: person.publicName,
		named: person.nameChosen,
		college: person.college,
		roles: person.roles.map(({ role }) => role),
		memberships: person.memberships,
		suspended: signedIn.suspended || person.suspended,
		trusted: person.firstPublishedAt !== null
	};
}
