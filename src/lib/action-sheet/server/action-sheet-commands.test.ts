import { beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Actor } from '#lib/access/actor.ts';
import { visitor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { addIntent } from '#lib/document/server/document-writes.ts';
import { freezeDocument, reopenDocument } from '#lib/document/server/freeze-document.ts';
import { listSourcesOf } from '#lib/lineage/server/known-source-queries.ts';
import { lineageOfProposal, lineageOfSheet } from '#lib/lineage/server/lineage-queries.ts';
import { mergeProposals } from '#lib/lineage/server/merge-proposals.ts';
import { undoLineage } from '#lib/lineage/server/undo-lineage.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { aContribution, aSheet } from '../../../../tests/support/plan.ts';
import { EditSheetSchema } from '../action-sheet-form.ts';
import { readDetails } from '../details.ts';
import { FundingFormSchema, IndicatorFormSchema, PassageFormSchema } from '../line-forms.ts';
import { findActionSheet, getActionSheet, listActionSheets } from './action-sheet-queries.ts';
import { createActionSheet } from './create-action-sheet.ts';
import { editActionSheet } from './edit-action-sheet.ts';
import { followActionSheet } from './follow-action-sheet.ts';
import { recordFundingLine } from './record-funding-line.ts';
import { recordIndicator } from './record-indicator.ts';
import { removeFundingLine } from './remove-funding-line.ts';
import { removeIndicator } from './remove-indicator.ts';
import { stepActionSheet } from './step-action-sheet.ts';
import { takePassage } from './take-passage.ts';

const database = testDatabase();
let t: TestTerritory;
let coordinator: Actor & { personId: string };
let resident: Actor & { personId: string };

beforeEach(async () => {
	t = await aTerritory(database.db);
	coordinator = await aCoordinator(database.db, t.territoryId);
	resident = await aPerson(database.db, t.territoryId);
});

const as = (actor: Actor) => ({ db: database.db, actor });
const creation = (values: object = {}) => ({
	objectiveId: t.objectiveId,
	title: 'Bus',
	plainSummary: '',
	reference: '',
	context: 'Peu de bus.',
	description: 'Un bus.\nLe jeudi.',
	amendmentId: null,
	...values
});

async function edition(sheetId: string, values: object = {}) {
	const sheet = await getActionSheet(as(coordinator), sheetId);
	return v.parse(EditSheetSchema, {
		sheetId,
		knownUpdate: sheet.updatedAt.getTime(),
		title: sheet.title,
		plainSummary: 'Un bus vient.',
		kind: 'NEW',
		priority: 'high',
		leadOrganisationId: t.organisationId,
		objectiveIds: [t.objectiveId],
		communeIds: [t.communeId],
		partnerIds: [t.organisationId],
		details: {
			equity: { universalOffer: 'Tous', trap: 'En ligne', countermeasure: 'Téléphone' },
			calendar: ['06/2027 : lancement']
		},
		...values
	});
}
const funding = (sheet: string, values: object = {}) =>
	v.parse(FundingFormSchema, {
		sheet,
		funder: 'ARS',
		year: '2027',
		requestedCents: '18 000',
		...values
	});
const indicator = (sheet: string, values: object = {}) =>
	v.parse(IndicatorFormSchema, {
		sheet,
		type: 'RESULT',
		label: 'Trajets',
		baseline: '0',
		...values
	});
const passage = (sheet: string, proposalId: string, values: object = {}) =>
	v.parse(PassageFormSchema, {
		sheet,
		proposalId,
		text: 'description',
		manner: 'as-is',
		sentences: 'Un minibus le jeudi suffirait.',
		...values
	});

describe('opening a sheet', () => {
	test('gives it the objective’s figures and a document with its two texts', async () => {
		const made = await runCommand(as(coordinator), createActionSheet, creation());
		const sheet = await getActionSheet(as(coordinator), made.sheetId);
		expect(made.code).toBe('FA-1.1.1');
		expect(sheet).toMatchObject({ state: 'DRAFT', axisCode: 'A1', progress: 'TO_START' });
		expect(sheet.description.plain).toBe('Un bus.\nLe jeudi.');
		expect(sheet.context.plain).toBe('Peu de bus.');
		expect(sheet.objectives.map(({ id }) => id)).toEqual([t.objectiveId]);
		const again = await runCommand(as(coordinator), createActionSheet, creation());
		expect(again.code).toBe('FA-1.1.1-2');
	});

	test('is refused to a resident and under a number that is taken', async () => {
		await expect(runCommand(as(resident), createActionSheet, creation())).rejects.toMatchObject({
			code: 'forbidden'
		});
		await runCommand(as(coordinator), createActionSheet, creation());
		await expect(
			runCommand(as(coordinator), createActionSheet, creation({ reference: 'FA-1.1.1' }))
		).rejects.toMatchObject({ code: 'conflict', details: { field: 'reference' } });
	});

	test('under an objective of another territory finds nothing', async () => {
		const other = await aTerritory(database.db, { slug: 'autre' });
		await expect(
			runCommand(as(coordinator), createActionSheet, creation({ objectiveId: other.objectiveId }))
		).rejects.toMatchObject({ code: 'not_found' });
	});

	test('refuses an amendment of another contract', async () => {
		await expect(
			runCommand(as(coordinator), createActionSheet, creation({ amendmentId: newId() }))
		).rejects.toMatchObject({ code: 'invalid', details: { field: 'amendmentId' } });
	});
});

describe('who reads a sheet', () => {
	test('a draft is read by who takes part, not by a passer-by nor from elsewhere', async () => {
		const id = await aSheet(database.db, t, coordinator);
		const member = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId: t.workingGroupId }]
		});
		const other = await aTerritory(database.db, { slug: 'autre' });
		const stranger = await aCoordinator(database.db, other.territoryId);
		expect(await findActionSheet(as(member), id)).not.toBeNull();
		expect(await findActionSheet(as(resident), id)).toBeNull();
		expect(await findActionSheet(as(visitor(t.territoryId)), id)).toBeNull();
		expect(await findActionSheet(as(stranger), id)).toBeNull();
		expect(await findActionSheet(as(coordinator), 'pas-un-id')).toBeNull();
		expect(await listActionSheets(as(resident), t.contractId)).toEqual([]);
		expect(await listActionSheets(as(coordinator), t.contractId)).toHaveLength(1);
	});

	test('the filter by commune keeps what serves the whole territory', async () => {
		const everywhere = await aSheet(database.db, t, coordinator, { title: 'Partout' });
		const there = await aSheet(database.db, t, coordinator, { title: 'Là' });
		await runCommand(as(coordinator), editActionSheet, await edition(there));
		const titles = async (communeId: string) =>
			(await listActionSheets(as(coordinator), t.contractId, { communeId })).map(({ id }) => id);
		expect(await titles(t.communeId)).toEqual([everywhere, there]);
		expect(await titles(t.smallCommuneId)).toEqual([everywhere]);
	});
});

