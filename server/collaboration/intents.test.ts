import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import type { Intent } from '#lib/document/intent.ts';
import { findIntent, findRendered, findStored } from '#lib/document/server/document-queries.ts';
import { addIntent, setDocumentState } from '#lib/document/server/document-writes.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { aDocument, leave, openClient, startHouse, until, type LiveHouse } from './test-house.ts';

const testing = testDatabase();
let house: LiveHouse;
let one: Actor & { personId: string };
let two: Actor & { personId: string };
let documentId = '';

beforeEach(async () => {
	const { territoryId } = await aTerritory(testing.db);
	one = await aPerson(testing.db, territoryId);
	two = await aPerson(testing.db, territoryId);
	documentId = await aDocument(testing.db, territoryId, one.personId);
	house = await startHouse(testing.db, [one, two]);
	onTestFinished(() => house.stop());
});

const ask = (intent: Intent) =>
	testing.run((trx) =>
		addIntent(trx, { documentId, intent, personId: two.personId, now: new Date() })
	);

const passage: Intent = {
	kind: 'insert_passage',
	text: 'body',
	plain: 'Le mardi.',
	source: 'p-1'
};

test('an edit asked of a closed document is applied, rendered and credited to who asked', async () => {
	const id = await ask(passage);
	await house.collaboration.applyIntents(documentId);
	expect(await findIntent(testing.db, id)).toEqual({ state: 'applied', outcome: null });
	expect((await findRendered(testing.db, documentId, 'body'))?.plain).toBe(
		'Une navette\nLe mardi.'
	);
	const row = await testing.db
		.selectFrom('documentUpdate')
		.select(['personId', 'clientId'])
		.where('documentId', '=', documentId)
		.where('seq', '=', 2)
		.executeTakeFirstOrThrow();
	expect(row.personId).toBe(two.personId);
	const stored = await findStored(testing.db, documentId);
	expect(stored?.clients.get(row.clientId ?? 0)).toBe(two.personId);
});

test('those who have the document open see the edit, and go on writing', async () => {
	const client = openClient(house, documentId, one, { ours: true });
	onTestFinished(() => leave(client));
	await until(() => client.provider.synced);
	client.text.insert(0, 'Oui : ');
	await ask(passage);
	await house.collaboration.applyIntents(documentId);
	await until(() => client.text.toJSON() === 'Oui : Une navette\nLe mardi.\n');
	client.text.insert(0, 'Eh ! ');
	await until(() => client.saved === 3);
	expect(house.failures).toEqual([]);
});

test('an edit of a section that changed meanwhile is a conflict and writes nothing', async () => {
	const id = await ask({
		kind: 'replace_section',
		text: 'body',
		index: 0,
		base: 'Un train',
		plain: 'Deux trains'
	});
	await house.collaboration.applyIntents(documentId);
	expect(await findIntent(testing.db, id)).toEqual({ state: 'conflict', outcome: 'changed' });
	expect((await findRendered(testing.db, documentId, 'body'))?.plain).toBe('Une navette');
});

test('an edit of a sealed document, or of a text it has not, is a conflict', async () => {
	const unknown = await ask({ ...passage, text: 'autre' });
	await house.collaboration.applyIntents(documentId);
	expect(await findIntent(testing.db, unknown)).toEqual({ state: 'conflict', outcome: 'invalid' });
	await testing.run((trx) => setDocumentState(trx, documentId, 'sealed'));
	const late = await ask(passage);
	await until(async () => {
		await house.collaboration.applyIntents(documentId);
		return (await findIntent(testing.db, late))?.state === 'conflict';
	});
	expect(await findIntent(testing.db, late)).toEqual({ state: 'conflict', outcome: 'closed' });
});

test('two requests apply an edit once', async () => {
	await ask(passage);
	await Promise.all([
		house.collaboration.applyIntents(documentId),
		house.collaboration.applyIntents(documentId)
	]);
	expect((await findRendered(testing.db, documentId, 'body'))?.plain).toBe(
		'Une navette\nLe mardi.'
	);
});

test('an edit that nobody announced is taken up by itself', async () => {
	const id = await ask(passage);
	await until(async () => (await findIntent(testing.db, id))?.state === 'applied', 'taking up');
	expect(house.failures).toEqual([]);
});

test('an edit that nobody announced is applied soon, though no document is open', async () => {
	// Long enough for the first look to have found nothing to do.
	await new Promise((resolve) => setTimeout(resolve, 1500));
	const id = await ask(passage);
	await expect
		.poll(async () => (await findIntent(testing.db, id))?.state, { timeout: 10_000 })
		.toBe('applied');
});
