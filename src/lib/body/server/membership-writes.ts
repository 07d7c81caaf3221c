/** Writes of memberships, for commands of this noun and higher ones. They authorise nothing. */
import { sql, type Transaction } from 'kysely';
import type { BodyRole } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';

export interface NewMembership {
	bodyId: string;
	personId: string;
	role?: BodyRole;
	state: 'applied' | 'active';
	motivation?: string;
	at: Date;
}

/**
 * Adds a membership, unless the person has a current one in this body: then null. The unique index
 * settles two presses at the same instant.
 */
export async function insertMembership(
	trx: Transaction<Database>,
	membership: NewMembership
): Promise<string | null> {
	const { bodyId, personId, state, at } = membership;
	const row = await trx
		.insertInto('membership')
		.values({
			id: newId(),
			bodyId,
			personId,
			role: membership.role ?? 'member',
			state,
			motivation: membership.motivation ?? '',
			askedAt: at,
			joinedAt: state === 'active' ? at : null
		})
		.onConflict((conflict) =>
			conflict
				.columns(['bodyId', 'personId'])
				// Written out: PostgreSQL cannot match a parameter to the index's condition.
				.where('state', 'in', [sql.lit<'applied'>('applied'), sql.lit<'active'>('active')])
				.doNothing()
		)
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}

/** Makes members of those whose application waits: true when there was one. */
export async function activateMembership(
	trx: Transaction<Database>,
	{ bodyId, personId, role, at }: { bodyId: string; personId: string; role?: BodyRole; at: Date }
): Promise<string | null> {
	const row = await trx
		.updateTable('membership')
		.set({ state: 'active', joinedAt: at, ...(role ? { role } : {}) })
		.where('bodyId', '=', bodyId)
		.where('personId', '=', personId)
		.where('state', '=', 'applied')
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
}
