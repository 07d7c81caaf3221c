/** Everything that Parvis keeps about an account, for its owner (RGPD art. 15 and 20). */
import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '#lib/database/schema.ts';

/** What each list holds at most; a person has far less. */
const LIMIT = 10_000;

/** The account with its devices. Tokens are not in it: they are stored nowhere. */
export async function getOwnAccountExport(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('account')
		.select((eb) => [
			'account.email',
			'account.locale',
			'account.createdAt',
			jsonArrayFrom(
				eb
					.selectFrom('session')
					.select(['deviceLabel', 'createdAt', 'lastSeenAt', 'expiresAt', 'sharedComputer'])
					.whereRef('session.accountId', '=', 'account.id')
					.orderBy('createdAt')
					.limit(LIMIT)
			).as('devices'),
			jsonArrayFrom(
				eb
					.selectFrom('mail')
					.select(['kind', 'subject', 'text', 'state', 'createdAt', 'sentAt'])
					.whereRef('mail.recipient', '=', 'account.email')
					.where('mail.kind', '!=', 'sign-in-code')
					.orderBy('createdAt')
					.limit(LIMIT)
			).as('mails')
		])
		.where('account.id', '=', accountId)
		.executeTakeFirstOrThrow();
}

/** The persons that an account is, one a territory, each with what it said and did there. */
export async function listOwnPersonsExport(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('person')
		.innerJoin('territory', 'territory.id', 'person.territoryId')
		.leftJoin('commune', 'commune.id', 'person.communeId')
		.select((eb) => [
			'territory.name as territory',
			'person.publicName',
			'person.college',
			'commune.name as commune',
			'person.ageConfirmedAt',
			'person.createdAt',
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
					.select([
						'body.name as group',
						'membership.role',
						'membership.state',
						'membership.motivation',
						'membership.askedAt',
						'membership.endedAt'
					])
					.whereRef('membership.personId', '=', 'person.id')
					.orderBy('membership.askedAt')
					.limit(LIMIT)
			).as('groups'),
			jsonArrayFrom(
				eb
					.selectFrom('proposalAuthor')
					.innerJoin('proposal', 'proposal.id', 'proposalAuthor.proposalId')
					.leftJoin('proposalReply', 'proposalReply.proposalId', 'proposal.id')
					.select([
						'proposal.number',
						'proposal.title',
						'proposal.summary',
						'proposal.state',
						'proposal.submittedAt',
						'proposalReply.followNumber',
						'proposalReply.channel as answerChannel',
						'proposalReply.email as answerEmail',
						'proposalReply.postalAddress as answerAddress'
					])
					.whereRef('proposalAuthor.personId', '=', 'person.id')
					.orderBy('proposal.submittedAt')
					.limit(LIMIT)
			).as('proposals'),
			jsonArrayFrom(
				eb
					.selectFrom('comment')
					.select(['comment.body', 'comment.state', 'comment.createdAt'])
					.whereRef('comment.personId', '=', 'person.id')
					.orderBy('comment.createdAt')
					.limit(LIMIT)
			).as('comments'),
			jsonArrayFrom(
				eb
					.selectFrom('support')
					.innerJoin('proposal', 'proposal.id', 'support.proposalId')
					.select(['proposal.number', 'proposal.title', 'support.at'])
					.whereRef('support.personId', '=', 'person.id')
					.orderBy('support.at')
					.limit(LIMIT)
			).as('supports'),
			jsonArrayFrom(
				eb
					.selectFrom('event')
					.select(['event.verb', 'event.subjectKind', 'event.at'])
					.whereRef('event.personId', '=', 'person.id')
					.orderBy('event.at')
					.limit(LIMIT)
			).as('acts')
		])
		.where('person.accountId', '=', accountId)
		.orderBy('territory.name')
		.limit(100)
		.execute();
}