describe('editing a sheet', () => {
	test('keeps its facts and records one event', async () => {
		const id = await aSheet(database.db, t, coordinator);
		await runCommand(as(coordinator), editActionSheet, await edition(id));
		const sheet = await getActionSheet(as(coordinator), id);
		expect(sheet).toMatchObject({ priority: 'high', leadName: 'Communauté de communes d’essai' });
		expect(sheet.communes.map(({ name }) => name)).toEqual(['Grandbourg']);
		expect(sheet.details.calendar).toEqual(['06/2027 : lancement']);
		const events = await database.db
			.selectFrom('event')
			.select('verb')
			.where('subjectId', '=', id)
			.orderBy('id')
			.execute();
		expect(events.map(({ verb }) => verb)).toEqual(['action-sheet-created', 'action-sheet-edited']);
	});

	test('a stale form is refused and changes nothing', async () => {
		const id = await aSheet(database.db, t, coordinator);
		const form = await edition(id, { title: 'Premier' });
		await runCommand(as(coordinator), editActionSheet, form, {
			clock: () => new Date('2027-01-01')
		});
		await expect(
			runCommand(as(coordinator), editActionSheet, { ...form, title: 'Second', communeIds: [] })
		).rejects.toMatchObject({ code: 'conflict', details: { reason: 'actionSheet.stale' } });
		const sheet = await getActionSheet(as(coordinator), id);
		expect(sheet).toMatchObject({ title: 'Premier' });
		expect(sheet.communes).toHaveLength(1);
	});

	test('an end before the start, and choices from elsewhere, are refused by field', async () => {
		const id = await aSheet(database.db, t, coordinator);
		const other = await aTerritory(database.db, { slug: 'autre' });
		const attempts: [object, string][] = [
			[{ startsOn: '2027-02-01', endsOn: '2027-01-01' }, 'endsOn'],
			[{ communeIds: [other.communeId] }, 'communeIds'],
			[{ objectiveIds: [other.objectiveId] }, 'objectiveIds'],
			[{ leadOrganisationId: other.organisationId }, 'partnerIds'],
			[{ details: readDetails({ priorityIds: [newId()] }) }, 'priorityIds']
		];
		for (const [values, field] of attempts) {
			await expect(
				runCommand(as(coordinator), editActionSheet, await edition(id, values))
			).rejects.toMatchObject({ code: 'invalid', details: { field } });
		}
	});

	test('is refused to a member of a group', async () => {
		const id = await aSheet(database.db, t, coordinator);
		const member = await aPerson(database.db, t.territoryId, {
			memberships: [{ bodyId: t.workingGroupId }]
		});
		await expect(runCommand(as(member), editActionSheet, await edition(id))).rejects.toMatchObject({
			code: 'forbidden'
		});
	});
});

