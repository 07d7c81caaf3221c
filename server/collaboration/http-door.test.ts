import { beforeEach, expect, onTestFinished, test } from 'vitest';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Actor } from '#lib/access/actor.ts';
import { RequestSocket } from '#lib/document/editor/request-socket.ts';
import { findDelta } from '#lib/document/server/recovery-queries.ts';
import { TEXT_SCHEMA } from '#lib/document/text-schema.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { LIMITS } from './limits.ts';
import { syncFrame } from './protocol.ts';
import {
	aDocument,
	hear,
	leave,
	openClient,
	ORIGIN,
	startHouse,
	until,
	type Client,
	type LiveHouse
} from './test-house.ts';

const testing = testDatabase();
let ana: Actor & { personId: string };
let bo: Actor & { personId: string };
let documentId = '';
let house: LiveHouse;
let cookie: string;

beforeEach(async () => {
	const { territoryId } = await aTerritory(testing.db);
	ana = await aPerson(testing.db, territoryId, { publicName: 'Ana' });
	bo = await aPerson(testing.db, territoryId, { publicName: 'Bo' });
	documentId = await aDocument(testing.db, territoryId, ana.personId);
	house = await startHouse(testing.db, [ana, bo]);
	onTestFinished(() => house.stop());
	cookie = `person=${ana.personId}`;
});

/** A browser whose network blocks sockets: its requests bear its cookie and its origin. */
function blocked(schema = TEXT_SCHEMA): { client: Client; requests: string[] } {
	const requests: string[] = [];
	const ordinary = globalThis.fetch;
	globalThis.fetch = (address, init) => {
		requests.push(init?.method ?? 'GET');
		const headers = { ...init?.headers, cookie, origin: ORIGIN };
		return ordinary(address, { ...init, headers });
	};
	const live = new Y.Doc();
	const provider = new WebsocketProvider(house.url, documentId, live, {
		// The provider uses of a socket what this one has.
		WebSocketPolyfill: RequestSocket as unknown as typeof WebSocket,
		disableBc: true,
		params: { parvis: '1', epoch: '1', schema: String(schema) }
	});
	const text = live.getText('body');
	const client: Client = {
		live,
		text,
		provider,
		closes: [],
		saved: 0,
		sent: 0,
		standings: []
	};
	provider.on('connection-close', (event) => client.closes.push(event?.code ?? 0));
	hear(client);
	onTestFinished(() => {
		leave(client);
		globalThis.fetch = ordinary;
	});
	return { client, requests };
}

const address = (path = '') => house.url.replace('ws:', 'http:') + `/${documentId}${path}`;
const ask = (method: string, path = '', headers: Record<string, string> = {}) =>
	fetch(address(path), {
		method,
		headers: { cookie, origin: ORIGIN, 'x-parvis': '1', ...headers }
	});

test('without sockets one writes, reads the others and is told « Enregistré » all the same', async () => {
	const { client } = blocked();
	await until(() => client.provider.synced, 'synchronising');
	expect(client.text.toString()).toBe('Une navette\n');
	const { saved } = client;
	client.text.insert(0, 'Oui. ');
	await until(() => client.saved > saved, 'saving');
	const stored = async () =>
		(await findDelta(testing.db, documentId, 'body'))?.map((op) => op.insert).join('');
	expect(await stored()).toBe('Oui. Une navette\n');
	const other = openClient(house, documentId, bo);
	onTestFinished(() => leave(other));
	await until(() => other.provider.synced);
	other.text.insert(other.text.length - 1, ' le mardi');
	await until(() => client.text.toString().includes('mardi'), 'hearing the other');
	expect(client.provider.awareness.getStates().size).toBeGreaterThan(0);
	expect(house.failures).toEqual([]);
});

test('the same questions are asked as for a socket', async () => {
	expect((await ask('POST', '', { origin: 'https://ailleurs.example' })).status).toBe(403);
	expect((await ask('POST', '', { 'x-parvis': '' })).status).toBe(403);
	expect((await ask('POST', '', { cookie: '' })).status).toBe(401);
	house.rights.set(documentId, 'none');
	expect((await ask('POST')).status).toBe(404);
	house.rights.delete(documentId);
	const opened = await ask('POST');
	expect(opened.status).toBe(201);
	const link = `/${await opened.text()}`;
	expect((await ask('GET', link, { cookie: `person=${bo.personId}` })).status).toBe(401);
	expect((await ask('GET', `/${crypto.randomUUID()}`)).status).toBe(410);
	expect((await ask('PUT', link)).status).toBe(405);
	const body = await ask('GET', link);
	expect(new Uint8Array(await body.arrayBuffer()).length).toBeGreaterThan(1);
});

