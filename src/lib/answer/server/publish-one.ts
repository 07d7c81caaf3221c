import type { ProposalState } from '#lib/access/subjects.ts';
import type { CommandContext } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { environment } from '#lib/env.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { insertEdge, moveContribution } from '#lib/lineage/server/lineage-writes.ts';
import { isPassage } from '#lib/lineage/lineage.ts';
import { consolidatedStates } from '#lib/lineage/server/contribution-queries.ts';
import { lineageOfProposal } from '#lib/lineage/server/lineage-queries.ts';
import { queueMail } from '#lib/notification/server/queue-mail.ts';
import { canBecome } from '#lib/proposal/proposal.ts';
import { answerMail } from '../answer-mail.ts';
import { stateAfter, type Outcome } from '../answer.ts';
import type { AnswerView } from './answer-queries.ts';
import { insertDelivery, replacePublished, updateAnswer } from './answer-writes.ts';

/**
 * Makes a decided answer public: the contribution takes its state, the lineage says where its words
 * went, its author is told by their own way, and an earlier answer becomes history. Authorises nothing.
 * @throws {AppError} conflict when it is not decided, its version is another, or the contribution was
 * taken back or held since
 */
export async function publishOne(
	context: CommandContext,
	answer: AnswerView,
	version: number
): Promise<void> {
	const { trx, now } = context;
	if (answer.state !== 'decided') throw new AppError('conflict', { reason: 'answer.not_decided' });
	// Locked: its author may be taking it back at this instant.
	const proposal = await trx
		.selectFrom('proposal')
		.select(['state', 'answeredAt'])
		.where('id', '=', answer.proposalId)
		.forUpdate()
		.executeTakeFirst();
	if (!mayBeSent(answer.outcome, found(proposal), answer.reconsiders)) {
		throw new AppError('conflict', { reason: 'answer.not_open' });
	}
	await replacePublished(trx, answer.proposalId);
	await updateAnswer(trx, answer.id, version, { state: 'published', publishedAt: now });
	await moveContribution(trx, answer.proposalId, found(proposal).state, {
		state: stateAfter(answer.outcome),
		updatedAt: now,
		answeredAt: now
	});
	await writeEdge(context, answer);
	await tellAuthor(context, answer);
	await recordEvent(context, {
		verb: 'answer-published',
		subjectKind: 'proposal',
		subjectId: answer.proposalId,
		detail: { answerId: answer.id, outcome: answer.outcome }
	});
}

/**
 * Whether a contribution still awaits this outcome: one that was taken back or is held does not, one
 * that was answered does only when its answer is `reconsidered`.
 */
export function mayBeSent(
	outcome: Outcome,
	proposal: { state: ProposalState; answeredAt: Date | null },
	reconsidered: boolean
): boolean {
	const next = stateAfter(outcome);
	return (
		(proposal.answeredAt === null || reconsidered) &&
		consolidatedStates().includes(proposal.state) &&
		(proposal.state === next || canBecome(proposal.state, next))
	);
}

/** One edge for the outcome, unless consolidation already drew it. */
async function writeEdge(context: CommandContext, answer: AnswerView): Promise<void> {
	const { trx, actor, now } = context;
	const { outcome, actionSheetId, intoProposalId } = answer;
	const edges = await lineageOfProposal({ db: trx, actor }, answer.proposalId);
	const own = edges.filter(({ proposalId }) => proposalId === answer.proposalId);
	if (outcome === 'retained') {
		const there = own.some(
			(edge) => isPassage(edge.relation) && edge.actionSheetId === actionSheetId
		);
		if (there || actionSheetId === null) return;
	}
	if (
		outcome === 'merged' &&
		own.some((edge) => edge.relation === 'merged' && edge.intoProposalId === intoProposalId)
	) {
		return;
	}
	await insertEdge(trx, {
		territoryId: answer.territoryId,
		proposalId: answer.proposalId,
		relation: outcome === 'retained' ? 'summarised' : outcome,
		actionSheetId,
		intoProposalId,
		reason: answer.reasons,
		personId: actor.personId,
		at: now
	});
}

async function tellAuthor({ trx, now }: CommandContext, answer: AnswerView): Promise<void> {
	const { territoryId, proposalId } = answer;
	const reply = await trx
		.selectFrom('proposalReply')
		.innerJoin('territory', (join) => join.on('territory.id', '=', territoryId))
		.select(['proposalReply.channel', 'proposalReply.email', 'territory.slug', 'territory.name'])
		.select((eb) => [
			'territory.helpPhone',
			eb
				.selectFrom('account')
				.select('account.locale')
				.whereRef('account.email', '=', 'proposalReply.email')
				.as('locale')
		])
		.where('proposalReply.proposalId', '=', proposalId)
		.executeTakeFirst();
	const channel = reply?.channel ?? 'none';
	let mailId: string | null = null;
	if (reply?.email && channel === 'email') {
		const address = new URL(`/${reply.slug}/propositions/${proposalId}`, environment().origin);
		const mail = answerMail(reply.locale ?? 'fr', answer, {
			territory: reply.name,
			address: address.href,
			helpPhone: reply.helpPhone
		});
		mailId = await queueMail(trx, {
			territoryId,
			kind: 'answer',
			recipient: reply.email,
			...mail,
			now
		});
	}
	const byHand = channel === 'letter' || channel === 'town_hall';
	await insertDelivery(trx, {
		id: newId(),
		territoryId,
		proposalId,
		kind: 'answer',
		channel,
		state: byHand ? 'to_print' : channel === 'email' ? 'queued' : 'done',
		mailId,
		createdAt: now,
		doneAt: channel === 'none' ? now : null
	});
}
