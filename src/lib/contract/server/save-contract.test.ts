import { beforeEach, describe, expect, it } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
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
import { contractValues, type ContractState } from '../contract.ts';
import { windowValues } from '../window.ts';
import { advanceAmendment } from './advance-amendment.ts';
import { listAmendments } from './amendment-queries.ts';
import { findCurrentContract, listOpenWindows, listWindows } from './contract-queries.ts';
import { createContract } from './create-contract.ts';
import { removeWindow } from './remove-window.ts';
import { saveContract } from './save-contract.ts';
import { saveWindow } from './save-window.ts';

const database = testDatabase();
let here: TestTerritory;
let elsewhere: TestTerritory;
let nadia: Actor;
let camille: Actor;

beforeEach(async () => {
	here = await aTerritory(database.db);
	elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
	nadia = await aCoordinator(database.db, here.territoryId);
	camille = await aPerson(database.db, here.territoryId);
});

const trying = <I, R>(actor: Actor, command: Command<I, R>, input: I) =>
	attempt(database.db, actor, command, input);
const current = () => findCurrentContract(database.db, here.territoryId);

async function contractInput(state: ContractState, signedOn: string | null = '2026-03-12') {
	const contract = await current();
	if (!contract) throw new Error('no contract');
	return {
		stamp: fingerprint(contractValues(contract)),
		title: 'Contrat local de santé',
		summary: '',
		state,
		startsOn: '2026-03-12',
		endsOn: '2031-03-11',
		signedOn,
		answerDays: 90
	};
}

describe('the contract', () => {
	it('goes only to a state that may follow', async () => {
		expect(await trying(nadia, saveContract, await contractInput('DRAFTING'))).toEqual({
			refused: 'conflict contract.state_not_next'
		});
		expect(
			await trying(nadia, saveContract, await contractInput('FINAL_EVALUATION'))
		).toHaveProperty('result');
		expect((await current())?.state).toBe('FINAL_EVALUATION');
	});

	it('is not signed without its day', async () => {
		await database.db
			.updateTable('contract')
			.set({ state: 'VALIDATION' })
			.where('id', '=', here.contractId)
			.execute();
		expect(await trying(nadia, saveContract, await contractInput('SIGNED', null))).toEqual({
			refused: 'invalid contract.signed_without_day'
		});
		expect(await trying(nadia, saveContract, await contractInput('SIGNED'))).toHaveProperty(
			'result'
		);
	});

	it('refuses a stale form, and people who do not coordinate', async () => {
		const input = await contractInput('IMPLEMENTATION');
		await trying(nadia, saveContract, input);
		expect(await trying(nadia, saveContract, input)).toEqual({
			refused: 'conflict contract.stale'
		});
		expect(await trying(camille, saveContract, await contractInput('IMPLEMENTATION'))).toEqual({
			refused: 'forbidden common.forbidden'
		});
	});

	it('is followed by another one only once it is closed', async () => {
		expect(await trying(nadia, createContract, { title: 'Le suivant' })).toEqual({
			refused: 'conflict contract.under_way'
		});
		expect(await trying(camille, createContract, { title: 'Le suivant' })).toEqual({
			refused: 'forbidden common.forbidden'
		});
		await trying(nadia, saveContract, await contractInput('CLOSED'));
		await trying(nadia, createContract, { title: 'Le suivant' });
		expect(await current()).toMatchObject({ generation: 2, state: 'EMERGENCE' });
	});
});

