import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { readPresence } from '#lib/document/presence.ts';
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
	one = await aPerson(testing.db, territoryId, { publicName: 'Alix' });
	two = await aPerson(testing.db, territoryId, { publicName: 'Bahia' });
	documentId = await aDocument(testing.db, territoryId, one.personId);
	house = await startHouse(testing.db, [one, two]);
	onTestFinished(() => house.stop());
});

function open(person: Actor): Client {
	const client = openClient(house, documentId, person);
	onTestFinished(() => leave(client));
	return client;
}

const seen = (by: Client, of: Client) =>
	readPresence(by.provider.awareness.getStates().get(of.live.clientID));

test('names are the server’s, whatever a browser says of itself', async () => {
	const [a, b] = [open(one), open(two)];
	a.provider.awareness.setLocalState({
		user: { name: 'Le préfet', personId: two.personId, color: 'red' },
		cursor: { anchor: { assoc: 0 }, head: { assoc: 0 } },
		other: '<script>'
	});
	await until(() => seen(b, a)?.cursor !== null && seen(b, a) !== null);
	expect(b.provider.awareness.getStates().get(a.live.clientID)).toEqual({
		user: { personId: one.personId, name: 'Alix', color: 0 },
		cursor: { anchor: { assoc: 0 }, head: { assoc: 0 } }
	});
	await until(() => seen(a, b)?.name === 'Bahia');
	expect(seen(a, b)?.color).toBe(1);
});

test('nobody speaks for another client, nor makes it leave', async () => {
	const [a, b] = [open(one), open(two)];
	const c = open(two);
	await until(() => seen(b, a) !== null && seen(c, a) !== null && seen(c, b) !== null);
	// A stock client forwards whatever its own presence holds.
	b.provider.awareness.states.set(a.live.clientID, { user: { name: 'forgé' }, cursor: null });
	const meta = b.provider.awareness.meta.get(a.live.clientID);
	b.provider.awareness.meta.set(a.live.clientID, {
		clock: (meta?.clock ?? 0) + 50,
		lastUpdated: 0
	});
	b.provider.awareness.emit('update', [
		{ added: [], updated: [a.live.clientID], removed: [] },
		'local'
	]);
	b.provider.awareness.states.delete(a.live.clientID);
	b.provider.awareness.emit('update', [
		{ added: [], updated: [], removed: [a.live.clientID] },
		'local'
	]);
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(seen(c, a)?.name).toBe('Alix');
});

test('who leaves is no longer shown, and who comes back is', async () => {
	const [a, b] = [open(one), open(two)];
	await until(() => seen(b, a) !== null);
	a.provider.disconnect();
	await until(() => seen(b, a) === null);
	a.provider.connect();
	await until(() => seen(b, a)?.name === 'Alix');
	expect(house.failures).toEqual([]);
});

test('people see one another at once when the document was read again', async () => {
	const [a, b] = [open(one), open(two)];
	await until(() => seen(b, a) !== null && seen(a, b) !== null);
	for (let place = 0; place < 12; place++) {
		a.provider.awareness.setLocalStateField('cursor', {
			anchor: { assoc: place % 2 },
			head: { assoc: 0 }
		});
		await new Promise((resolve) => setTimeout(resolve, 80));
	}
	await testing.db.updateTable('document').set({ epoch: 2 }).execute();
	await until(() => a.closes.length > 0 && b.closes.length > 0, 'sending away');
	await until(() => seen(b, a)?.name === 'Alix' && seen(a, b)?.name === 'Bahia', 'seeing again');
	expect(a.closes).toEqual([1012]);
});
