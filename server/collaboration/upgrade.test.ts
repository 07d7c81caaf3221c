import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Actor } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { TEXT_SCHEMA } from '#lib/document/text-schema.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { LIMITS } from './limits.ts';
import {
	aDocument,
	leave,
	openClient,
	ORIGIN,
	startHouse,
	until,
	type Client,
	type LiveHouse
} from './test-house.ts';

const testing = testDatabase();
let house: LiveHouse;
let person: Actor & { personId: string };
let documentId = '';

beforeEach(async () => {
	const { territoryId } = await aTerritory(testing.db);
	person = await aPerson(testing.db, territoryId);
	documentId = await aDocument(testing.db, territoryId, person.personId);
	house = await startHouse(testing.db, [person]);
	onTestFinished(() => house.stop());
});

/** The status an upgrade is answered with; 101 when the socket opens. */
function statusOf(path: string, headers: Record<string, string>): Promise<number> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(new URL(path, house.url), { headers });
		socket.on('unexpected-response', (_request, response) => {
			resolve(response.statusCode ?? 0);
			response.resume();
			socket.terminate();
		});
		socket.on('open', () => {
			resolve(101);
			socket.terminate();
		});
		socket.on('error', (error) => {
			if (!error.message.includes('before the connection')) reject(error);
		});
	});
}

const cookie = () => `person=${person.personId}`;

test('a signed-in page of ours opens a document', async () => {
	expect(await statusOf(`/collab/${documentId}`, { cookie: cookie(), origin: ORIGIN })).toBe(101);
});

test('a page of another site is refused, whatever its name resembles', async () => {
	for (const origin of [
		'https://evil.example',
		'null',
		'https://parvis.example.evil.example',
		'https://x.parvis.example',
		'http://parvis.example',
		''
	]) {
		const headers = { cookie: cookie(), ...(origin && { origin }) };
		expect(await statusOf(`/collab/${documentId}`, headers)).toBe(403);
	}
});

test('without a session it is 401', async () => {
	expect(await statusOf(`/collab/${documentId}`, { origin: ORIGIN })).toBe(401);
	const foreign = { cookie: `person=${newId()}`, origin: ORIGIN };
	expect(await statusOf(`/collab/${documentId}`, foreign)).toBe(401);
});

test('another path, an id that is none and a document one may not see are all 404', async () => {
	const headers = { cookie: cookie(), origin: ORIGIN };
	house.rights.set(documentId, 'none');
	for (const path of [
		'/',
		'/collab',
		'/collab/',
		`/collab/${documentId}/x`,
		`/collab/${documentId.toUpperCase()}`,
		'/collab/..%2Fx',
		`/collab/${documentId}`,
		`/autre/${documentId}`
	]) {
		expect(await statusOf(path, headers)).toBe(404);
	}
	expect(house.failures).toEqual([]);
});

test('one account has only so many documents open at once', async () => {
	const sockets = Array.from({ length: LIMITS.sockets }, () => {
		const headers = { cookie: cookie(), origin: ORIGIN };
		return new WebSocket(new URL(`/collab/${documentId}`, house.url), { headers });
	});
	await Promise.all(sockets.map((socket) => new Promise((opened) => socket.on('open', opened))));
	const headers = { cookie: cookie(), origin: ORIGIN };
	expect(await statusOf(`/collab/${documentId}`, headers)).toBe(503);
	for (const socket of sockets) socket.terminate();
});

function open(options: Parameters<typeof openClient>[3]): Client {
	const client = openClient(house, documentId, person, options);
	onTestFinished(() => leave(client));
	return client;
}

test('an editor of ours of another schema is refused with 4426 before it is read, and nobody else', async () => {
	const other = open({ ours: true, params: { schema: String(TEXT_SCHEMA) } });
	await until(() => other.provider.synced);
	for (const [nth, schema] of [TEXT_SCHEMA + 1, TEXT_SCHEMA - 1, ''].entries()) {
		const stale = open({ ours: true, params: { schema: String(schema) } });
		stale.text.insert(0, 'Un mot que personne ne lira. ');
		await until(() => stale.closes.length > 0, 'closing');
		expect(stale.closes).toEqual([4426]);
		expect(stale.provider.shouldConnect).toBe(false);
		expect(stale.text.toJSON()).toBe('Un mot que personne ne lira. ');
		expect(house.refusals).toHaveLength(nth + 1);
		expect(house.refusals[nth]).toEqual({
			documentId,
			code: 4426,
			reason: 'another form of text'
		});
	}
	expect((await findDocument(testing.db, documentId))?.headSeq).toBe(1);
	other.text.insert(0, 'Bonjour. ');
	await until(() => other.saved > 1, 'saving');
	expect(other.closes).toEqual([]);
	expect(house.failures).toEqual([]);
});

test('a stock client, which announces no schema of ours, goes on working, whatever it adds', async () => {
	for (const options of [{}, { params: { schema: '99' } }, { ours: true }]) {
		const client = open(options);
		await until(() => client.provider.synced, 'synchronising');
		expect(client.closes).toEqual([]);
	}
	expect(house.refusals).toEqual([]);
});

test('whoever may not see a document is told nothing of schemas', async () => {
	house.rights.set(documentId, 'none');
	const headers = { cookie: cookie(), origin: ORIGIN };
	expect(await statusOf(`/collab/${documentId}?parvis=1&schema=99`, headers)).toBe(404);
	expect(house.refusals).toEqual([]);
});