test('an editor of another schema is refused by requests as on a socket, before it is read', async () => {
	const { client, requests } = blocked(TEXT_SCHEMA + 1);
	client.text.insert(0, 'Un mot. ');
	await until(() => client.closes.length > 0, 'closing');
	expect(client.closes).toEqual([4426]);
	expect(client.provider.shouldConnect).toBe(false);
	expect(client.text.toJSON()).toBe('Un mot. ');
	expect(requests).toEqual(['POST']);
	expect(house.refusals).toMatchObject([{ documentId, code: 4426 }]);
	const answer = await ask('POST', `?parvis=1&schema=${TEXT_SCHEMA + 1}`);
	expect(answer.status).toBe(426);
	expect(await answer.text()).toBe('');
	expect((await ask('POST', `?schema=${TEXT_SCHEMA + 1}`)).status).toBe(201);
});

const post = (link: string, n: number | string, bytes: Uint8Array | number[]) =>
	fetch(address(`${link}?n=${n}`), {
		method: 'POST',
		body: new Uint8Array(bytes),
		headers: { cookie, origin: ORIGIN, 'x-parvis': '1' }
	});
const openLink = async () => `/${await (await ask('POST')).text()}`;

test('frames after one that never came are refused, so that the client begins anew', async () => {
	const link = await openLink();
	expect((await post(link, 1, [1, 3])).status).toBe(409);
	expect((await post(link, 'x', [1, 3])).status).toBe(400);
	expect((await post(link, 0, [1, 3])).status).toBe(204);
});

test('whoever writes in another’s name is told so, as on a socket', async () => {
	const owner = openClient(house, documentId, bo, { ours: true });
	onTestFinished(() => leave(owner));
	await until(() => owner.provider.synced);
	owner.text.insert(0, 'Bo. ');
	await until(() => owner.saved > 0);
	const forged = new Y.Doc();
	Y.applyUpdate(forged, Y.encodeStateAsUpdate(owner.live));
	forged.clientID = owner.live.clientID;
	const before = Y.encodeStateVector(forged);
	forged.getText('body').insert(0, 'faux ');
	const encoder = encoding.createEncoder();
	encoding.writeVarUint8Array(encoder, syncFrame(2, Y.encodeStateAsUpdate(forged, before)));
	const link = await openLink();
	expect((await post(link, 0, encoding.toUint8Array(encoder))).status).toBe(204);
	const ended = async () => (await ask('GET', link)).headers.get('x-parvis-close');
	let end = await ended();
	if (end === null) end = await ended();
	expect(end).toMatch(/^4403 /);
	expect(house.failures).toEqual([]);
});

test('links that ended do not add up: an account keeps as many as it may have sockets', async () => {
	const links: string[] = [];
	for (let n = 0; n < LIMITS.sockets + 5; n++) {
		const link = await openLink();
		await post(link, 0, [200, 1, 0]);
		links.push(link);
	}
	expect((await ask('GET', links[0])).status).toBe(410);
	expect((await ask('GET', links.at(-1))).headers.get('x-parvis-close')).toMatch(/^4400 /);
});

test('frames sent again after a lost answer come in once, unreadable ones close the link', async () => {
	const link = await openLink();
	// A question for presence, twice under one number.
	expect((await post(link, 0, [1, 3])).status).toBe(204);
	expect((await post(link, 0, [1, 3])).status).toBe(204);
	expect((await post(link, 1, [200, 1, 0])).status).toBe(204);
	const answer = await ask('GET', link);
	expect(answer.headers.get('x-parvis-close')).toMatch(/^4400 /);
	expect((await ask('GET', link)).status).toBe(410);
});

test('a right taken away ends the link within two seconds, for good', async () => {
	const { client } = blocked();
	await until(() => client.provider.synced);
	house.rights.set(documentId, 'none');
	house.collaboration.closeSessions({ documentId });
	await until(() => client.closes.includes(4403), 'closing');
	expect(client.provider.shouldConnect).toBe(false);
});

test('a stop tells the client to come back', async () => {
	const { client } = blocked();
	await until(() => client.provider.synced);
	await house.collaboration.shutdown();
	await until(() => client.closes.length > 0, 'closing');
	expect([1012, 1006]).toContain(client.closes[0]);
});
