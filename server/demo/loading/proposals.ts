/** Loads the proposals: what was received, by which channel, what was published, how to answer. */
import { createHash, randomUUID } from 'node:crypto';
import type { ProposalState } from '#lib/access/subjects.ts';
import { stateAfter } from '#lib/answer/answer.ts';
import { insertDecision } from '#lib/moderation/server/decision-writes.ts';
import { FOLLOW_NUMBER_BYTES, makeFollowNumber, prefixOf } from '#lib/proposal/follow-number.ts';
import type { Reply } from '#lib/proposal/proposal-form.ts';
import { insertProposal } from '#lib/proposal/server/proposal-writes.ts';
import { publishWords } from '#lib/proposal/server/publication-writes.ts';
import type { DemoProposal } from '../proposal-shape.ts';
import { steadyMinutes, steadyNumber, type Story } from './story.ts';

const UNANSWERED: Record<DemoProposal['state'], ProposalState> = {
	received: 'RECEIVED',
	held: 'HELD_PRIVACY',
	published: 'PUBLISHED',
	answered: 'PUBLISHED'
};

const HOUR = 3_600_000;

/** Inserts every proposal as it was received, then as it was read and published, in order of time. */
export async function loadProposals(story: Story): Promise<void> {
	for (const proposal of story.data.proposals) {
		const number = await receive(story, proposal);
		await read(story, proposal);
		await settle(story, proposal);
		tellReceipt(story, proposal, number);
	}
}

/**
 * The number by which the author follows a proposal of the demonstration. Always the same, so that a
 * notice can give it: what it leads to is fictitious.
 */
export function demoFollowNumber(territoryName: string, key: string): string {
	const digest = createHash('sha256').update(`demonstration ${key}`).digest();
	return makeFollowNumber(prefixOf(territoryName), digest.subarray(0, FOLLOW_NUMBER_BYTES));
}

async function receive(story: Story, proposal: DemoProposal): Promise<number> {
	const { trx, territoryId, contractId } = story;
	// A health story that was rewritten keeps nothing of what was first sent.
	const { what, forWhom, where } = proposal.published ?? proposal.received;
	const { id, number } = await insertProposal(trx, {
		territoryId,
		contractId,
		windowId: story.id('window', proposal.window),
		title: proposal.published?.title ?? proposal.title,
		what,
		forWhom: forWhom ?? '',
		location: where ?? '',
		communeId: story.maybeId('commune', proposal.commune),
		axisId: story.maybeId('axis', proposal.axis),
		themeIds: proposal.themes.map((theme) => story.id('theme', theme)),
		kind: proposal.kind,
		college: proposal.college,
		channel: proposal.channel,
		authorId: story.id('person', proposal.author),
		enteredById: story.maybeId('person', proposal.enteredBy),
		reply: replyOf(story, proposal),
		consent: proposal.consent.kind,
		followNumber: demoFollowNumber(story.data.territory.name, proposal.key),
		token: randomUUID(),
		now: receivedAt(story, proposal)
	});
	story.name('proposal', proposal.key, id);
	return number;
}

