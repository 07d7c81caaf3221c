import { beforeEach, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '#lib/access/actor.ts';
import { findDocument, findRendered, findStored } from '#lib/document/server/document-queries.ts';
import { findDelta } from '#lib/document/server/recovery-queries.ts';
import { buildLive } from '#lib/document/server/live-text.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import type { Store } from './ports.ts';
import { aDocument, leave, openClient, startHouse, until, type Client } from './test-house.ts';

const testing = testDatabase();
let one: Actor & { personId: string };
let two: Actor & { personId: string };
let documentId = '';

beforeEach(async () => {
	const { territoryId } = await aTerritory(testing.db);
	one = await aPerson(testing.db, territoryId, { publicName: 'Alix' });
	two = await aPerson(testing.db, territoryId, { publicName: 'Bahia' });
	documentId = await aDocument(testing.db, territoryId, one.personId);
});

async function aHouse(change?: (store: Store) => Store) {
	const house = await startHouse(testing.db, [one, two], change);
	onTestFinished(() => house.stop());
	return house;
}

function open(...args: Parameters<typeof openClient>): Client {
	const client = openClient(...args);
	onTestFinished(() => leave(client));
	return client;
}

const storedText = async () =>
	(await findDelta(testing.db, documentId, 'body'))?.map((op) => op.insert).join('');

test('two stock clients write one text and read the same', async () => {
	const house = await aHouse();
	const [a, b] = [open(house, documentId, one), open(house, documentId, two)];
	await until(() => a.provider.synced && b.provider.synced, 'synchronisation');
	expect(a.text.toJSON()).toBe('Une navette\n');
	for (let n = 0; n < 20; n++) {
		a.text.insert(0, `a${n} `);
		b.text.insert(b.text.length - 1, ` b${n}`);
	}
	a.text.format(0, 2, { strong: true });
	await until(() => a.text.toJSON() === b.text.toJSON() && b.text.toJSON().includes('a19'));
	await until(async () => (await storedText()) === a.text.toJSON(), 'storing');
	expect(b.text.toDelta()).toEqual(a.text.toDelta());
	expect(house.failures).toEqual([]);
});

test('what is said to be saved is in the database, and each row names its author', async () => {
	const house = await aHouse();
	const client = open(house, documentId, one, { ours: true });
	await until(() => client.provider.synced);
	client.text.insert(0, 'Bonjour. ');
	await until(() => client.saved >= client.sent + 1, 'saving');
	expect(await storedText()).toBe('Bonjour. Une navette\n');
	const rows = await testing.db
		.selectFrom('documentUpdate')
		.select(['personId', 'clientId', 'clockFrom', 'clockTo'])
		.where('documentId', '=', documentId)
		.where('seq', '=', 2)
		.execute();
	expect(rows).toEqual([
		{ personId: one.personId, clientId: client.live.clientID, clockFrom: 0, clockTo: 9 }
	]);
	expect(client.standings[0]).toEqual({ epoch: 1, headSeq: 1, state: 'open', right: 'write' });
});

test('nothing is said to be saved, nor relayed, before the database has it', async () => {
	let isOpen: () => void = () => undefined;
	const gate = new Promise<void>((resolve) => (isOpen = resolve));
	const house = await aHouse((store) => ({
		...store,
		append: async (appends) => {
			await gate;
			return store.append(appends);
		}
	}));
	const a = open(house, documentId, one, { ours: true });
	const b = open(house, documentId, two);
	await until(() => a.provider.synced && b.provider.synced && a.saved === 1);
	a.text.insert(0, 'x');
	await new Promise((resolve) => setTimeout(resolve, 150));
	expect(a.saved).toBe(1);
	expect(b.text.toJSON()).toBe('Une navette\n');
	isOpen();
	await until(() => a.saved === 2 && b.text.toJSON() === 'xUne navette\n');
});

test('a commit whose answer is lost is neither doubled nor forgotten', async () => {
	let failures = 3;
	const house = await aHouse((store) => ({
		...store,
		append: async (appends) => {
			const taken = await store.append(appends);
			if (failures-- > 0) throw new Error('connection lost');
			return taken;
		}
	}));
	const a = open(house, documentId, one, { ours: true });
	await until(() => a.provider.synced);
	a.text.insert(0, 'un ');
	await until(() => a.saved === 2, 'saving');
	a.text.insert(0, 'deux ');
	await until(() => a.saved === 3, 'saving');
	expect(await storedText()).toBe('deux un Une navette\n');
	expect(await findDocument(testing.db, documentId)).toMatchObject({ headSeq: 3 });
});

test('all that was acknowledged is there after the process is gone', async () => {
	const first = await startHouse(testing.db, [one, two]);
	const a = open(first, documentId, one, { ours: true });
	await until(() => a.provider.synced);
	for (let n = 0; n < 250; n++) a.text.insert(0, `${n} `);
	await until(() => a.saved === 251, 'saving');
	const text = a.text.toJSON();
	// A sudden end: sockets cut, nothing rendered or kept any more than it is.
	leave(a);
	const house = await aHouse();
	const b = open(house, documentId, two);
	await until(() => b.provider.synced);
	expect(b.text.toJSON()).toBe(text);
	const stored = await findStored(testing.db, documentId);
	expect(buildLive(stored?.parts ?? []).store.pendingStructs).toBeNull();
	await first.stop();
});

test('an orderly end keeps a snapshot and the rendering, and tells clients to come back', async () => {
	const house = await startHouse(testing.db, [one]);
	const a = open(house, documentId, one, { ours: true });
	await until(() => a.provider.synced);
	a.text.insert(0, 'Bonjour. ');
	await until(() => a.saved === 2);
	await house.stop();
	await until(() => a.closes.length > 0);
	expect(a.closes[0]).toBe(1012);
	const stored = await findStored(testing.db, documentId);
	expect(stored).toMatchObject({ snapshotSeq: 2, headSeq: 2 });
	expect(stored?.parts).toHaveLength(1);
	expect(await findRendered(testing.db, documentId, 'body')).toMatchObject({
		html: '<p>Bonjour. Une navette</p>',
		seq: 2
	});
});

test('readers find the rendering of what was written within seconds', async () => {
	const house = await aHouse();
	const a = open(house, documentId, one);
	await until(() => a.provider.synced);
	a.text.insert(0, 'Le mardi. ');
	await until(
		async () =>
			(await findRendered(testing.db, documentId, 'body'))?.plain === 'Le mardi. Une navette',
		'rendering'
	);
	expect(house.failures).toEqual([]);
});

test('work done offline comes in under the ids it was done with', async () => {
	const house = await aHouse();
	const offline = new Y.Doc();
	const before = open(house, documentId, one, { ours: true, live: offline });
	await until(() => before.provider.synced);
	before.provider.disconnect();
	offline.getText('body').insert(0, 'hors ligne ');
	const later = new Y.Doc();
	Y.applyUpdate(later, Y.encodeStateAsUpdate(offline));
	later.getText('body').insert(0, 'encore ');
	const after = open(house, documentId, one, { ours: true, live: later });
	await until(async () => (await storedText()) === 'encore hors ligne Une navette\n', 'storing');
	await until(() => after.saved === 1, 'saving');
	const stored = await findStored(testing.db, documentId);
	expect(stored?.clients.get(offline.clientID)).toBe(one.personId);
	expect(stored?.clients.get(later.clientID)).toBe(one.personId);
});

test('a document of which nothing can be read is closed, never opened empty', async () => {
	const house = await aHouse();
	await testing.db
		.updateTable('documentUpdate')
		.set({ bytes: new Uint8Array([1, 255]) })
		.where('documentId', '=', documentId)
		.execute();
	const a = open(house, documentId, one);
	await until(() => a.closes.length > 0);
	expect(a.closes[0]).toBe(1013);
	expect(a.provider.synced).toBe(false);
	expect(house.failures).not.toEqual([]);
});

test('another process that writes the same document fences this one, and nothing is lost', async () => {
	const [house, other] = [await aHouse(), await aHouse()];
	const a = open(house, documentId, one, { ours: true });
	const b = open(other, documentId, two, { ours: true });
	await until(() => a.provider.synced && b.provider.synced);
	b.text.insert(0, 'b ');
	await until(() => b.saved === 2);
	a.text.insert(0, 'a ');
	await until(async () => {
		const text = (await storedText()) ?? '';
		return text.includes('a ') && text.includes('b ');
	}, 'both texts');
	await until(() => a.text.toJSON().includes('b '));
	expect(a.closes).toContain(1012);
});
