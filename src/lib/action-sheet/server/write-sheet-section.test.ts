import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { setDocumentState } from '#lib/document/server/document-writes.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aCoordinator, aPerson, aTerritory } from '../../../../tests/support/people.ts';
import { getActionSheet } from './action-sheet-queries.ts';
import { createActionSheet } from './create-action-sheet.ts';
import { writeSheetSection } from './write-sheet-section.ts';

const database = testDatabase();
let coordinator: Actor & { personId: string };
let resident: Actor & { personId: string };
let sheetId = '';
const as = (actor: Actor) => ({ db: database.db, actor });

beforeEach(async () => {
	const t = await aTerritory(database.db);
	coordinator = await aCoordinator(database.db, t.territoryId);
	resident = await aPerson(database.db, t.territoryId);
	const made = await runCommand(as(coordinator), createActionSheet, {
		objectiveId: t.objectiveId,
		title: 'Bus',
		plainSummary: '',
		reference: '',
		context: 'Peu de bus.',
		description: 'Un bus.\nLe jeudi.',
		amendmentId: null
	});
	({ sheetId } = made);
});

const written = (values: object = {}) => ({
	sheet: sheetId,
	text: 'description' as const,
	section: 0,
	base: 'Un bus.\nLe jeudi.',
	plain: 'Un bus.\nLe mardi.',
	...values
});

test('a part of a named text is asked of its document, by who may write it', async () => {
	const { documentId } = await getActionSheet(as(coordinator), sheetId);
	const { intentId } = await runCommand(as(coordinator), writeSheetSection, written());
	const added = written({ section: null, base: '', title: 'Qui', plain: 'La mairie' });
	await runCommand(as(coordinator), writeSheetSection, added);
	const intents = await database.db
		.selectFrom('documentIntent')
		.select(['id', 'kind', 'documentId', 'payload'])
		.orderBy('kind', 'desc')
		.execute();
	expect(intents).toMatchObject([
		{ id: intentId, kind: 'replace_section', documentId, payload: { text: 'description' } },
		{ kind: 'add_section', payload: { title: 'Qui' } }
	]);
	await expect(runCommand(as(resident), writeSheetSection, written())).rejects.toThrow(
		/forbidden|not_found/
	);
});

test('a part that reads otherwise by now, or a text that is closed, takes nothing', async () => {
	const stale = written({ base: 'Un bus.' });
	await expect(runCommand(as(coordinator), writeSheetSection, stale)).rejects.toMatchObject({
		details: { reason: 'document.section_changed' }
	});
	const { documentId } = await getActionSheet(as(coordinator), sheetId);
	await database.run((trx) => setDocumentState(trx, documentId, 'frozen'));
	await expect(runCommand(as(coordinator), writeSheetSection, written())).rejects.toMatchObject({
		details: { reason: 'document.frozen_now' }
	});
});
