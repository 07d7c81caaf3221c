import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aPerson, aTerritory, type TestTerritory } from '../../../../tests/support/people.ts';
import { aContribution } from '../../../../tests/support/plan.ts';
import { withdrawComment } from './withdraw-comment.ts';
import { writeComment } from './write-comment.ts';

const database = testDatabase();
let t: TestTerritory;
let proposalId: string;

beforeEach(async () => {
	t = await aTerritory(database.db);
	proposalId = await aContribution(database.db, t);
});

const write = (actor: Actor, token: string | null = null) =>
	runCommand({ db: database.db, actor }, writeComment, {
		discussed: { proposalId },
		body: 'Bonne idée.',
		parentId: null,
		token
	});

async function counts() {
	const { commentCount } = await database.db
		.selectFrom('proposal')
		.select('commentCount')
		.where('id', '=', proposalId)
		.executeTakeFirstOrThrow();
	const published = await database.db
		.selectFrom('comment')
		.select('id')
		.where('state', '=', 'published')
		.execute();
	return [commentCount, published.length];
}

describe('at the same instant', () => {
	test('comments of many people are all counted', async () => {
		const people = await Promise.all(
			Array.from({ length: 12 }, () => aPerson(database.db, t.territoryId, { trusted: true }))
		);
		const written = await Promise.all(people.map((person) => write(person)));
		expect(await counts()).toEqual([12, 12]);
		await Promise.all(
			written.slice(0, 6).map(({ id }, index) => {
				const actor = people[index];
				if (!actor) throw new Error('nobody');
				return runCommand({ db: database.db, actor }, withdrawComment, { commentId: id });
			})
		);
		expect(await counts()).toEqual([6, 6]);
	});

	test('one form sent many times is one comment, and every sending is answered', async () => {
		const person = await aPerson(database.db, t.territoryId, { trusted: true });
		const token = newId();
		const sent = await Promise.allSettled(Array.from({ length: 8 }, () => write(person, token)));
		expect(sent.filter(({ status }) => status === 'rejected')).toEqual([]);
		expect(await counts()).toEqual([1, 1]);
	});
});
