import { beforeEach, describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import { attempt } from '../../../../tests/support/attempt.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { aContribution, aSheet } from '../../../../tests/support/plan.ts';
import type { ReportedKind } from '../report.ts';
import { sendReport } from './send-report.ts';

const database = testDatabase();
let t: TestTerritory;
let coordinator: Actor;

beforeEach(async () => {
	t = await aTerritory(database.db);
	coordinator = await aCoordinator(database.db, t.territoryId);
});

const report = async (subjectKind: ReportedKind, subjectId: string, actor?: Actor) => {
	const outcome = await attempt(database.db, actor ?? visitor(t.territoryId), sendReport, {
		subjectKind,
		subjectId,
		reason: 'insult',
		explanation: '',
		contactEmail: null,
		network: '192.0.2.0/24'
	});
	return 'refused' in outcome ? outcome.refused : 'sent';
};

async function aComment(proposalId: string, state: 'published' | 'held') {
	const id = newId();
	await database.db
		.insertInto('comment')
		.values({
			id,
			territoryId: t.territoryId,
			proposalId,
			body: 'Un mot.',
			state,
			createdAt: new Date()
		})
		.execute();
	return id;
}

describe('reporting', () => {
	test('what everyone reads needs no account', async () => {
		const proposalId = await aContribution(database.db, t);
		expect(await report('proposal', proposalId)).toBe('sent');
		expect(await report('comment', await aComment(proposalId, 'published'))).toBe('sent');
	});

	test('what one may not read is as unknown as what does not exist', async () => {
		const held = await aContribution(database.db, t, { state: 'HELD_PRIVACY' });
		const open = await aContribution(database.db, t);
		const draft = await aSheet(database.db, t, coordinator);
		expect(await report('proposal', held)).toBe('not_found');
		expect(await report('comment', await aComment(held, 'published'))).toBe('not_found');
		expect(await report('comment', await aComment(open, 'held'))).toBe('not_found');
		expect(await report('action_sheet', draft)).toBe('not_found');
		expect(await report('action_sheet', draft, coordinator)).toBe('sent');
		expect(await report('proposal', newId())).toBe('not_found');
	});

	test('what is of another territory does not exist here', async () => {
		const elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
		const proposalId = await aContribution(database.db, elsewhere);
		const someone = await aPerson(database.db, t.territoryId);
		expect(await report('proposal', proposalId, someone)).toBe('not_found');
	});

	test('a network that reports without end is asked to wait', async () => {
		const proposalId = await aContribution(database.db, t);
		const outcomes: string[] = [];
		for (let sent = 0; sent < 22; sent += 1) outcomes.push(await report('proposal', proposalId));
		expect(outcomes.filter((outcome) => outcome === 'sent').length).toBeLessThan(22);
		expect(outcomes.at(-1)).toBe('rate_limited');
	});
});
