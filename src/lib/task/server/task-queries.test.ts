import { beforeEach, describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import { prepareAnswer } from '#lib/answer/server/prepare-answer.ts';
import { proposeAnswer } from '#lib/answer/server/propose-answer.ts';
import { runCommand } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { aContribution, aSheet } from '../../../../tests/support/plan.ts';
import { listTasks } from './task-queries.ts';

const database = testDatabase();
const NOW = new Date('2026-11-22T09:00:00Z');
let t: TestTerritory;
let coordinator: Actor & { personId: string };

beforeEach(async () => {
	t = await aTerritory(database.db, { now: NOW });
	coordinator = await aCoordinator(database.db, t.territoryId);
});

const tasksOf = (actor: Actor) => listTasks({ db: database.db, actor }, NOW);
const kindsOf = async (actor: Actor) =>
	(await tasksOf(actor)).map(({ kind, count }) => [kind, count]);
const draft = (proposalId: string) => ({
	proposalId,
	version: 0,
	outcome: 'declined' as const,
	text: 'Non.',
	reasons: 'Trop cher.',
	actionSheetId: null,
	intoProposalId: null,
	redirectedTo: '',
	reviewOn: null
});

describe('the coordination', () => {
	test('sees what waits, with the deadline of the oldest', async () => {
		await aContribution(database.db, t, { submittedAt: new Date('2026-08-20T08:00:00Z') });
		await aContribution(database.db, t, { submittedAt: new Date('2026-11-20T08:00:00Z') });
		await aContribution(database.db, t, { state: 'RECEIVED', submittedAt: NOW });
		await aSheet(database.db, t, coordinator);
		const tasks = await tasksOf(coordinator);
		expect(tasks.map(({ kind, count }) => [kind, count])).toEqual([
			['prepare-answers', 2],
			['read-contributions', 1],
			['complete-sheets', 1]
		]);
		expect(tasks[0]?.dueAt?.toISOString()).toBe('2026-11-18T08:00:00.000Z');
		expect(tasks[0]?.subjectId).toBeNull();
		expect(tasks[2]?.subjectId).not.toBeNull();
	});

	test('another territory’s work is not theirs', async () => {
		const other = await aTerritory(database.db, { slug: 'autre', now: NOW });
		await aContribution(database.db, other);
		expect(await tasksOf(coordinator)).toEqual([]);
	});

	test('a prepared answer is no longer to prepare', async () => {
		const id = await aContribution(database.db, t);
		const context = { db: database.db, actor: coordinator };
		const { answerId } = await runCommand(context, prepareAnswer, draft(id));
		expect(await kindsOf(coordinator)).toEqual([['propose-answers', 1]]);
		const bodyId = t.steeringCommitteeId;
		await runCommand(context, proposeAnswer, { answerId, version: 1, bodyId });
		expect(await kindsOf(coordinator)).toEqual([['record-decisions', 1]]);
		const chair = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId, role: 'chair' }]
		});
		expect(await kindsOf(chair)).toEqual([['decide-answers', 1]]);
	});

	test('looks again at what was postponed, from the day that was named', async () => {
		const id = await aContribution(database.db, t);
		await database.db
			.insertInto('answer')
			.values({
				...{ id: newId(), territoryId: t.territoryId, proposalId: id, outcome: 'postponed' },
				...{ text: 'Plus tard.', reasons: 'Budget.', reviewOn: '2026-11-22', state: 'published' },
				...{ preparedAt: NOW, decidedOn: '2026-06-01', publishedAt: new Date('2026-06-01') },
				decidedByBodyId: t.steeringCommitteeId
			})
			.execute();
		await database.db.updateTable('proposal').set({ answeredAt: NOW }).execute();
		const before = { db: database.db, actor: coordinator };
		expect(await listTasks(before, new Date('2026-11-21T22:00:00Z'))).toEqual([]);
		const [task] = await tasksOf(coordinator);
		expect(task).toMatchObject({ kind: 'review-answers', count: 1 });
		expect(task?.dueAt?.toISOString()).toBe('2026-11-22T23:00:00.000Z');
	});
});

describe('others', () => {
	test('a visitor has nothing, a newcomer may join an open group', async () => {
		expect(await tasksOf(visitor(t.territoryId))).toEqual([]);
		const newcomer = await aPerson(database.db, t.territoryId);
		expect(await tasksOf(newcomer)).toMatchObject([
			{ kind: 'join-group', subjectId: t.workingGroupId }
		]);
	});

	test('an author sees what came back, and the open question they have not answered', async () => {
		const author = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId: t.workingGroupId }]
		});
		const id = await aContribution(database.db, t, { author, state: 'RETURNED' });
		const pollId = newId();
		await database.db
			.insertInto('poll')
			.values({
				id: pollId,
				territoryId: t.territoryId,
				contractId: t.contractId,
				title: 'Avis',
				question: 'Lesquelles ?',
				method: 'approval',
				opensAt: new Date('2026-11-01T00:00:00Z'),
				closesAt: new Date('2026-12-01T00:00:00Z'),
				createdAt: NOW
			})
			.execute();
		expect(await tasksOf(author)).toMatchObject([
			{ kind: 'vote', subjectId: pollId },
			{ kind: 'revise-proposal', subjectId: id }
		]);
		// Put to those who were there when it opened, it does not wait for who came since.
		await database.db.updateTable('poll').set({ roll: 'fixed' }).execute();
		expect(await kindsOf(author)).toEqual([['revise-proposal', 1]]);
		await database.db.updateTable('poll').set({ roll: 'open' }).execute();
		await database.db
			.insertInto('pollRoll')
			.values({ pollId, personId: author.personId, college: 'resident' })
			.execute();
		expect(await kindsOf(author)).toEqual([['revise-proposal', 1]]);
	});

	test('a leader answers who asks to come in', async () => {
		const leader = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId: t.workingGroupId, role: 'lead' }]
		});
		const applicant = await aPerson(database.db, t.territoryId);
		await database.db
			.insertInto('membership')
			.values({
				id: newId(),
				bodyId: t.workingGroupId,
				personId: applicant.personId,
				state: 'applied',
				askedAt: NOW
			})
			.execute();
		expect(await tasksOf(leader)).toMatchObject([
			{ kind: 'review-applications', subjectId: t.workingGroupId }
		]);
	});

	test('an elected member reads the sheets under review, a clerk prints the letters', async () => {
		const elected = await aPerson(database.db, t.territoryId, { roles: ['elected'] });
		const clerk = await aPerson(database.db, t.territoryId, { roles: ['clerk'] });
		const sheetId = await aSheet(database.db, t, coordinator);
		await database.db
			.updateTable('actionSheet')
			.set({ state: 'IN_REVIEW' })
			.where('id', '=', sheetId)
			.execute();
		await database.db
			.insertInto('delivery')
			.values({
				id: newId(),
				territoryId: t.territoryId,
				proposalId: await aContribution(database.db, t),
				kind: 'answer',
				channel: 'letter',
				state: 'to_print',
				createdAt: NOW
			})
			.execute();
		expect(await tasksOf(elected)).toMatchObject([{ kind: 'read-sheets', subjectId: sheetId }]);
		expect(await kindsOf(clerk)).toEqual([['print-letters', 1]]);
	});
});
