import { beforeEach, expect, it } from 'vitest';
import { newId } from '#lib/database/ids.ts';
import { noteContact } from '#lib/organisation/server/note-contact.ts';
import { attempt } from '../../../../tests/support/attempt.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aCoordinator, aTerritory, type TestTerritory } from '../../../../tests/support/people.ts';
import { listCommuneActions, listCommuneProposals } from './commune-page-queries.ts';
import { listPartnerOverview } from './partner-overview-queries.ts';

const database = testDatabase();
let here: TestTerritory;

beforeEach(async () => {
	here = await aTerritory(database.db);
});

async function aSheet(code: string, state: 'DRAFT' | 'SIGNED', communeId?: string) {
	const { territoryId, contractId, organisationId } = here;
	const now = new Date();
	const documentId = newId();
	const id = newId();
	await database.db
		.insertInto('document')
		.values({ id: documentId, territoryId, kind: 'action-sheet', createdAt: now })
		.execute();
	await database.db
		.insertInto('actionSheet')
		.values({
			id,
			territoryId,
			contractId,
			axisId: here.axisIds[0],
			documentId,
			code,
			title: `Action ${code}`,
			state,
			leadOrganisationId: organisationId,
			createdAt: now,
			updatedAt: now
		})
		.execute();
	if (communeId) {
		await database.db
			.insertInto('actionSheetCommune')
			.values({ actionSheetId: id, communeId })
			.execute();
	}
	return id;
}

async function aProposal(number: number, state: 'PUBLISHED' | 'RETAINED' | 'RECEIVED') {
	const { territoryId, contractId, communeId } = here;
	const now = new Date();
	const id = newId();
	await database.db
		.insertInto('proposal')
		.values({
			id,
			territoryId,
			contractId,
			communeId,
			number,
			title: `Proposition ${number}`,
			state,
			channel: 'online',
			supportCount: number,
			fairOrder: 0.5,
			submittedAt: now,
			publishedAt: state === 'RECEIVED' ? null : now,
			updatedAt: now
		})
		.execute();
	return id;
}

it('lists adopted actions that name the commune, then those for the whole territory', async () => {
	await aSheet('FA-1', 'SIGNED');
	await aSheet('FA-2', 'SIGNED', here.communeId);
	await aSheet('FA-3', 'SIGNED', here.smallCommuneId);
	await aSheet('FA-4', 'DRAFT', here.communeId);
	const actions = await listCommuneActions(database.db, here.contractId, here.communeId);
	expect(actions.map(({ code, here: named }) => [code, named])).toEqual([
		['FA-2', true],
		['FA-1', false]
	]);
});

it('lists public proposals from there with their fate, never what is not published', async () => {
	const sheetId = await aSheet('FA-1', 'SIGNED');
	await aProposal(1, 'PUBLISHED');
	const retained = await aProposal(2, 'RETAINED');
	await aProposal(3, 'RECEIVED');
	await database.db
		.insertInto('lineage')
		.values({
			id: newId(),
			territoryId: here.territoryId,
			proposalId: retained,
			actionSheetId: sheetId,
			relation: 'edited',
			at: new Date()
		})
		.execute();
	const { proposals, count } = await listCommuneProposals(
		database.db,
		here.contractId,
		here.communeId
	);
	expect(count).toBe(2);
	expect(proposals.map(({ title, sheetCode }) => [title, sheetCode])).toEqual([
		['Proposition 2', 'FA-1'],
		['Proposition 1', null]
	]);
	expect(await listCommuneProposals(database.db, here.contractId, here.smallCommuneId)).toEqual({
		proposals: [],
		count: 0
	});
});

it('tells what an organisation leads and when somebody last noted a contact', async () => {
	await aSheet('FA-1', 'SIGNED');
	const nadia = await aCoordinator(database.db, here.territoryId);
	const overview = async () =>
		(await listPartnerOverview(database.db, here.territoryId, here.contractId))[0];
	expect(await overview()).toMatchObject({
		tier: null,
		lastContactAt: null,
		sheets: [{ code: 'FA-1' }]
	});
	const at = new Date('2026-11-20T10:00:00Z');
	await attempt(database.db, nadia, noteContact, { organisation: here.organisationId }, at);
	expect((await overview())?.lastContactAt).toEqual(at);
});