describe('money and indicators', () => {
	test('a line keeps cents, and unknown stays apart from zero', async () => {
		const id = await aSheet(database.db, t, coordinator);
		const { lineId } = await runCommand(
			as(coordinator),
			recordFundingLine,
			funding(id, { requestedCents: '18 000,50 €', spentCents: '0' })
		);
		await runCommand(
			as(coordinator),
			recordFundingLine,
			funding(id, { lineId, funder: 'Région', requestedCents: '18 000,50' })
		);
		const { fundingLines } = await getActionSheet(as(coordinator), id);
		expect(fundingLines).toHaveLength(1);
		expect(fundingLines[0]).toMatchObject({
			funder: 'Région',
			requestedCents: 1_800_050,
			grantedCents: null,
			spentCents: null
		});
	});

	test('a line of another sheet is not found, and a removed one cannot be removed again', async () => {
		const one = await aSheet(database.db, t, coordinator);
		const other = await aSheet(database.db, t, coordinator);
		const { lineId } = await runCommand(as(coordinator), recordFundingLine, funding(one));
		await expect(
			runCommand(as(coordinator), recordFundingLine, funding(other, { lineId }))
		).rejects.toMatchObject({ code: 'not_found' });
		await runCommand(as(coordinator), removeFundingLine, { sheet: one, lineId });
		await expect(
			runCommand(as(coordinator), removeFundingLine, { sheet: one, lineId })
		).rejects.toMatchObject({ code: 'conflict' });
	});

	test('an indicator gets the next number of its sheet', async () => {
		const id = await aSheet(database.db, t, coordinator);
		const { indicatorId } = await runCommand(as(coordinator), recordIndicator, indicator(id));
		await runCommand(as(coordinator), recordIndicator, indicator(id, { reference: 'X' }));
		const { indicators } = await getActionSheet(as(coordinator), id);
		expect(indicators.map(({ code }) => code)).toEqual(['I-1.1.1-1', 'X']);
		await runCommand(as(coordinator), removeIndicator, { sheet: id, lineId: indicatorId });
		expect((await getActionSheet(as(coordinator), id)).indicators).toHaveLength(1);
	});

	test('a negative amount is refused by the database itself', async () => {
		const id = await aSheet(database.db, t, coordinator);
		await expect(
			database.db
				.insertInto('fundingLine')
				.values({ id: newId(), actionSheetId: id, funder: 'x', year: 2027, grantedCents: -1 })
				.execute()
		).rejects.toThrow(/funding_line_granted_positive/);
	});
});

