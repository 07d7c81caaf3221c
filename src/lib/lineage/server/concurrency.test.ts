import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { withdrawProposal } from '#lib/proposal/server/withdraw-proposal.ts';
import { attempt } from '../../../../tests/support/attempt.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { aContribution } from '../../../../tests/support/plan.ts';
import { mergeProposals } from './merge-proposals.ts';
import { undoLineage } from './undo-lineage.ts';

const database = testDatabase();
let t: TestTerritory;
let coordinator: Actor;

beforeEach(async () => {
	t = await aTerritory(database.db);
	coordinator = await aCoordinator(database.db, t.territoryId);
});

const group = (proposalId: string, intoProposalId: string) =>
	attempt(database.db, coordinator, mergeProposals, { proposalId, intoProposalId, reason: '' });
const stateOf = async (id: string) =>
	(
		await database.db
			.selectFrom('proposal')
			.select('state')
			.where('id', '=', id)
			.executeTakeFirstOrThrow()
	).state;

describe('at the same instant', () => {
	test.each([1, 2, 3, 4])('two groupings make no ring (%i)', async () => {
		const one = await aContribution(database.db, t);
		const other = await aContribution(database.db, t);
		const outcomes = await Promise.all([group(one, other), group(other, one)]);
		expect(outcomes.filter((outcome) => 'result' in outcome)).toHaveLength(1);
		expect([await stateOf(one), await stateOf(other)].sort()).toEqual(['MERGED_INTO', 'PUBLISHED']);
	});

	test.each([1, 2, 3, 4])('what its author takes back is not public again (%i)', async () => {
		const author = await aPerson(database.db, t.territoryId);
		const one = await aContribution(database.db, t, { author });
		const other = await aContribution(database.db, t);
		const [grouped, withdrawn] = await Promise.all([
			group(one, other),
			attempt(database.db, author, withdrawProposal, { proposal: one })
		]);
		expect(['result' in grouped, 'result' in withdrawn].sort()).toEqual([false, true]);
		expect(await stateOf(one)).toBe('result' in withdrawn ? 'WITHDRAWN' : 'MERGED_INTO');
	});

	test('a grouping is undone once', async () => {
		const one = await aContribution(database.db, t);
		const other = await aContribution(database.db, t);
		const grouped = await group(one, other);
		if (!('result' in grouped)) throw new Error(grouped.refused);
		const undo = () => attempt(database.db, coordinator, undoLineage, grouped.result);
		const outcomes = await Promise.all([undo(), undo(), undo()]);
		expect(outcomes.filter((outcome) => 'result' in outcome)).toHaveLength(1);
		expect(await stateOf(one)).toBe('PUBLISHED');
	});
});
