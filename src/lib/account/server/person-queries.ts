import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import type { College } from '../person.ts';

export interface OwnPerson {
	id: string;
	publicName: string;
	nameChosen: boolean;
	college: College;
	communeId: string | null;
	communeName: string | null;
	communePopulation: number | null;
}

/** The person that an account is in a territory, with its commune, or null. */
export async function findOwnPerson(
	db: Kysely<Database>,
	accountId: string,
	territoryId: string
): Promise<OwnPerson | null> {
	const row = await db
		.selectFrom('person')
		.leftJoin('commune', 'commune.id', 'person.communeId')
		.select([
			'person.id',
			'person.publicName',
			'person.nameChosen',
			'person.college',
			'person.communeId',
			'commune.name as communeName',
			'commune.population as communePopulation'
		])
		.where('person.accountId', '=', accountId)
		.where('person.territoryId', '=', territoryId)
		.executeTakeFirst();
	return row ?? null;
}

/** Names of the groups where a person sits now, 50 at most. */
export async function listOwnBodies(db: Kysely<Database>, personId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('body', 'body.id', 'membership.bodyId')
		.select('body.name')
		.where('membership.personId', '=', personId)
		.where('membership.state', '=', 'active')
		.orderBy('body.position')
		.orderBy('body.name')
		.limit(50)
		.execute();
	return rows.map(({ name }) => name);
}

/** Whether a commune is of this territory. */
export async function isCommuneOf(
	db: Kysely<Database>,
	territoryId: string,
	communeId: string
): Promise<boolean> {
	const row = await db
		.selectFrom('commune')
		.select('id')
		.where('id', '=', communeId)
		.where('territoryId', '=', territoryId)
		.executeTakeFirst();
	return row !== undefined;
}

/** How many other accounts bear this name in the territory, capitals aside. */
export async function countHomonyms(
	db: Kysely<Database>,
	territoryId: string,
	publicName: string,
	accountId: string
): Promise<number> {
	const { count } = await db
		.selectFrom('person')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('territoryId', '=', territoryId)
		.where('accountId', 'is not', null)
		.where('accountId', '!=', accountId)
		.where((eb) => eb(eb.fn<string>('lower', ['publicName']), '=', publicName.toLowerCase()))
		.executeTakeFirstOrThrow();
	return Number(count);
}
