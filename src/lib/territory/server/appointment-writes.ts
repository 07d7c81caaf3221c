/** Writes of roles, for commands of this noun and higher ones. They authorise nothing. */
import type { Transaction } from 'kysely';
import type { Role } from '#lib/access/actor.ts';
import { isSuspended } from '#lib/account/server/actor-queries.ts';
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

/**
 * Makes sure that somebody coordinates the territory when this person no longer can: somebody must hold
 * the keys, and who is suspended holds none.
 * @throws {AppError} conflict when nobody would be left
 */
export async function keepSomeCoordinator(
	trx: Transaction<Database>,
	territoryId: string,
	withoutPersonId: string
): Promise<void> {
	// Locked, so that two coordinators who put each other out do not leave nobody.
	const coordinators = await trx
		.selectFrom('appointment')
		.select('personId')
		.where('territoryId', '=', territoryId)
		.where('role', '=', 'coordinator')
		.orderBy('personId')
		.limit(50)
		.forUpdate()
		.execute();
	const others = coordinators.map((row) => row.personId).filter((id) => id !== withoutPersonId);
	// Asked once the rows are ours: what another decided meanwhile counts.
	const left =
		others.length > 0 &&
		(await trx
			.selectFrom('person')
			.select('person.id')
			.where('person.id', 'in', others)
			.where((eb) => eb.not(isSuspended()))
			.limit(1)
			.executeTakeFirst());
	if (!left) throw new AppError('conflict', { reason: 'territory.last_coordinator' });
}
