/**
 * What Parvis keeps about an account, for its owner (RGPD art. 15 and 20): the account, and the
 * persons that it is. What they said is in `export-contribution-queries.ts`.
 */
import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '#lib/database/schema.ts';

/** What each list holds at most; a person has far less. */
export const EXPORT_LIMIT = 10_000;

/** The account with its devices, its mail and its invitations. Tokens are stored nowhere. */
export async function getOwnAccountExport(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('account')
		.select((eb) => [
			'account.email',
			'account.locale',
			'account.createdAt',
			'account.suspendedAt',
			jsonArrayFrom(
				eb
					.selectFrom('session')
					.select(['deviceLabel', 'createdAt', 'lastSeenAt', 'expiresAt', 'sharedComputer'])
					.whereRef('session.accountId', '=', 'account.id')
					.orderBy('createdAt')
					.limit(EXPORT_LIMIT)
			).as('devices'),
			jsonArrayFrom(
				eb
					.selectFrom('mail')
					.select(['kind', 'subject', 'text', 'state', 'createdAt', 'sentAt'])
					.whereRef('mail.recipient', '=', 'account.email')
					.where('mail.kind', '!=', 'sign-in-code')
					.orderBy('createdAt')
					.limit(EXPORT_LIMIT)
			).as('mails'),
			jsonArrayFrom(
				eb
					.selectFrom('invitation')
					.leftJoin('body', 'body.id', 'invitation.bodyId')
					.select([
						'body.name as group',
						'invitation.role',
						'invitation.createdAt',
						'invitation.expiresAt',
						'invitation.acceptedAt'
					])
					.whereRef('invitation.email', '=', 'account.email')
					.orderBy('invitation.createdAt')
					.limit(EXPORT_LIMIT)
			).as('invitations')
		])
		.where('account.id', '=', accountId)
		.executeTakeFirstOrThrow();
}

/** The persons that an account is, one a territory: their names, roles, seats and acts. */
export async function listOwnPersonsExport(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('person')
		.innerJoin('territory', 'territory.id', 'person.territoryId')
		.leftJoin('commune', 'commune.id', 'person.communeId')
		.select((eb) => [
			'person.id',
			'territory.name as territory',
			'person.publicName',
			'person.college',
			'commune.name as commune',
			'person.ageConfirmedAt',
			'person.firstPublishedAt',
			'person.createdAt',
			jsonArrayFrom(
				eb
					.selectFrom('suspension')
					.select(['ground', 'reason', 'beganAt', 'endsAt', 'overAt'])
					.whereRef('suspension.personId', '=', 'person.id')
					.orderBy('beganAt')
					.limit(EXPORT_LIMIT)
			).as('suspensions'),
			jsonArrayFrom(
				eb
					.selectFrom('appointment')
					.select(['role', 'appointedAt'])
					.whereRef('appointment.personId', '=', 'person.id')
					.orderBy('role')
			).as('roles'),
			jsonArrayFrom(
				eb
					.selectFrom('membership')
					.innerJoin('body', 'body.id', 'membership.bodyId')
					.leftJoin('organisation', 'organisation.id', 'membership.organisationId')
					.select([
						'body.name as group',
						'organisation.name as organisation',
						'membership.role',
						'membership.voice',
						'membership.state',
						'membership.motivation',
						'membership.refusalReason',
						'membership.askedAt',
						'membership.joinedAt',
						'membership.endedAt'
					])
					.whereRef('membership.personId', '=', 'person.id')
					.orderBy('membership.askedAt')
					.limit(EXPORT_LIMIT)
			).as('groups'),
			jsonArrayFrom(
				eb
					.selectFrom('event')
					.select(['event.verb', 'event.subjectKind', 'event.at'])
					.whereRef('event.personId', '=', 'person.id')
					.orderBy('event.at')
					.limit(EXPORT_LIMIT)
			).as('acts')
		])
		.where('person.accountId', '=', accountId)
		.orderBy('territory.name')
		.limit(100)
		.execute();
}
