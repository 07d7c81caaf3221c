/** Loads the consultations: the past judgement by its tallies, two approvals by their ballots. */
import * as crypto from 'node:crypto';
import { sql } from 'kysely';
import type { DemoCollege } from '../fields.ts';
import type { DemoApproval, DemoJudgement } from '../vote-shape.ts';
import { steadyNumber, type Story } from './story.ts';

const COLLEGES: readonly DemoCollege[] = ['resident', 'professional', 'elected'];

/** Inserts the three consultations. Ballots lie apart from the roll, in no order that tells anything. */
export async function loadPolls(story: Story): Promise<void> {
	const { majorityJudgement, closedApproval, openApproval } = story.data.votes;
	await loadJudgement(story, majorityJudgement);
	await loadApproval(story, closedApproval);
	await loadApproval(story, openApproval);
	await loadRoll(story, openApproval);
}

type Poll = Pick<
	DemoJudgement,
	'key' | 'title' | 'question' | 'opensDay' | 'closesDay' | 'publicationThreshold'
>;

async function insertPoll(
	story: Story,
	poll: Poll,
	more: {
		method: DemoApproval['method'] | DemoJudgement['method'];
		maxChoices?: number;
		description: string;
	}
) {
	const opensAt = story.at(poll.opensDay, 0);
	const closesAt = story.at(poll.closesDay + 1, 0);
	await story.trx
		.insertInto('poll')
		.values({
			id: story.id('poll', poll.key),
			territoryId: story.territoryId,
			contractId: story.contractId,
			title: poll.title,
			question: poll.question,
			decidedBy: 'Comité de pilotage',
			publicationThreshold: poll.publicationThreshold,
			opensAt,
			closesAt,
			countedAt: poll.closesDay < 0 ? closesAt : null,
			createdAt: opensAt,
			...more
		})
		.execute();
	const subject = { subjectKind: 'poll', subjectId: story.id('poll', poll.key), person: 'nadia' };
	story.tell({ verb: 'poll-created', ...subject, at: opensAt });
	if (poll.closesDay < 0) story.tell({ verb: 'poll-counted', ...subject, at: closesAt });
}

async function loadJudgement(story: Story, poll: DemoJudgement) {
	const { trx } = story;
	const pollId = story.id('poll', poll.key);
	const description = `${poll.notice} ${poll.gap}`;
	await insertPoll(story, poll, { method: poll.method, description });
	await trx
		.insertInto('pollOption')
		.values(
			poll.options.map((option, position) => ({
				id: story.id('option', option.key),
				pollId,
				actionSheetId: story.maybeId('sheet', option.sheet),
				proposalId: story.maybeId('proposal', option.proposals[0] ?? null),
				label: option.title,
				position
			}))
		)
		.execute();
	await trx
		.insertInto('pollTally')
		.values(
			poll.options.flatMap((option) =>
				COLLEGES.flatMap((college) =>
					option.tallies[college].map((count, grade) => ({
						pollId,
						optionId: story.id('option', option.key),
						college,
						grade,
						count
					}))
				)
			)
		)
		.execute();
	await insertTurnout(story, pollId, poll.participation, poll.weights);
}

async function loadApproval(story: Story, poll: DemoApproval) {
	const { trx } = story;
	const pollId = story.id('poll', poll.key);
	const description = [poll.introduction, poll.outcome?.text].filter(Boolean).join(' ');
	const { method, maxChoices } = poll;
	await insertPoll(story, poll, { method, maxChoices, description });
	await trx
		.insertInto('pollOption')
		.values(
			poll.options.map((option, position) => ({
				id: story.id('option', option.key),
				pollId,
				label: option.title,
				position
			}))
		)
		.execute();
	await insertBallots(story, poll);
	if (poll.closesDay >= 0) return;
	await trx
		.insertInto('pollTally')
		.values(
			poll.options.flatMap((option) =>
				COLLEGES.map((college) => ({
					pollId,
					optionId: story.id('option', option.key),
					college,
					count: option.approvals[college]
				}))
			)
		)
		.execute();
	await insertTurnout(story, pollId, poll.participation, null);
}

async function insertBallots(story: Story, poll: DemoApproval) {
	const { trx } = story;
	const pollId = story.id('poll', poll.key);
	const ballots = poll.ballots.flatMap(({ college, choices, count }, pattern) =>
		Array.from({ length: count }, (_, index) => ({
			order: steadyNumber(`${poll.key} ${pattern} ${index}`),
			row: {
				// Random, never a time-ordered id: a ballot must not tell when it was cast.
				id: crypto.randomUUID(),
				pollId,
				college,
				choices: choices.map((key) => story.id('option', key))
			}
		}))
	);
	// The database takes ballots of an open poll, or of the one that is being counted.
	await sql`select set_config('parvis.counting', ${pollId}, true)`.execute(trx);
	await trx
		.insertInto('ballot')
		.values(ballots.toSorted((one, other) => one.order - other.order).map(({ row }) => row))
		.execute();
}

async function insertTurnout(
	story: Story,
	pollId: string,
	voters: Record<DemoCollege, number>,
	weights: Record<DemoCollege, number> | null
) {
	await story.trx
		.insertInto('pollTurnout')
		.values(
			COLLEGES.map((college) => ({
				pollId,
				college,
				voters: voters[college],
				weight: weights?.[college] ?? null
			}))
		)
		.execute();
}

/** Those who have voted: never one of the people a visitor signs in as, who must be free to vote. */
async function loadRoll(story: Story, poll: DemoApproval) {
	const voters = COLLEGES.flatMap((college) =>
		story.data.people
			.filter((person) => person.college === college && person.kind === 'individual')
			.filter((person) => person.oneClick === null)
			.slice(0, poll.participation[college])
	);
	await story.trx
		.insertInto('pollRoll')
		.values(
			voters.map(({ key, college }) => ({
				pollId: story.id('poll', poll.key),
				personId: story.id('person', key),
				college
			}))
		)
		.execute();
}
