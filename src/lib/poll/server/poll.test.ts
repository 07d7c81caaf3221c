import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { castBallot } from './cast-ballot.ts';
import { countClosedPolls, countPoll } from './count-poll.ts';
import { createPoll } from './create-poll.ts';
import { findPoll, findPollCounts, listCountedBallots, listPolls } from './poll-queries.ts';

const database = testDatabase();
let place: TestTerritory;
let coordinator: Actor;
let voter: Actor;
let pollId: string;
let options: string[];

const plainDay = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeEach(async () => {
	const { db } = database;
	place = await aTerritory(db);
	coordinator = await aCoordinator(db, place.territoryId);
	voter = await aPerson(db, place.territoryId);
	pollId = await runCommand({ db, actor: coordinator }, createPoll, {
		title: 'Que faire en premier',
		question: 'Quelles actions ajouter ?',
		description: '',
		options: ['Le bus', 'Les bancs', 'L’eau'],
		maxChoices: 2,
		bodyId: null,
		roll: 'open',
		opensOn: plainDay(-2),
		closesOn: plainDay(2)
	});
	const poll = await findPoll({ db, actor: coordinator }, pollId);
	options = poll?.options.map(({ id }) => id) ?? [];
});

/** Ends the poll as the passing of days would. */
async function close() {
	await database.db
		.updateTable('poll')
		.set({ opensAt: new Date(Date.now() - 9e8), closesAt: new Date(Date.now() - 1000) })
		.where('id', '=', pollId)
		.execute();
}

const cast = (actor: Actor, choices: string[]) =>
	runCommand({ db: database.db, actor }, castBallot, { pollId, choices }, { secret: true });

/** Makes the roll what it was when the poll opened, two days ago. */
async function fixRoll(values: { audience?: 'members'; bodyId?: string } = {}) {
	await database.db
		.updateTable('poll')
		.set({ roll: 'fixed', ...values })
		.where('id', '=', pollId)
		.execute();
}
const longAgo = new Date('2026-01-01T00:00:00Z');

