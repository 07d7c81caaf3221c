import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Actor } from '#lib/access/actor.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { syncFrame } from './protocol.ts';
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

/** Sends raw frames as a person and gives the close code, 0 when the socket stays open. */
async function closeCodeOf(person: Actor, ...frames: (Uint8Array | string)[]): Promise<number> {
	const socket = new WebSocket(`${house.url}/${documentId}`, {
		headers: { cookie: `person=${person.personId ?? ''}`, origin: ORIGIN }
	});
	const closed = new Promise<number>((resolve) => socket.on('close', resolve));
	await new Promise((resolve) => socket.on('open', resolve));
	for (const frame of frames) socket.send(frame);
	const waited = new Promise<number>((resolve) => setTimeout(() => resolve(0), 250));
	const code = await Promise.race([closed, waited]);
	socket.terminate();
	return code;
}

const update = (work: (live: Y.Doc) => void, clientId?: number) => {
	const live = new Y.Doc();
	if (clientId !== undefined) live.clientID = clientId;
	live.transact(() => work(live));
	return syncFrame(2, Y.encodeStateAsUpdate(live));
};

const headSeq = async () => (await findDocument(testing.db, documentId))?.headSeq;

test('letters under another person’s client id are refused', async () => {
	const a = open(one);
	await until(() => a.provider.synced);
	a.text.insert(0, 'x');
	await until(async () => (await headSeq()) === 2);
	const forged = update((live) => {
		live.getText('body').insert(0, 'x');
		live.getText('body').insert(0, 'forgé');
	}, a.live.clientID);
	expect(await closeCodeOf(two, forged)).toBe(4403);
	expect(await headSeq()).toBe(2);
	expect(house.refusals).toHaveLength(1);
});

test('a client id shown in presence is its person’s before anyone hears of it', async () => {
	const a = open(one);
	const b = open(two);
	await until(() => b.provider.awareness.getStates().has(a.live.clientID));
	const forged = update((live) => live.getText('body').insert(0, 'x'), a.live.clientID);
	expect(await closeCodeOf(two, forged)).toBe(4403);
});

test('what is no text, or in no known text, is refused', async () => {
	const frames = [
		update((live) => live.getText('other').insert(0, 'x')),
		update((live) => live.getMap('body').set('a', 1)),
		update((live) => live.getArray('body').insert(0, [{ a: 1 }])),
		update((live) => live.getText('body').insertEmbed(0, { image: 'x' })),
		update((live) => live.getText('body').insertEmbed(0, new Y.Text('x'))),
		update((live) => live.getText('body').setAttribute('a', 'b')),
		update((live) => live.getXmlFragment('body').insert(0, [new Y.XmlElement('p')])),
		update((live) => live.getText('body').insert(0, 'x', { a: 'y'.repeat(5000) })),
		update((live) => live.getMap('body').set('sub', new Y.Doc()))
	];
	for (const frame of frames) expect(await closeCodeOf(one, frame)).toBe(4415);
	expect(await headSeq()).toBe(1);
});

test('unknown formats and foreign links are stored and mean nothing', async () => {
	const frame = update((live) =>
		live.getText('body').insert(0, 'x', { onclick: 'y', link: { href: 'javascript:alert(1)' } })
	);
	expect(await closeCodeOf(one, frame)).toBe(0);
	await until(async () => (await headSeq()) === 2);
	expect(house.failures).toEqual([]);
});

test('a message of more than 2 MiB closes its socket alone', async () => {
	const other = open(two);
	await until(() => other.provider.synced);
	const huge = update((live) => live.getText('body').insert(0, 'x'.repeat(5_000_000)));
	expect(await closeCodeOf(one, huge)).toBeGreaterThan(0);
	expect(other.provider.wsconnected).toBe(true);
	expect(await headSeq()).toBe(1);
	expect(house.refusals).toMatchObject([{ documentId, code: 4413 }]);
});

test('words outside the protocol are refused, and the log says so', async () => {
	expect(await closeCodeOf(one, 'bonjour')).toBe(4400);
	expect(house.refusals).toMatchObject([{ documentId, code: 4400 }]);
	expect(JSON.stringify(house.refusals)).not.toContain('bonjour');
});

test('a flood of messages is cut with its own code', async () => {
	const frames = Array.from({ length: 10_000 }, () => new Uint8Array([3]));
	expect(await closeCodeOf(one, ...frames)).toBe(4429);
});

test('random and mutated frames end in a code of ours or change nothing', async () => {
	const real = update((live) => live.getText('body').insert(0, 'bonjour', { strong: true }));
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(
				fc.uint8Array({ maxLength: 60 }),
				fc.tuple(fc.nat(real.length - 1), fc.nat(255)).map(([at, byte]) => {
					const mutated = real.slice();
					mutated[at] = byte;
					return mutated;
				})
			),
			async (frame) => {
				const code = await closeCodeOf(one, frame);
				expect(code === 0 || (code >= 4400 && code < 4500)).toBe(true);
			}
		),
		{ numRuns: 12 }
	);
	expect(await closeCodeOf(one, 'texte')).toBe(4400);
	const reader = open(two);
	await until(() => reader.provider.synced, 'reading');
	expect(house.failures).toEqual([]);
});

test('a client of an older epoch is told so for good', async () => {
	const a = open(one, { ours: true, params: { epoch: '7' } });
	await until(() => a.closes.length > 0);
	expect(a.closes[0]).toBe(4409);
	expect(a.provider.shouldConnect).toBe(false);
});