/** What the coordination decided after reading, and the public text when there is one. */
async function read(story: Story, proposal: DemoProposal) {
	const { trx, territoryId } = story;
	const { moderation } = proposal;
	if (!moderation) return;
	const proposalId = story.id('proposal', proposal.key);
	const personId = story.id('person', moderation.by);
	const reason = moderation.note;
	const subject = { subjectKind: 'proposal', subjectId: proposalId, person: moderation.by };
	const held = moderation.decision.startsWith('held');
	const firstAt = new Date(receivedAt(story, proposal).getTime() + HOUR);
	if (held || moderation.decision === 'redirected') {
		const decision = held ? 'held' : 'redirected';
		const redirectedTo = held ? '' : 'Service voirie et service numérique';
		const decided = { territoryId, proposalId, personId, decision, reason, redirectedTo } as const;
		await insertDecision(trx, { ...decided, at: firstAt });
		story.tell({ verb: `proposal-${decision}`, ...subject, at: firstAt });
	}
	const at = publishedAt(story, proposal);
	if (at === null) return;
	const { what, forWhom, where } = proposal.published ?? proposal.received;
	await publishWords(trx, {
		proposalId,
		territoryId,
		authorId: story.id('person', proposal.author),
		title: proposal.published?.title ?? proposal.title,
		what,
		forWhom: forWhom ?? '',
		location: where ?? '',
		summary: proposal.plainSummary ?? '',
		now: at
	});
	const rewritten = proposal.published !== null;
	const decision = { territoryId, proposalId, personId, decision: 'published', rewritten } as const;
	await insertDecision(trx, { ...decision, reason: held ? '' : reason, at });
	story.tell({ verb: 'proposal-published', ...subject, at, detail: { rewritten } });
}

/** What no single write says: the group it went to, its counts, its state today. */
async function settle(story: Story, proposal: DemoProposal) {
	const { trx } = story;
	const proposalId = story.id('proposal', proposal.key);
	const { answer } = proposal;
	const answeredAt = answer ? story.at(answer.sentDay, 11 * 60) : null;
	await trx
		.updateTable('proposal')
		.set({
			bodyId: story.maybeId('body', proposal.body),
			state: answer ? stateAfter(answer.outcome) : UNANSWERED[proposal.state],
			supportCount: proposal.supporters.length,
			commentCount: proposal.comments.length,
			fairOrder: steadyNumber(proposal.key),
			answeredAt,
			updatedAt: answeredAt ?? publishedAt(story, proposal) ?? receivedAt(story, proposal)
		})
		.where('id', '=', proposalId)
		.execute();
	const erasedDay = proposal.moderation?.originalErasedDay ?? null;
	const language = proposal.originalLanguage;
	if (erasedDay === null && language === null) return;
	const erasedAt = erasedDay === null ? null : story.at(erasedDay);
	await trx
		.updateTable('proposalSubmission')
		.set({
			originalLanguage: language?.code ?? '',
			originalText: language?.text ?? '',
			eraseAfter: erasedAt,
			erasedAt
		})
		.where('proposalId', '=', proposalId)
		.execute();
}

function tellReceipt(story: Story, proposal: DemoProposal, number: number) {
	story.tell({
		verb: proposal.enteredBy === null ? 'proposal-submitted' : 'sheet-entered',
		subjectKind: 'proposal',
		subjectId: story.id('proposal', proposal.key),
		person: proposal.enteredBy ?? proposal.author,
		at: receivedAt(story, proposal),
		detail: { number, channel: proposal.channel }
	});
}

function replyOf(story: Story, proposal: DemoProposal): Reply {
	const author = story.data.people.find(({ key }) => key === proposal.author);
	const { answerChannel, commune } = proposal;
	if (answerChannel === 'email' && author?.email) {
		return { replyChannel: 'email', email: author.email };
	}
	if (answerChannel === 'letter' && author?.postalAddress) {
		return { replyChannel: 'letter', postalAddress: author.postalAddress };
	}
	if (answerChannel === 'town_hall' && commune !== null) {
		return { replyChannel: 'town_hall', townHallCommuneId: story.id('commune', commune) };
	}
	if (answerChannel === 'none') return { replyChannel: 'none' };
	throw new Error(`nobody can answer ${proposal.key} by ${answerChannel}`);
}

function receivedAt(story: Story, proposal: DemoProposal): Date {
	return story.at(proposal.day, steadyMinutes(proposal.key));
}

/** Read and published the same day at the end of it, or on a later morning. */
function publishedAt(story: Story, proposal: DemoProposal): Date | null {
	if (proposal.publishedDay === null) return null;
	return story.at(proposal.publishedDay, proposal.publishedDay === proposal.day ? 22 * 60 : 9 * 60);
}