describe('steps', () => {
	async function step(
		id: string,
		to: 'IN_REVIEW' | 'COMPLETE' | 'ARBITRATED' | 'SIGNED',
		decision = {}
	) {
		const sheet = await getActionSheet(as(coordinator), id);
		return runCommand(as(coordinator), stepActionSheet, {
			sheet: id,
			knownUpdate: sheet.updatedAt.getTime(),
			to,
			bodyId: null,
			decidedOn: null,
			...decision
		});
	}

	/** A sheet that only lacks its signature. */
	async function anArbitratedSheet() {
		const id = await aSheet(database.db, t, coordinator, { description: 'Un bus.' });
		await runCommand(as(coordinator), editActionSheet, await edition(id));
		await runCommand(as(coordinator), recordFundingLine, funding(id));
		await runCommand(as(coordinator), recordIndicator, indicator(id));
		const decision = { bodyId: t.steeringCommitteeId, decidedOn: '2026-11-20' };
		for (const to of ['IN_REVIEW', 'COMPLETE'] as const) await step(id, to);
		await step(id, 'ARBITRATED', decision);
		const { documentId } = await getActionSheet(as(coordinator), id);
		return { id, documentId, sign: () => step(id, 'SIGNED', decision) };
	}

	test('a signature seals the text, and keeps what was signed with its hash', async () => {
		const { documentId, sign } = await anArbitratedSheet();
		await sign();
		expect(await findDocument(database.db, documentId)).toMatchObject({ state: 'sealed' });
		const versions = await database.db
			.selectFrom('documentVersion')
			.select(['kind', 'seq', 'plain', 'sha256', 'madeById'])
			.where('documentId', '=', documentId)
			.execute();
		expect(versions).toEqual([
			{
				...{ kind: 'sealed', seq: 1, madeById: coordinator.personId },
				plain: expect.stringContaining('Un bus.'),
				sha256: expect.stringMatching(/^[0-9a-f]{64}$/)
			}
		]);
		for (const act of [freezeDocument, reopenDocument]) {
			const turned = runCommand(as(coordinator), act, { document: documentId });
			await expect(turned).rejects.toMatchObject({ code: 'forbidden' });
		}
	});

	test('a sheet is not signed while an edit of its text is on its way', async () => {
		const { id, documentId, sign } = await anArbitratedSheet();
		await database.run((trx) =>
			addIntent(trx, {
				documentId,
				intent: { kind: 'replace_text', text: 'description', plain: 'Deux bus.' },
				personId: coordinator.personId,
				now: new Date()
			})
		);
		await expect(sign()).rejects.toMatchObject({ details: { reason: 'document.pending' } });
		expect(await getActionSheet(as(coordinator), id)).toMatchObject({ state: 'ARBITRATED' });
		expect(await findDocument(database.db, documentId)).toMatchObject({ state: 'open' });
	});

	test('a sheet is completed only with all that the gate asks for', async () => {
		const id = await aSheet(database.db, t, coordinator, { description: 'Un bus.' });
		await runCommand(as(coordinator), editActionSheet, await edition(id));
		await step(id, 'IN_REVIEW');
		expect(await findActionSheet(as(visitor(t.territoryId)), id)).not.toBeNull();
		await expect(step(id, 'COMPLETE')).rejects.toMatchObject({
			details: { reason: 'actionSheet.incomplete' }
		});
		await runCommand(as(coordinator), recordFundingLine, funding(id));
		await runCommand(as(coordinator), recordIndicator, indicator(id));
		await step(id, 'COMPLETE');
		await expect(step(id, 'SIGNED')).rejects.toMatchObject({ code: 'conflict' });
		await expect(step(id, 'ARBITRATED')).rejects.toMatchObject({ details: { field: 'bodyId' } });
		const decision = { bodyId: t.steeringCommitteeId, decidedOn: '2026-11-20' };
		await step(id, 'ARBITRATED', decision);
		await step(id, 'SIGNED', decision);
		await expect(runCommand(as(coordinator), recordFundingLine, funding(id))).rejects.toMatchObject(
			{ code: 'forbidden' }
		);
		await runCommand(as(coordinator), followActionSheet, { sheet: id, progress: 'LATE' });
		expect(await getActionSheet(as(coordinator), id)).toMatchObject({
			state: 'SIGNED',
			progress: 'LATE'
		});
	});
});

