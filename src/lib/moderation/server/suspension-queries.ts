import type { Kysely, Transaction } from 'kysely';
import { can } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';
import type { Database } from '#lib/database/schema.ts';
import { environment } from '#lib/env.ts';
import type { Locale } from '#lib/messages/messages.ts';
import { isRunning, type Suspension } from '../suspension.ts';

/** A suspension as the coordination sees it. */
export interface SuspensionEntry extends Suspension {
	personId: string;
	publicName: string;
	/** Public name of who decided; null when they left. */
	byName: string | null;
	isRunning: boolean;
	/** When it was lifted, or ended by itself; null while it runs. */
	overAt: Date | null;
	liftedByName: string | null;
}

/** Suspensions of a territory, those that run first, then the latest, 200 at most; none for who may not decide. */
export async function listSuspensions(
	{ db, actor }: QueryContext,
	territoryId: string,
	now: Date
): Promise<SuspensionEntry[]> {
	if (!can(actor, 'person.suspend', { territoryId })) return [];
	const rows = await selectSuspensions(db)
		.innerJoin('person', 'person.id', 'suspension.personId')
		.leftJoin('person as decider', 'decider.id', 'suspension.decidedById')
		.leftJoin('person as lifter', 'lifter.id', 'suspension.liftedById')
		.select([
			'suspension.personId',
			'suspension.overAt',
			'person.publicName',
			'decider.publicName as byName',
			'lifter.publicName as liftedByName'
		])
		.where('suspension.territoryId', '=', territoryId)
		.orderBy((eb) => eb('suspension.overAt', 'is', null), 'desc')
		.orderBy('suspension.beganAt', 'desc')
		.orderBy('suspension.id', 'desc')
		.limit(200)
		.execute();
	return rows.map((row) => {
		const running = isRunning(row, now);
		return { ...row, isRunning: running, overAt: running ? null : (row.overAt ?? row.endsAt) };
	});
}

/**
 * The suspension of a person that runs at an instant, or null. Whoever asks has found the person through a
 * read scoped to the actor.
 */
export async function findRunningSuspension(
	db: Kysely<Database>,
	personId: string,
	now: Date
): Promise<Suspension | null> {
	const row = await selectSuspensions(db)
		.where('suspension.personId', '=', personId)
		.where('suspension.overAt', 'is', null)
		.where((eb) => eb.or([eb('suspension.endsAt', 'is', null), eb('suspension.endsAt', '>', now)]))
		.executeTakeFirst();
	return row ?? null;
}

/** Locks a person, so that two who decide about them do it one after the other. */
export async function lockPerson(trx: Transaction<Database>, personId: string): Promise<void> {
	await trx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute();
}

/** Whom to write to about a decision on a person, and what the mail says of their territory, or null. */
export async function findSuspendedContact(
	db: Kysely<Database>,
	personId: string
): Promise<{
	email: string;
	locale: Locale;
	territory: string;
	timeZone: string;
	helpPhone: string;
	helpEmail: string;
	/** Of the territory, without a final slash. */
	address: string;
} | null> {
	const row = await db
		.selectFrom('person')
		.innerJoin('account', 'account.id', 'person.accountId')
		.innerJoin('territory', 'territory.id', 'person.territoryId')
		.select([
			'account.email',
			'account.locale',
			'territory.name as territory',
			'territory.slug',
			'territory.timeZone',
			'territory.helpPhone',
			'territory.helpEmail'
		])
		.where('person.id', '=', personId)
		.executeTakeFirst();
	if (!row) return null;
	const { slug, ...contact } = row;
	return { ...contact, address: new URL(`/${slug}`, environment().origin).href };
}

function selectSuspensions(db: Kysely<Database>) {
	return db
		.selectFrom('suspension')
		.select([
			'suspension.id',
			'suspension.ground',
			'suspension.reason',
			'suspension.beganAt',
			'suspension.endsAt'
		]);
}
