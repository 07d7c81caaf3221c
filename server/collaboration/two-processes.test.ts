// A second process on the same database: its writing is refused by the database itself, and it says so.
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '#lib/access/actor.ts';
import { findStored } from '#lib/document/server/document-queries.ts';
import { buildLive } from '#lib/document/server/live-text.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { CLOSE } from './protocol.ts';
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
let houses: LiveHouse[] = [];
let people: (Actor & { personId: string })[] = [];
let documentId = '';

beforeEach(async () => {
	const { territoryId } = await aTerritory(testing.db);
	people = [await aPerson(testing.db, territoryId), await aPerson(testing.db, territoryId)];
	documentId = await aDocument(testing.db, territoryId, people[0]?.personId ?? '');
	// Two of all that a process has in memory: rooms, journals, what each believes the head to be.
	houses = [await startHouse(testing.db, people), await startHouse(testing.db, people)];
	onTestFinished(async () => {
		for (const house of houses) await house.stop();
	});
});

function open(nth: number): Client {
	const house = houses[nth];
	const person = people[nth];
	if (!house || !person) throw new Error('no such process');
	const client = openClient(house, documentId, person, { ours: true });
	onTestFinished(() => leave(client));
	return client;
}

async function stored() {
	const found = await findStored(testing.db, documentId);
	if (!found) throw new Error('the document is gone');
	return found;
}

test('the process that comes second is refused, says so, closes, and reads again', async () => {
	const [first, second] = [open(0), open(1)];
	await until(() => first.provider.synced && second.provider.synced);
	first.text.insert(0, 'Premier. ');
	await until(() => first.saved > 1, 'the first is saved');

	second.text.insert(0, 'Second. ');
	await until(() => second.closes.length > 0, 'the second is closed');
	expect(second.closes[0]).toBe(CLOSE.restart);
	expect(houses[1]?.moments).toContain('live-fenced');
	expect(houses[0]?.moments).not.toContain('live-fenced');
	// The stock client comes back by itself, to what is stored, and brings what was refused.
	await until(() => second.text.toJSON().includes('Premier.'), 'the second reads again');
	await until(async () => (await stored()).headSeq === 3, 'the second is saved');
	const live = buildLive((await stored()).parts);
	expect(live.getText('body').toJSON()).toBe(second.text.toJSON());
	expect(live.store.pendingStructs).toBeNull();
});

test('a fenced process closes with 1012 « come back » on purpose and logs live-fenced; unsaved words come in through the new owner', async () => {
	const [owner, fenced] = [open(0), open(1)];
	await until(() => owner.provider.synced && fenced.provider.synced);
	owner.text.insert(0, 'Par le propriétaire. ');
	await until(() => owner.saved > 1, 'the owner saves');

	// Whoever comes back is led to the new owner, as a proxy does.
	const { saved } = fenced;
	fenced.provider.serverUrl = houses[0]?.url ?? '';
	fenced.text.insert(0, 'Jamais enregistré chez l’ancien. ');
	await until(() => fenced.closes.length > 0, 'closing');
	expect(fenced.closes).toEqual([CLOSE.restart]);
	expect(CLOSE.restart).toBe(1012);
	expect(fenced.saved).toBe(saved);
	expect(fenced.provider.shouldConnect).toBe(true);
	expect(houses[1]?.moments).toEqual(['live-fenced']);

	await until(() => owner.text.toJSON().includes('Jamais enregistré'), 'the words come in');
	const live = buildLive((await stored()).parts);
	expect(live.getText('body').toJSON()).toBe(owner.text.toJSON());
	expect(live.getText('body').toJSON()).toContain('Par le propriétaire. ');
	await until(() => fenced.saved > 0 && fenced.text.toJSON() === owner.text.toJSON());
	// Nobody else was sent away, and the old process wrote nothing more.
	expect(owner.closes).toEqual([]);
	expect(fenced.closes).toEqual([CLOSE.restart]);
	expect(houses[0]?.moments).toEqual([]);
	expect(houses.flatMap(({ failures }) => failures)).toEqual([]);
});

test('two processes that both write for long corrupt nothing, and lose nothing that was said saved', async () => {
	const clients = [open(0), open(1)];
	await until(() => clients.every((client) => client.provider.synced));
	const words: string[] = [];
	for (let round = 0; round < 5; round++) {
		for (const [nth, client] of clients.entries()) {
			const word = `‹${nth}-${round}›`;
			words.push(word);
			client.text.insert(0, word);
			await until(() => client.provider.synced, 'a way back');
		}
	}
	// Whoever was fenced comes back by itself: in the end each word is in the database, once.
	await until(async () => {
		const text = buildLive((await stored()).parts)
			.getText('body')
			.toJSON();
		return words.every((word) => text.split(word).length === 2);
	}, 'every word is stored once');
	const { parts, headSeq } = await stored();
	const live = buildLive(parts);
	expect(live.store.pendingStructs).toBeNull();
	const rows = await testing.db
		.selectFrom('documentUpdate')
		.select('seq')
		.where('documentId', '=', documentId)
		.orderBy('seq')
		.execute();
	expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: headSeq }, (_, n) => n + 1));
	for (const client of clients) leave(client);
	const late = open(0);
	await until(() => late.provider.synced);
	// Read again by who came late: what one process holds may lag, never differ.
	const missing = Y.encodeStateAsUpdate(live, Y.encodeStateVector(late.live));
	Y.applyUpdate(late.live, missing);
	expect(late.text.toJSON()).toBe(live.getText('body').toJSON());
});