describe('taking a passage', () => {
	test('keeps the original words and asks the document for the text', async () => {
		const author = await aPerson(database.db, t.territoryId, { publicName: 'Ginette' });
		const proposalId = await aContribution(database.db, t, { author });
		const sheetId = await aSheet(database.db, t, coordinator);
		const { edgeId } = await runCommand(as(coordinator), takePassage, passage(sheetId, proposalId));
		const [edge] = await lineageOfSheet(as(coordinator), sheetId);
		expect(edge).toMatchObject({
			id: edgeId,
			relation: 'verbatim',
			quote: 'Un minibus le jeudi suffirait.',
			authors: ['Ginette'],
			intentState: 'pending'
		});
		const intent = await database.db.selectFrom('documentIntent').selectAll().executeTakeFirst();
		expect(intent).toMatchObject({
			kind: 'insert_passage',
			payload: { text: 'description', plain: 'Un minibus le jeudi suffirait.', source: edgeId }
		});
		const { documentId } = await getActionSheet(as(coordinator), sheetId);
		expect(await listSourcesOf(database.db, [documentId])).toEqual([new Set([edgeId])]);
		expect(await lineageOfProposal(as(author), proposalId)).toEqual([]);
	});

	test('rewritten words are called edited or summed up, never verbatim', async () => {
		const proposalId = await aContribution(database.db, t);
		const sheetId = await aSheet(database.db, t, coordinator);
		const content = 'Un minibus le jeudi, à la demande.';
		await runCommand(
			as(coordinator),
			takePassage,
			passage(sheetId, proposalId, { manner: 'edited', content })
		);
		await runCommand(
			as(coordinator),
			takePassage,
			passage(sheetId, proposalId, { manner: 'summarised', content: 'Transport.' })
		);
		const edges = await lineageOfSheet(as(coordinator), sheetId);
		expect(edges.map(({ relation }) => relation)).toEqual(['edited', 'summarised']);
	});

	test('words that are not in the contribution are refused', async () => {
		const proposalId = await aContribution(database.db, t);
		const sheetId = await aSheet(database.db, t, coordinator);
		const refusals: [object, string][] = [
			[{ sentences: 'Un hélicoptère.' }, 'sentences'],
			[{ sentences: [], extract: 'Un hélicoptère.' }, 'extract'],
			[{ sentences: [] }, 'sentences'],
			[{ manner: 'edited' }, 'content']
		];
		for (const [values, field] of refusals) {
			await expect(
				runCommand(as(coordinator), takePassage, passage(sheetId, proposalId, values))
			).rejects.toMatchObject({ code: 'invalid', details: { field } });
		}
		expect(await lineageOfSheet(as(coordinator), sheetId)).toEqual([]);
	});

	test('from a contribution of elsewhere, or one held back, takes nothing', async () => {
		const sheetId = await aSheet(database.db, t, coordinator);
		const other = await aTerritory(database.db, { slug: 'autre' });
		const foreign = await aContribution(database.db, other);
		const held = await aContribution(database.db, t, { state: 'HELD_PRIVACY' });
		await expect(
			runCommand(as(coordinator), takePassage, passage(sheetId, foreign))
		).rejects.toMatchObject({ code: 'not_found' });
		await expect(
			runCommand(as(coordinator), takePassage, passage(sheetId, held))
		).rejects.toMatchObject({ code: 'conflict' });
	});

	test('an origin can be taken back', async () => {
		const proposalId = await aContribution(database.db, t);
		const sheetId = await aSheet(database.db, t, coordinator);
		const { edgeId } = await runCommand(as(coordinator), takePassage, passage(sheetId, proposalId));
		await runCommand(as(coordinator), undoLineage, { edgeId });
		expect(await lineageOfSheet(as(coordinator), sheetId)).toEqual([]);
		await expect(runCommand(as(coordinator), undoLineage, { edgeId })).rejects.toMatchObject({
			code: 'conflict'
		});
		await expect(runCommand(as(resident), undoLineage, { edgeId })).rejects.toMatchObject({
			code: 'forbidden'
		});
	});
});

describe('grouping contributions', () => {
	test('moves no support, keeps the original readable, and undo restores it', async () => {
		const one = await aContribution(database.db, t);
		const into = await aContribution(database.db, t, { title: 'Navette' });
		await database.db
			.insertInto('support')
			.values({ proposalId: one, personId: resident.personId, at: new Date() })
			.execute();
		const { edgeId } = await runCommand(as(coordinator), mergeProposals, {
			proposalId: one,
			intoProposalId: into,
			reason: 'Même besoin'
		});
		const state = async () =>
			(
				await database.db
					.selectFrom('proposal')
					.select('state')
					.where('id', '=', one)
					.executeTakeFirst()
			)?.state;
		expect(await state()).toBe('MERGED_INTO');
		expect(await lineageOfProposal(as(visitor(t.territoryId)), into)).toMatchObject([
			{ relation: 'merged', proposalId: one, intoProposalId: into }
		]);
		expect(await database.db.selectFrom('support').select('proposalId').execute()).toEqual([
			{ proposalId: one }
		]);
		await runCommand(as(coordinator), undoLineage, { edgeId });
		expect(await state()).toBe('PUBLISHED');
		expect(await lineageOfProposal(as(coordinator), into)).toEqual([]);
	});

	test('with itself, in a ring, or by a resident is refused', async () => {
		const one = await aContribution(database.db, t);
		const two = await aContribution(database.db, t);
		const merge = (actor: Actor, proposalId: string, intoProposalId: string) =>
			runCommand(as(actor), mergeProposals, { proposalId, intoProposalId, reason: '' });
		await expect(merge(coordinator, one, one)).rejects.toMatchObject({ code: 'invalid' });
		await expect(merge(resident, one, two)).rejects.toMatchObject({ code: 'not_found' });
		await merge(coordinator, one, two);
		await expect(merge(coordinator, two, one)).rejects.toMatchObject({ code: 'conflict' });
		await expect(merge(coordinator, one, two)).rejects.toMatchObject({ code: 'conflict' });
	});
});
