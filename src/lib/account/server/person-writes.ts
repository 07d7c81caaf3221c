import type { Transaction } from 'kysely';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { College } from '../person.ts';

export interface SavedPerson {
	territoryId: string;
	accountId: string;
	publicName: string;
	college: College;
	communeId: string | null;
	now: Date;
}

/**
 * Writes the person that an account is in a territory, with a chosen name and a confirmed age; two
 * posts at once make one. Gives its id.
 */
export async function savePerson(
	trx: Transaction<Database>,
	{ now, ...person }: SavedPerson
): Promise<string> {
	const { id } = await trx
		.insertInto('person')
		.values({
			id: newId(),
			...person,
			nameChosen: true,
			ageConfirmedAt: now,
			createdAt: now
		})
		.onConflict((conflict) =>
			conflict.columns(['territoryId', 'accountId']).doUpdateSet((eb) => ({
				publicName: person.publicName,
				college: person.college,
				communeId: person.communeId,
				nameChosen: true,
				ageConfirmedAt: eb.fn.coalesce('person.ageConfirmedAt', eb.val(now))
			}))
		)
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