describe('a contribution window', () => {
	const form = (entry = '', stamp = '') => ({
		entry,
		stamp,
		title: 'Printemps',
		question: 'Que faut-il changer ?',
		description: '',
		audience: 'everyone' as const,
		opensOn: '2027-03-01',
		closesOn: '2027-03-28',
		axisIds: [here.axisIds[0], here.axisIds[0]] as string[],
		amendmentId: null as string | null
	});

	it('ends with its last day, in the time zone of the territory, the night clocks change too', async () => {
		await trying(nadia, saveWindow, form());
		const [window] = await listWindows(database.db, here.contractId);
		expect(window?.opensAt.toISOString()).toBe('2027-02-28T23:00:00.000Z');
		expect(window?.closesAt.toISOString()).toBe('2027-03-28T22:00:00.000Z');
		expect(window?.axisIds).toEqual([here.axisIds[0]]);
		const open = async (at: string) =>
			(await listOpenWindows(database.db, here.contractId, new Date(at))).length;
		expect(await open('2027-03-28T21:59:59Z')).toBe(1);
		expect(await open('2027-03-28T22:00:00Z')).toBe(0);
	});

	it('changes unless it was changed since it was shown', async () => {
		const [window] = await listWindows(database.db, here.contractId);
		if (!window) throw new Error('no window');
		const stamp = fingerprint(windowValues(window, 'Europe/Paris'));
		expect(await trying(nadia, saveWindow, form(window.id, stamp))).toHaveProperty('result');
		expect(await trying(nadia, saveWindow, form(window.id, stamp))).toEqual({
			refused: 'conflict contract.stale'
		});
	});

	it('takes axes and amendments of its own territory, from coordinators', async () => {
		expect(await trying(nadia, saveWindow, { ...form(), axisIds: [elsewhere.axisIds[0]] })).toEqual(
			{ refused: 'invalid contract.axis_unknown' }
		);
		expect(await trying(nadia, saveWindow, { ...form(), amendmentId: newId() })).toEqual({
			refused: 'invalid contract.amendment_unknown'
		});
		expect(await trying(camille, saveWindow, form())).toEqual({
			refused: 'forbidden common.forbidden'
		});
		for (const entry of [elsewhere.windowId, newId(), 'x']) {
			expect(await trying(nadia, saveWindow, form(entry))).toEqual({ refused: 'not_found' });
			expect(await trying(nadia, removeWindow, { entry })).toEqual({ refused: 'not_found' });
		}
	});

	it('is deleted when it received nothing', async () => {
		expect(await trying(camille, removeWindow, { entry: here.windowId })).toEqual({
			refused: 'forbidden common.forbidden'
		});
		expect(await trying(nadia, removeWindow, { entry: here.windowId })).toHaveProperty('result');
		expect(await listWindows(database.db, here.contractId)).toEqual([]);
	});

	it('stays when something arrived through it', async () => {
		const now = new Date();
		await database.db
			.insertInto('proposal')
			.values({
				id: newId(),
				territoryId: here.territoryId,
				contractId: here.contractId,
				windowId: here.windowId,
				number: 1,
				title: 'Un bus',
				state: 'RECEIVED',
				channel: 'online',
				fairOrder: 0.5,
				submittedAt: now,
				updatedAt: now
			})
			.execute();
		expect(await trying(nadia, removeWindow, { entry: here.windowId })).toEqual({
			refused: 'conflict contract.window_used'
		});
	});
});

describe('an amendment', () => {
	let amendment: string;

	beforeEach(async () => {
		amendment = newId();
		await database.db
			.insertInto('amendment')
			.values({
				id: amendment,
				contractId: here.contractId,
				number: 1,
				title: 'Avenant n° 1',
				state: 'PROPOSED'
			})
			.execute();
	});

	it('advances one step with its day, once however often one presses', async () => {
		const input = { amendment, state: 'IMPACT_CHECKED', on: '2026-11-20' };
		await trying(nadia, advanceAmendment, input);
		expect(await trying(nadia, advanceAmendment, input)).toEqual({
			refused: 'conflict contract.amendment_moved'
		});
		const [shown] = await listAmendments(database.db, here.contractId);
		expect(shown).toMatchObject({ state: 'IMPACT_CHECKED' });
		expect(shown?.circuit[1]).toEqual({
			state: 'IMPACT_CHECKED',
			progress: 'done',
			on: '2026-11-20'
		});
	});

	it('skips no step, and is moved by coordinators of its territory', async () => {
		const input = { amendment, state: 'IN_FORCE', on: '2026-11-20' };
		expect(await trying(nadia, advanceAmendment, input)).toEqual({
			refused: 'conflict contract.amendment_moved'
		});
		const step = { ...input, state: 'IMPACT_CHECKED' };
		expect(await trying(camille, advanceAmendment, step)).toEqual({
			refused: 'forbidden common.forbidden'
		});
		expect(await trying(visitor(here.territoryId), advanceAmendment, step)).toEqual({
			refused: 'unauthenticated common.unauthenticated'
		});
		const stranger = await aCoordinator(database.db, elsewhere.territoryId);
		expect(await trying(stranger, advanceAmendment, step)).toEqual({ refused: 'not_found' });
		expect(await trying(nadia, advanceAmendment, { ...step, amendment: 'x' })).toEqual({
			refused: 'not_found'
		});
	});
});
