import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { holdProposal } from '#lib/proposal/server/hold-proposal.ts';
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
import { PrepareAnswerFormSchema } from '../answer-form.ts';
import { decideAnswer } from './decide-answer.ts';
import { listAnswers } from './answer-queries.ts';
import { prepareAnswer } from './prepare-answer.ts';
import { proposeAnswer } from './propose-answer.ts';
import { publishAnswer } from './publish-answer.ts';
import { publishAnswers } from './publish-answers.ts';

const database = testDatabase();
let t: TestTerritory;
let coordinator: Actor;
let author: Actor & { personId: string };

beforeEach(async () => {
	t = await aTerritory(database.db);
	coordinator = await aCoordinator(database.db, t.territoryId);
	author = await aPerson(database.db, t.territoryId, { publicName: 'Ginette' });
});

const as = (actor: Actor) => ({ db: database.db, actor });
const stateOf = async (id: string) =>
	(
		await database.db
			.selectFrom('proposal')
			.select('state')
			.where('id', '=', id)
			.executeTakeFirstOrThrow()
	).state;

/** A contribution whose negative answer is decided and waits to be sent. */
async function aDecided() {
	const proposalId = await aContribution(database.db, t, { author });
	const prepared = v.parse(PrepareAnswerFormSchema, {
		proposalId,
		outcome: 'declined',
		text: 'Nous ne pouvons pas.',
		reasons: 'Ce n’est pas de la santé.'
	});
	const { answerId } = await runCommand(as(coordinator), prepareAnswer, prepared);
	await runCommand(as(coordinator), decideAnswer, {
		answerId,
		version: 1,
		bodyId: t.steeringCommitteeId,
		decidedOn: '2026-01-20',
		reasons: 'Décidé en séance.'
	});
	return { proposalId, answerId };
}

describe('a contribution that its author took back, or that is held', () => {
	test('does not become public again when its answer is sent', async () => {
		const { proposalId, answerId } = await aDecided();
		await runCommand(as(author), withdrawProposal, { proposal: proposalId });
		expect(
			await attempt(database.db, coordinator, publishAnswer, { answerId, version: 2 })
		).toEqual({ refused: 'conflict answer.not_open' });
		expect(await stateOf(proposalId)).toBe('WITHDRAWN');
	});

	test('does not keep the other answers from being sent', async () => {
		const held = await aDecided();
		const other = await aDecided();
		await runCommand(as(coordinator), holdProposal, { proposal: held.proposalId, reason: '' });
		expect(await runCommand(as(coordinator), publishAnswers, {})).toEqual({ sent: 1 });
		expect(await stateOf(held.proposalId)).toBe('HELD_PRIVACY');
		expect(await stateOf(other.proposalId)).toBe('REJECTED');
	});

	test('is no longer shown to the body that was asked', async () => {
		const proposalId = await aContribution(database.db, t, { author });
		const prepared = v.parse(PrepareAnswerFormSchema, {
			proposalId,
			outcome: 'declined',
			text: 'Nous ne pouvons pas.',
			reasons: 'Ce n’est pas de la santé.'
		});
		const { answerId } = await runCommand(as(coordinator), prepareAnswer, prepared);
		await runCommand(as(coordinator), proposeAnswer, {
			answerId,
			version: 1,
			bodyId: t.steeringCommitteeId
		});
		const member = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId: t.steeringCommitteeId }]
		});
		expect(await listAnswers(as(member), 'proposed')).toHaveLength(1);
		await runCommand(as(coordinator), holdProposal, { proposal: proposalId, reason: '' });
		expect(await listAnswers(as(member), 'proposed')).toEqual([]);
	});

	test('takes no other outcome than the one that passed it on', async () => {
		const proposalId = await aContribution(database.db, t, { author, state: 'REDIRECTED' });
		const prepared = v.parse(PrepareAnswerFormSchema, {
			proposalId,
			outcome: 'declined',
			text: 'Nous ne pouvons pas.',
			reasons: 'Ce n’est pas de la santé.'
		});
		expect(await attempt(database.db, coordinator, prepareAnswer, prepared)).toEqual({
			refused: 'conflict answer.not_open'
		});
	});
});
