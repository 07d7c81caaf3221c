import { beforeEach, describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { findProposal } from '#lib/proposal/server/proposal-queries.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { aContribution } from '../../../../tests/support/plan.ts';
import { lineageOfProposal } from './lineage-queries.ts';
import { mergeProposals } from './merge-proposals.ts';

const database = testDatabase();
let t: TestTerritory;
let coordinator: Actor;

beforeEach(async () => {
	t = await aTerritory(database.db);
	coordinator = await aCoordinator(database.db, t.territoryId);
	await database.db
		.updateTable('body')
		.set({ public: false })
		.where('id', '=', t.workingGroupId)
		.execute();
});

const as = (actor: Actor) => ({ db: database.db, actor });
const everyone = () => as(visitor(t.territoryId));

async function placeInGroup(proposalId: string) {
	await database.db
		.updateTable('proposal')
		.set({ bodyId: t.workingGroupId })
		.where('id', '=', proposalId)
		.execute();
}

async function aGrouping() {
	const from = await aContribution(database.db, t, { title: 'Un minibus' });
	const into = await aContribution(database.db, t, { title: 'Une navette pour Mme D.' });
	await runCommand(as(coordinator), mergeProposals, {
		proposalId: from,
		intoProposalId: into,
		reason: 'Même besoin.'
	});
	return { from, into };
}

describe('what a page hands out, shown or not', () => {
	test('holds no commune small enough to point at who wrote', async () => {
		const author = await aPerson(database.db, t.territoryId, { communeId: t.smallCommuneId });
		const id = await aContribution(database.db, t, { author, communeId: t.smallCommuneId });
		expect(JSON.stringify(await findProposal(everyone(), id))).not.toContain('Petitlieu');
		expect((await findProposal(as(coordinator), id))?.commune?.name).toBe('Petitlieu');
	});

	test('names a private group to its members and the coordination alone', async () => {
		const { from } = await aGrouping();
		await placeInGroup(from);
		const member = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId: t.workingGroupId }]
		});
		expect((await findProposal(everyone(), from))?.body).toBeNull();
		expect((await findProposal(as(member), from))?.body?.id).toBe(t.workingGroupId);
		expect((await findProposal(as(coordinator), from))?.body?.id).toBe(t.workingGroupId);
		expect((await lineageOfProposal(everyone(), from))[0]?.bodyName).toBeNull();
		expect((await lineageOfProposal(as(coordinator), from))[0]?.bodyName).not.toBeNull();
	});

	test('tells nothing of a contribution that is held since others were grouped with it', async () => {
		const { from, into } = await aGrouping();
		expect((await lineageOfProposal(everyone(), from))[0]?.intoTitle).toContain('Mme D.');
		await database.db
			.updateTable('proposal')
			.set({ state: 'HELD_PRIVACY', publishedAt: null })
			.where('id', '=', into)
			.execute();
		expect(await lineageOfProposal(everyone(), from)).toMatchObject([
			{ intoTitle: null, intoNumber: null, intoProposalId: null }
		]);
		expect((await lineageOfProposal(as(coordinator), from))[0]?.intoTitle).toContain('Mme D.');
	});
});
