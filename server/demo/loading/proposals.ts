/** Loads the proposals: what was received, by which channel, what was published, how to answer. */
import { createHash } from 'node:crypto';
import { createDocument } from '#lib/document/server/document-writes.ts';
import { FOLLOW_NUMBER_BYTES, makeFollowNumber, prefixOf } from '#lib/proposal/follow-number.ts';
import { summaryOf } from '#lib/proposal/proposal.ts';
import type { ProposalState } from '#lib/access/permissions.ts';
import type { DemoProposal } from '../proposal-shape.ts';
import { steadyMinutes, steadyNumber, type Story } from './story.ts';

const OUTCOMES: Record<NonNullable<DemoProposal['answer']>['outcome'], ProposalState> = {
	retained: 'RETAINED',
	merged: 'MERGED_INTO',
	postponed: 'POSTPONED',
	declined: 'REJECTED',
	redirected: 'REDIRECTED'
};

const UNANSWERED: Record<DemoProposal['state'], ProposalState> = {
	received: 'RECEIVED',
	held: 'HELD_PRIVACY',
	published: 'PUBLISHED',
	answered: 'PUBLISHED'
};

/** Inserts every proposal with its words, authors, themes and the way its author is answered. */
export async function loadProposals(story: Story): Promise<void> {
	const { proposals } = story.data;
	for (const [index, proposal] of proposals.entries()) {
		await insertProposal(story, proposal, index + 1);
		tellReading(story, proposal);
	}
	await insertWords(story, proposals);
	await insertReplies(story, proposals);
	await insertThemes(story);
}

/** The words of a published proposal as one text, in the order of its form. */
export function publishedText(proposal: DemoProposal): string {
	const { what, forWhom, where } = proposal.published ?? proposal.received;
	return [
		proposal.plainSummary,
		what,
		forWhom && `Pour qui\u00a0: ${forWhom}`,
		where && `Où\u00a0: ${where}`
	]
		.filter((part) => part)
		.join('\n');
}

/**
 * The number by which the author follows a proposal of the demonstration. Always the same, so that a
 * notice can give it: what it leads to is fictitious.
 */
export function demoFollowNumber(territoryName: string, key: string): string {
	const digest = createHash('sha256').update(`demonstration ${key}`).digest();
	return makeFollowNumber(prefixOf(territoryName), digest.subarray(0, FOLLOW_NUMBER_BYTES));
}

async function insertProposal(story: Story, proposal: DemoProposal, number: number) {
	const { trx, territoryId, contractId } = story;
	const submittedAt = submission(story, proposal);
	const publishedAt = publication(story, proposal);
	const text = publishedText(proposal);
	const documentId =
		publishedAt === null
			? null
			: await createDocument(trx, {
					territoryId,
					kind: 'proposal',
					texts: { body: text },
					personId: story.id('person', proposal.author),
					now: publishedAt
				});
	const answeredAt = proposal.answer ? story.at(proposal.answer.sentDay, 11 * 60) : null;
	await trx
		.insertInto('proposal')
		.values({
			id: story.id('proposal', proposal.key),
			territoryId,
			contractId,
			windowId: story.id('window', proposal.window),
			axisId: story.maybeId('axis', proposal.axis),
			bodyId: story.maybeId('body', proposal.body),
			communeId: story.maybeId('commune', proposal.commune),
			documentId,
			number,
			title: proposal.published?.title ?? proposal.title,
			summary: publishedAt === null ? '' : summaryOf(proposal.plainSummary ?? text),
			kind: proposal.kind,
			college: proposal.college,
			state: stateOf(proposal),
			channel: proposal.channel,
			enteredById: story.maybeId('person', proposal.enteredBy),
			supportCount: proposal.supporters.length,
			commentCount: proposal.comments.length,
			fairOrder: steadyNumber(proposal.key),
			submittedAt,
			publishedAt,
			answeredAt,
			updatedAt: answeredAt ?? publishedAt ?? submittedAt
		})
		.execute();
	await trx
		.insertInto('proposalAuthor')
		.values({
			proposalId: story.id('proposal', proposal.key),
			personId: story.id('person', proposal.author)
		})
		.execute();
	story.tell({
		verb: 'proposal-submitted',
		subjectKind: 'proposal',
		subjectId: story.id('proposal', proposal.key),
		person: proposal.enteredBy ?? proposal.author,
		at: submittedAt,
		detail: { channel: proposal.channel }
	});
}

