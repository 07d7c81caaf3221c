import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { findDelta } from '#lib/document/server/recovery-queries.ts';
import { setDocumentState } from '#lib/document/server/document-writes.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import {
	aDocument,
	leave,
	openClient,
	startHouse,
	until,
	type Client,
	type LiveHouse
} from './test-house.ts';

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

function open(person: Actor, options: Parameters<typeof openClient>[3] = {}): Client {
	const client = openClient(house, documentId, person, options);
	onTestFinished(() => leave(client));
	return client;
}

const headSeq = async () => (await findDocument(testing.db, documentId))?.headSeq;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('readers and commenters change nothing', async () => {
	for (const right of ['read', 'comment'] as const) {
		house.rights.set(`${two.personId} ${documentId}`, right);
		const client = open(two, { ours: true });
		await until(() => client.provider.synced);
		expect(client.text.toJSON()).toBe('Une navette\n');
		client.text.insert(0, 'non');
		client.text.delete(4, 3);
		await wait(150);
		expect(await headSeq()).toBe(1);
		expect(client.saved).toBe(1);
		expect(client.standings.at(-1)).toMatchObject({ right });
		expect(client.provider.wsconnected).toBe(true);
		leave(client);
	}
});

test('a right taken away ends the socket, without anybody asking', async () => {
	const client = open(two);
	await until(() => client.provider.synced);
	house.rights.set(documentId, 'none');
	await until(() => client.closes.length > 0, 'the end of the socket');
	expect(client.closes[0]).toBe(4403);
});

test('a right that comes back brings in what was typed meanwhile', async () => {
	const client = open(two, { ours: true });
	await until(() => client.provider.synced);
	house.rights.set(documentId, 'comment');
	await until(() => client.standings.at(-1)?.['right'] === 'comment');
	client.text.insert(0, 'gardé ');
	await wait(100);
	expect(await headSeq()).toBe(1);
	house.rights.set(documentId, 'write');
	await until(async () => (await headSeq()) === 2, 'storing');
	await until(() => client.saved >= 2, 'saving');
	const delta = await findDelta(testing.db, documentId, 'body');
	expect(delta?.map((op) => op.insert).join('')).toBe('gardé Une navette\n');
});

test('signing out closes the sockets of that session alone, at once', async () => {
	const [a, b] = [open(one), open(two)];
	await until(() => a.provider.synced && b.provider.synced);
	house.collaboration.closeSessions({ sessionId: one.sessionId ?? '' });
	house.collaboration.closeSessions({ accountId: two.accountId ?? '' });
	await until(() => b.closes.length > 0);
	expect(b.closes[0]).toBe(4401);
	expect(b.provider.shouldConnect).toBe(false);
	expect(a.closes.length === 0 || a.closes[0] === 4401).toBe(true);
});

test('a person whose rights changed is asked for again at once', async () => {
	const [a, b] = [open(one), open(two)];
	await until(() => a.provider.synced && b.provider.synced);
	house.rights.set(`${two.personId} ${documentId}`, 'none');
	house.collaboration.closeSessions({ personId: two.personId });
	house.collaboration.closeSessions({ documentId });
	await until(() => b.closes.length > 0);
	expect(b.closes).toEqual([4403]);
	expect(a.provider.wsconnected).toBe(true);
});

test('a filter without ids closes nobody', async () => {
	const a = open(one);
	await until(() => a.provider.synced);
	house.collaboration.closeSessions({});
	await wait(50);
	expect(a.provider.wsconnected).toBe(true);
});

test('a sealed document refuses every update from its commit on', async () => {
	const client = open(one, { ours: true });
	await until(() => client.provider.synced);
	await testing.run((trx) => setDocumentState(trx, documentId, 'sealed'));
	client.text.insert(0, 'trop tard ');
	await wait(200);
	expect(await headSeq()).toBe(1);
	await until(() => client.standings.at(-1)?.['state'] === 'sealed', 'the seal');
	expect(client.standings.at(-1)).toMatchObject({ right: 'comment' });
	expect(client.saved).toBe(1);
	expect(await headSeq()).toBe(1);
});

test('who writes is told apart from who merely has the text open', async () => {
	const writer = open(one);
	const reader = open(two);
	await until(() => writer.provider.synced && reader.provider.synced);
	await wait(1200);
	expect(house.acted).toEqual(new Set());
	writer.text.insert(0, 'a');
	await until(() => house.acted.size > 0);
	expect(house.acted).toEqual(new Set([one.personId]));
});
