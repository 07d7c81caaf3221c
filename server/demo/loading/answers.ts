/** Loads the answers: who decided, when, why, and how each author was told. */
import { newId } from '#lib/database/ids.ts';
import { insertAnswer } from '#lib/answer/server/answer-writes.ts';
import { insertEdge } from '#lib/lineage/server/lineage-writes.ts';
import type { DemoProposal } from '../proposal-shape.ts';
import type { Story } from './story.ts';

type Answer = NonNullable<DemoProposal['answer']>;

const NOON = 12 * 60;

/** Inserts the answers with what they mean for the contribution, and every notice sent or to print. */
export async function loadAnswers(story: Story): Promise<void> {
	for (const proposal of story.data.proposals) {
		if (proposal.groupedWith !== null) await loadGrouping(story, proposal, proposal.groupedWith);
		if (proposal.answer === null) continue;
		await loadAnswer(story, proposal, proposal.answer);
	}
	await loadNotices(story);
}

async function loadAnswer(story: Story, proposal: DemoProposal, answer: Answer) {
	const { trx, territoryId } = story;
	const proposalId = story.id('proposal', proposal.key);
	const byCoordination = answer.decidedAt === null;
	const answerId = newId();
	const bodyId = byCoordination ? null : story.id('body', answer.decidedBy);
	await insertAnswer(trx, {
		id: answerId,
		territoryId,
		proposalId,
		outcome: answer.outcome,
		text: answer.text,
		reasons: answer.reasons,
		redirectedTo:
			answer.outcome === 'redirected'
				? 'Service voirie et service numérique de la communauté de communes'
				: '',
		reviewOn: answer.outcome === 'postponed' ? story.on(reviewDay(story)) : null,
		state: 'published',
		preparedById: story.id('person', answer.preparedBy),
		preparedAt: story.at(answer.preparedDay, 10 * 60),
		actionSheetId: story.maybeId('sheet', answer.sheet),
		intoProposalId:
			answer.outcome === 'merged' ? story.maybeId('proposal', proposal.groupedWith) : null,
		proposedToBodyId: bodyId,
		decidedByBodyId: bodyId,
		decidedByCoordination: byCoordination,
		decidedOn: story.on(answer.decidedDay),
		publishedAt: story.at(answer.sentDay, NOON - 60)
	});
	if (answer.outcome === 'postponed' || answer.outcome === 'redirected') {
		await insertEdge(trx, {
			territoryId,
			proposalId,
			relation: answer.outcome,
			reason: answer.reasons,
			personId: story.id('person', answer.preparedBy),
			at: story.at(answer.decidedDay, NOON)
		});
	}
	const subject = { subjectKind: 'proposal', subjectId: proposalId, person: answer.preparedBy };
	const detail = { answerId, bodyId, outcome: answer.outcome };
	for (const [verb, day, minutes] of [
		['answer-prepared', answer.preparedDay, 10 * 60],
		['answer-decided', answer.decidedDay, 10 * 60 + 30],
		['answer-published', answer.sentDay, NOON - 60]
	] as const) {
		story.tell({ verb, ...subject, at: story.at(day, minutes), detail });
	}
}

async function loadGrouping(story: Story, proposal: DemoProposal, target: string) {
	const at = story.at(proposal.lineage[0]?.day ?? proposal.day, 13 * 60);
	const edgeId = await insertEdge(story.trx, {
		territoryId: story.territoryId,
		proposalId: story.id('proposal', proposal.key),
		intoProposalId: story.id('proposal', target),
		relation: 'merged',
		reason: proposal.answer?.reasons ?? '',
		personId: story.id('person', 'nadia'),
		at
	});
	story.tell({
		verb: 'proposals-merged',
		subjectKind: 'proposal',
		subjectId: story.id('proposal', proposal.key),
		person: 'nadia',
		at,
		detail: { edgeId, intoProposalId: story.id('proposal', target) }
	});
}

/** An acknowledgement for each proposal, and the notice of each answer. */
async function loadNotices(story: Story) {
	// Nothing leaves for those who wanted no answer: their number is enough.
	const told = story.data.proposals.filter(({ answerChannel }) => answerChannel !== 'none');
	const notices = told.flatMap((proposal) => [
		{ proposal, kind: 'acknowledgement' as const, day: proposal.day },
		...(proposal.answer
			? [{ proposal, kind: 'answer' as const, day: proposal.answer.sentDay }]
			: [])
	]);
	await story.trx
		.insertInto('delivery')
		.values(
			notices.map(({ proposal, kind, day }) => {
				// What came by post in the last week still waits for its letter to be printed.
				const waiting = proposal.answerChannel === 'letter' && day > -7;
				const at = story.at(day, 23 * 60);
				return {
					id: newId(),
					territoryId: story.territoryId,
					proposalId: story.id('proposal', proposal.key),
					kind,
					channel: proposal.answerChannel,
					state: waiting ? ('to_print' as const) : ('done' as const),
					createdAt: at,
					doneAt: waiting ? null : at
				};
			})
		)
		.execute();
}

/** What was postponed is looked at again in the annual review. */
function reviewDay(story: Story): number {
	return story.data.meetings.find((meeting) => meeting.key === 'REVUE-1')?.day ?? 0;
}
