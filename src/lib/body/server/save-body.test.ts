import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import type { Command } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { fingerprint } from '#lib/territory/fingerprint.ts';
import { attempt } from '../../../../tests/support/attempt.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { bodyValues } from '../body.ts';
import { findBody, listBodies } from './body-queries.ts';
import { removeBody } from './remove-body.ts';
import { saveBody } from './save-body.ts';

const database = testDatabase();
let here: TestTerritory;
let elsewhere: TestTerritory;
let nadia: Actor;

beforeEach(async () => {
	here = await aTerritory(database.db);
	elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
	nadia = await aCoordinator(database.db, here.territoryId);
});

const trying = <I, R>(actor: Actor, command: Command<I, R>, input: I) =>
	attempt(database.db, actor, command, input);

function aForm(entry = '', stamp = '') {
	return {
		entry,
		stamp,
		name: 'Groupe Santé mentale',
		kind: 'WORKING_GROUP' as const,
		admission: 'application' as const,
		axisId: here.axisIds[1] as string | null,
		description: '',
		composition: '',
		rhythm: '4 réunions par an',
		rule: '',
		public: true
	};
}

async function stampOf(bodyId: string) {
	const body = await findBody(database.db, nadia, bodyId);
	return body ? fingerprint(bodyValues(body)) : '';
}

it('adds a group after the others', async () => {
	await trying(nadia, saveBody, aForm());
	const bodies = await listBodies(database.db, here.contractId, nadia);
	expect(bodies.at(-1)).toMatchObject({ name: 'Groupe Santé mentale', admission: 'application' });
});

it('changes a group, unless somebody changed it since it was shown', async () => {
	const stamp = await stampOf(here.workingGroupId);
	expect(await trying(nadia, saveBody, aForm(here.workingGroupId, stamp))).toHaveProperty('result');
	expect(await trying(nadia, saveBody, aForm(here.workingGroupId, stamp))).toEqual({
		refused: 'conflict body.stale'
	});
});

it('takes only an axis of its contract', async () => {
	expect(await trying(nadia, saveBody, { ...aForm(), axisId: elsewhere.axisIds[0] })).toEqual({
		refused: 'invalid contract.axis_unknown'
	});
});

it('is for coordinators of the territory', async () => {
	const camille = await aPerson(database.db, here.territoryId);
	expect(await trying(camille, saveBody, aForm())).toEqual({
		refused: 'forbidden common.forbidden'
	});
	expect(await trying(camille, removeBody, { entry: here.workingGroupId })).toEqual({
		refused: 'forbidden common.forbidden'
	});
	for (const entry of [elsewhere.workingGroupId, newId()]) {
		expect(await trying(nadia, saveBody, aForm(entry))).toEqual({ refused: 'not_found' });
		expect(await trying(nadia, removeBody, { entry })).toEqual({ refused: 'not_found' });
	}
});

it('deletes a group that is empty, and no other', async () => {
	await aPerson(database.db, here.territoryId, { memberships: [{ bodyId: here.workingGroupId }] });
	expect(await trying(nadia, removeBody, { entry: here.workingGroupId })).toEqual({
		refused: 'conflict body.has_members'
	});
	await trying(nadia, removeBody, { entry: here.steeringCommitteeId });
	expect(await findBody(database.db, nadia, here.steeringCommitteeId)).toBeNull();
});
