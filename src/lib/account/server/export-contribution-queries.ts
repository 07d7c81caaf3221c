/**
 * What the persons of an account said, for its owner (RGPD art. 15 and 20). It reads tables of higher
 * nouns, as erasing does: what is about somebody is handed over in one place, or forgotten in another.
 */
import type { ExpressionBuilder, Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '#lib/database/schema.ts';
import { EXPORT_LIMIT } from './export-queries.ts';

/**
 * What each person of an account contributed, whole: proposals as they were sent with what was decided
 * and answered, comments, supports, reports, and the consultations they took part in. How they voted is
 * known to nobody. Where an answer goes is left out when somebody else signed too.
 */
export async function listOwnContributionsExport(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('person')
		.select((eb) => [
			'person.id as personId',
			proposals(eb).as('proposals'),
			jsonArrayFrom(
				eb
					.selectFrom('comment')
					.leftJoin('proposal', 'proposal.id', 'comment.proposalId')
					.leftJoin('actionSheet', 'actionSheet.id', 'comment.actionSheetId')
					.select([
						'proposal.number as onProposal',
						'actionSheet.code as onActionSheet',
						'comment.body',
						'comment.state',
						'comment.hiddenReason',
						'comment.createdAt'
					])
					.whereRef('comment.personId', '=', 'person.id')
					.orderBy('comment.createdAt')
					.limit(EXPORT_LIMIT)
			).as('comments'),
			jsonArrayFrom(
				eb
					.selectFrom('support')
					.innerJoin('proposal', 'proposal.id', 'support.proposalId')
					.select(['proposal.number', 'proposal.title', 'support.at'])
					.whereRef('support.personId', '=', 'person.id')
					.orderBy('support.at')
					.limit(EXPORT_LIMIT)
			).as('supports'),
			jsonArrayFrom(
				eb
					.selectFrom('report')
					.select([
						'report.subjectKind',
						'report.subjectId',
						'report.reason',
						'report.explanation',
						'report.contactEmail',
						'report.state',
						'report.decisionReason',
						'report.createdAt',
						'report.decidedAt'
					])
					.whereRef('report.personId', '=', 'person.id')
					.orderBy('report.createdAt')
					.limit(EXPORT_LIMIT)
			).as('reports'),
			jsonArrayFrom(
				eb
					.selectFrom('pollRoll')
					.innerJoin('poll', 'poll.id', 'pollRoll.pollId')
					.select(['poll.title', 'poll.question', 'poll.closesAt', 'pollRoll.college'])
					.whereRef('pollRoll.personId', '=', 'person.id')
					.orderBy('poll.closesAt')
					.limit(EXPORT_LIMIT)
			).as('consultations')
		])
		.where('person.accountId', '=', accountId)
		.orderBy('person.id')
		.limit(100)
		.execute();
}

function proposals(eb: ExpressionBuilder<Database, 'person'>) {
	return jsonArrayFrom(
		eb
			.selectFrom('proposalAuthor')
			.innerJoin('proposal', 'proposal.id', 'proposalAuthor.proposalId')
			.leftJoin('proposalSubmission', 'proposalSubmission.proposalId', 'proposal.id')
			.leftJoin('axis', 'axis.id', 'proposal.axisId')
			.leftJoin('commune', 'commune.id', 'proposal.communeId')
			.select((row) => [
				'proposal.number',
				'proposal.title',
				'proposal.kind',
				'proposal.college',
				'proposal.channel',
				'proposal.state',
				'proposal.summary',
				'axis.title as axis',
				'commune.name as commune',
				'proposalSubmission.what',
				'proposalSubmission.forWhom',
				'proposalSubmission.location',
				'proposalSubmission.originalLanguage',
				'proposalSubmission.originalText',
				'proposalSubmission.erasedAt',
				'proposal.submittedAt',
				'proposal.publishedAt',
				jsonArrayFrom(
					row
						.selectFrom('proposalTheme')
						.innerJoin('theme', 'theme.id', 'proposalTheme.themeId')
						.select('theme.label')
						.whereRef('proposalTheme.proposalId', '=', 'proposal.id')
						.orderBy('theme.position')
				).as('themes'),
				jsonArrayFrom(
					row
						.selectFrom('proposalReply')
						.leftJoin('commune as townHall', 'townHall.id', 'proposalReply.townHallCommuneId')
						.select([
							'proposalReply.followNumber',
							'proposalReply.channel',
							'proposalReply.email',
							'proposalReply.postalAddress',
							'townHall.name as townHall',
							'proposalReply.consent',
							'proposalReply.consentedAt'
						])
						.whereRef('proposalReply.proposalId', '=', 'proposal.id')
						.where(({ not, exists, selectFrom }) =>
							not(
								exists(
									selectFrom('proposalAuthor as other')
										.select('other.personId')
										.whereRef('other.proposalId', '=', 'proposal.id')
										.whereRef('other.personId', '!=', 'person.id')
								)
							)
						)
				).as('answerTo'),
				jsonArrayFrom(
					row
						.selectFrom('moderationDecision')
						.select(['decision', 'reason', 'redirectedTo', 'rewritten', 'at'])
						.whereRef('moderationDecision.proposalId', '=', 'proposal.id')
						.orderBy('at')
				).as('readings'),
				jsonArrayFrom(
					row
						.selectFrom('answer')
						.select(['outcome', 'text', 'reasons', 'redirectedTo', 'decidedOn', 'publishedAt'])
						.whereRef('answer.proposalId', '=', 'proposal.id')
						.where('answer.state', 'in', ['published', 'replaced'])
						.orderBy('publishedAt')
				).as('answers'),
				jsonArrayFrom(
					row
						.selectFrom('delivery')
						.select(['kind', 'channel', 'state', 'createdAt', 'doneAt'])
						.whereRef('delivery.proposalId', '=', 'proposal.id')
						.orderBy('createdAt')
				).as('deliveries')
			])
			.whereRef('proposalAuthor.personId', '=', 'person.id')
			.orderBy('proposal.submittedAt')
			.limit(EXPORT_LIMIT)
	);
}
