import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { isSuspended } from './actor-queries.ts';

export interface OwnAccount {
	id: string;
	email: string;
	locale: 'fr' | 'en';
	demonstration: boolean;
	createdAt: Date;
}

/** An account for its owner, or null. */
export async function findOwnAccount(
	db: Kysely<Database>,
	accountId: string
): Promise<OwnAccount | null> {
	const row = await db
		.selectFrom('account')
		.select(['id', 'email', 'locale', 'demonstration', 'createdAt'])
		.where('id', '=', accountId)
		.executeTakeFirst();
	return row ?? null;
}

/** Territories that would be left without any coordinator if this account went away, 10 at most. */
export async function listOnlyCoordinated(
	db: Kysely<Database>,
	accountId: string
): Promise<string[]> {
	const rows = await db
		.selectFrom('appointment')
		.innerJoin('person', 'person.id', 'appointment.personId')
		.select('appointment.territoryId')
		.where('appointment.role', '=', 'coordinator')
		.where('person.accountId', '=', accountId)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('appointment as other')
						.innerJoin('person as otherPerson', 'otherPerson.id', 'other.personId')
						.select('other.personId')
						.whereRef('other.territoryId', '=', 'appointment.territoryId')
						.where('other.role', '=', 'coordinator')
						.where('otherPerson.accountId', 'is not', null)
						.where('otherPerson.accountId', '!=', accountId)
						.where((eb) => eb.not(isSuspended('otherPerson')))
				)
			)
		)
		.orderBy('appointment.territoryId')
		.limit(10)
		.execute();
	return rows.map(({ territoryId }) => territoryId);
}
