/** Writes of suspensions. They authorise nothing; the person's row says at once what every request asks. */
import type { Transaction } from 'kysely';
import { notifyRevoked } from '#lib/account/server/revocation.ts';
import { newId } from '#lib/database/ids.ts';
import type { Database } from '#lib/database/schema.ts';
import type { SuspensionGround } from '../suspension.ts';

/** Suspends a person who is not: from the commit on they write nothing. Gives the id of the decision. */
export async function insertSuspension(
	trx: Transaction<Database>,
	suspension: {
		territoryId: string;
		personId: string;
		ground: SuspensionGround;
		reason: string;
		endsAt: Date | null;
		decidedById: string | null;
		now: Date;
	}
): Promise<string> {
	const { now, ...decision } = suspension;
	const id = newId();
	await trx
		.insertInto('suspension')
		.values({ id, ...decision, beganAt: now })
		.execute();
	await trx
		.updateTable('person')
		.set({ suspendedAt: now, suspendedUntil: decision.endsAt })
		.where('id', '=', decision.personId)
		.execute();
	await notifyRevoked(trx, { personId: decision.personId });
	return id;
}

/** Ends the suspension of a person: lifted by somebody, or over by itself when nobody is named. */
export async function endSuspension(
	trx: Transaction<Database>,
	{ personId, liftedById, at }: { personId: string; liftedById: string | null; at: Date }
): Promise<void> {
	await trx
		.updateTable('suspension')
		.set((eb) => ({
			liftedById,
			// One that has an end was over by then, whenever that is noticed.
			overAt: eb.fn<Date>('least', ['endsAt', eb.val(at)])
		}))
		.where('personId', '=', personId)
		.where('overAt', 'is', null)
		.execute();
	await trx
		.updateTable('person')
		.set({ suspendedAt: null, suspendedUntil: null })
		.where('id', '=', personId)
		.execute();
	await notifyRevoked(trx, { personId });
}
