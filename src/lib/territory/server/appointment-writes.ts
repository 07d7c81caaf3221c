/** Writes of roles, for commands of this noun and higher ones. They authorise nothing. */
import type { Transaction } from 'kysely';
import type { Role } from '#lib/access/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError } from '#lib/errors.ts';
import { rolesConflict } from '../roles.ts';

/**
 * Gives a role to a person of the territory; having it already changes nothing.
 * @throws {AppError} conflict when the role cannot be held beside those that the person has
 */
export async function insertAppointment(
	trx: Transaction<Database>,
	appointment: { territoryId: string; personId: string; role: Role; at: Date }
): Promise<void> {
	const { territoryId, personId, role, at } = appointment;
	const held = await trx
		.selectFrom('appointment')
		.select('role')
		.where('personId', '=', personId)
		.limit(20)
		.execute();
	if (rolesConflict([...held.map((row) => row.role), role])) {
		throw new AppError('conflict', { reason: 'territory.role_conflict', field: 'role' });
	}
	await trx
		.insertInto('appointment')
		.values({ territoryId, personId, role, appointedAt: at })
		.onConflict((conflict) => conflict.columns(['personId', 'role']).doNothing())
		.execute();
}