async function insertWords(story: Story, proposals: readonly DemoProposal[]) {
	await story.trx
		.insertInto('proposalSubmission')
		.values(
			proposals.map(({ key, published, received, moderation, originalLanguage }) => {
				// A health story that was rewritten keeps nothing of what was first sent.
				const words = published ?? received;
				const erasedDay = moderation?.originalErasedDay ?? null;
				return {
					proposalId: story.id('proposal', key),
					what: words.what,
					forWhom: words.forWhom ?? '',
					location: words.where ?? '',
					originalLanguage: originalLanguage?.code ?? '',
					originalText: originalLanguage?.text ?? '',
					eraseAfter: erasedDay === null ? null : story.at(erasedDay),
					erasedAt: erasedDay === null ? null : story.at(erasedDay)
				};
			})
		)
		.execute();
}

async function insertReplies(story: Story, proposals: readonly DemoProposal[]) {
	const authors = new Map(story.data.people.map((person) => [person.key, person]));
	await story.trx
		.insertInto('proposalReply')
		.values(
			proposals.map(({ key, author, answerChannel: channel, commune, consent }) => ({
				proposalId: story.id('proposal', key),
				followNumber: demoFollowNumber(story.data.territory.name, key),
				channel,
				email: channel === 'email' ? (authors.get(author)?.email ?? null) : null,
				postalAddress: channel === 'letter' ? (authors.get(author)?.postalAddress ?? null) : null,
				townHallCommuneId: channel === 'town_hall' ? story.maybeId('commune', commune) : null,
				consent: consent.kind,
				consentedAt: story.at(consent.day, steadyMinutes(key))
			}))
		)
		.execute();
}

async function insertThemes(story: Story) {
	await story.trx
		.insertInto('proposalTheme')
		.values(
			story.data.proposals.flatMap((proposal) =>
				proposal.themes.map((theme) => ({
					proposalId: story.id('proposal', proposal.key),
					themeId: story.id('theme', theme)
				}))
			)
		)
		.execute();
}

function tellReading(story: Story, proposal: DemoProposal) {
	const { moderation } = proposal;
	if (!moderation) return;
	const subject = { subjectKind: 'proposal', subjectId: story.id('proposal', proposal.key) };
	const publishedAt = publication(story, proposal);
	if (moderation.decision.startsWith('held')) {
		const at = new Date(submission(story, proposal).getTime() + 3_600_000);
		story.tell({ verb: 'proposal-held', ...subject, person: moderation.by, at });
	}
	if (publishedAt) {
		story.tell({ verb: 'proposal-published', ...subject, person: moderation.by, at: publishedAt });
	}
	if (moderation.originalErasedDay !== null) {
		const at = story.at(moderation.originalErasedDay);
		story.tell({ verb: 'proposal-original-erased', ...subject, person: null, at });
	}
}

function stateOf({ answer, state }: DemoProposal): ProposalState {
	return answer ? OUTCOMES[answer.outcome] : UNANSWERED[state];
}

function submission(story: Story, proposal: DemoProposal): Date {
	return story.at(proposal.day, steadyMinutes(proposal.key));
}

/** Read and published the same day at the end of it, or on a later morning. */
function publication(story: Story, proposal: DemoProposal): Date | null {
	if (proposal.publishedDay === null) return null;
	return story.at(proposal.publishedDay, proposal.publishedDay === proposal.day ? 21 * 60 : 9 * 60);
}