describe('a fixed roll', () => {
	test('lets in those who were there when the question opened, and nobody since', async () => {
		const { db } = database;
		await fixRoll();
		const earlier = await aPerson(db, place.territoryId, { now: longAgo });
		expect(await findPoll({ db, actor: earlier }, pollId)).toMatchObject({ inTime: true });
		expect(await findPoll({ db, actor: voter }, pollId)).toMatchObject({ inTime: false });
		expect(await findPoll({ db, actor: visitor(place.territoryId) }, pollId)).toMatchObject({
			inTime: false
		});
		await cast(earlier, options.slice(0, 1));
		await expect(cast(voter, options.slice(0, 1))).rejects.toMatchObject({
			...{ code: 'forbidden', details: { reason: 'poll.not_in_time' } }
		});
		expect(await db.selectFrom('pollRoll').selectAll().execute()).toHaveLength(1);
	});

	test('of a group counts from when one became its member', async () => {
		const { db } = database;
		const bodyId = place.workingGroupId;
		await fixRoll({ audience: 'members', bodyId });
		const seat = { memberships: [{ bodyId }] };
		const earlier = await aPerson(db, place.territoryId, { ...seat, now: longAgo });
		const since = await aPerson(db, place.territoryId, { ...seat, now: longAgo });
		await db
			.updateTable('membership')
			.set({ joinedAt: new Date() })
			.where('personId', '=', since.personId)
			.execute();
		await cast(earlier, options.slice(0, 1));
		await expect(cast(since, options.slice(0, 1))).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('an open roll lets in whoever comes until the last day', async () => {
		const { db } = database;
		expect(await findPoll({ db, actor: voter }, pollId)).toMatchObject({ inTime: true });
		await cast(voter, options.slice(0, 1));
	});
});

describe('casting', () => {
	test('a person votes once, however many times they send', async () => {
		const first = await cast(voter, options.slice(0, 1));
		expect(first.receipt).toMatch(/^[0-9a-f-]{36}$/);
		await expect(cast(voter, options.slice(1, 2))).rejects.toMatchObject({ code: 'conflict' });
		const ballots = await database.db.selectFrom('ballot').select('id').execute();
		expect(ballots).toHaveLength(1);
	});

	test('twenty parallel posts of one person are one ballot', async () => {
		const outcomes = await Promise.allSettled(
			Array.from({ length: 20 }, () => cast(voter, options.slice(0, 1)))
		);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const ballots = await database.db.selectFrom('ballot').select('id').execute();
		expect(ballots).toHaveLength(1);
	});

	test('a ballot leaves no event and shares no key with the roll', async () => {
		const before = await database.db.selectFrom('event').select('id').execute();
		await cast(voter, options.slice(0, 2));
		const after = await database.db.selectFrom('event').select('id').execute();
		const [ballot] = await database.db.selectFrom('ballot').selectAll().execute();
		expect(after).toHaveLength(before.length);
		expect(Object.keys(ballot ?? {}).sort()).toEqual(['choices', 'college', 'id', 'pollId']);
		expect(JSON.stringify(ballot)).not.toContain(voter.personId ?? 'nobody');
	});

	test('too many choices, unknown choices and visitors are refused', async () => {
		await expect(cast(voter, options)).rejects.toMatchObject({
			details: { reason: 'poll.too_many_choices' }
		});
		await expect(cast(voter, [place.communeId])).rejects.toMatchObject({ code: 'invalid' });
		await expect(cast(visitor(place.territoryId), options.slice(0, 1))).rejects.toMatchObject({
			code: 'unauthenticated'
		});
	});

	test('after the last day the command and the database both refuse', async () => {
		await close();
		await expect(cast(voter, options.slice(0, 1))).rejects.toMatchObject({ code: 'closed' });
		const direct = database.db
			.insertInto('ballot')
			.values({ id: crypto.randomUUID(), pollId, college: 'resident', choices: [] })
			.execute();
		await expect(direct).rejects.toThrow(/poll is not open/);
	});

	test('a poll of another territory is unknown', async () => {
		const elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
		const stranger = await aPerson(database.db, elsewhere.territoryId);
		await expect(cast(stranger, options.slice(0, 1))).rejects.toMatchObject({ code: 'not_found' });
		expect(await listPolls({ db: database.db, actor: stranger })).toEqual([]);
	});
});

describe('counting', () => {
	test('nobody sees a result before the end, and the count is what the ballots say', async () => {
		const { db } = database;
		const other = await aPerson(db, place.territoryId, { college: 'professional' });
		const published = { id: pollId, publicationThreshold: 5 };
		await cast(voter, options.slice(0, 2));
		await cast(other, options.slice(1, 2));
		await expect(
			runCommand({ db, actor: coordinator }, countPoll, { pollId })
		).rejects.toMatchObject({ code: 'conflict' });
		expect((await findPollCounts({ db }, pollId)).tallies).toEqual([]);
		expect(await listCountedBallots({ db }, published)).toEqual([]);
		await close();
		await runCommand({ db, actor: coordinator }, countPoll, { pollId });
		const { tallies, turnout } = await findPollCounts({ db }, pollId);
		const voices = options.map((id) =>
			tallies.filter(({ optionId }) => optionId === id).reduce((sum, { count }) => sum + count, 0)
		);
		expect(voices).toEqual([1, 2, 0]);
		expect(turnout).toEqual(
			new Map([
				['professional', 1],
				['resident', 1]
			])
		);
		const ballots = await listCountedBallots({ db }, published);
		expect(ballots.map(({ college }) => college)).toEqual(['', '']);
		const large = await listCountedBallots({ db }, { ...published, publicationThreshold: 1 });
		expect(large.map(({ college }) => college).sort()).toEqual(['professional', 'resident']);
	});

	test('is done once, and holds every ballot that was taken, whatever comes at the same instant', async () => {
		const people = await Promise.all(
			Array.from({ length: 12 }, () => aPerson(database.db, place.territoryId))
		);
		// Clocks of the test alone: for the database, the poll is open all along.
		const before = { clock: () => new Date(), secret: true };
		const after = { clock: () => new Date(Date.now() + 9e8) };
		const count = () =>
			runCommand({ db: database.db, actor: coordinator }, countPoll, { pollId }, after);
		const castings = people.map((actor) =>
			runCommand(
				{ db: database.db, actor },
				castBallot,
				{ pollId, choices: options.slice(0, 1) },
				before
			)
		);
		const [cast, counts] = await Promise.all([
			Promise.allSettled(castings),
			Promise.allSettled([count(), count(), count()])
		]);
		expect(counts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		for (const outcome of [...cast, ...counts]) {
			if (outcome.status === 'rejected') {
				expect(outcome.reason).toMatchObject({
					code: expect.stringMatching(/^(closed|conflict)$/)
				});
			}
		}
		const taken = cast.filter(({ status }) => status === 'fulfilled').length;
		const { tallies } = await findPollCounts({ db: database.db }, pollId);
		const ballots = await database.db.selectFrom('ballot').select('id').execute();
		const voices = tallies.reduce((sum, tally) => sum + tally.count, 0);
		expect([voices, ballots.length]).toEqual([taken, taken]);
	});

	test('after the count, row versions no longer tell which ballot came with which voter', async () => {
		await cast(voter, options.slice(0, 1));
		await close();
		const counted = await database.run((trx) => countClosedPolls(trx, new Date()));
		const { rows } = await sql<{ linked: number }>`
			select count(*)::int as linked from ballot join poll_roll on ballot.xmin = poll_roll.xmin
		`.execute(database.db);
		expect(counted).toBe(1);
		expect(rows[0]?.linked).toBe(0);
	});

	test('only the coordination counts', async () => {
		await close();
		const counting = runCommand({ db: database.db, actor: voter }, countPoll, { pollId });
		await expect(counting).rejects.toMatchObject({ code: 'forbidden' });
	});
});
