// A socket is bound to one document: nothing that is sent through it reads or changes another.
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Actor } from '#lib/access/actor.ts';
import { findDocument, findStored } from '#lib/document/server/document-queries.ts';
import { buildLive } from '#lib/document/server/live-text.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { awarenessFrame, syncFrame } from './protocol.ts';
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

const SECRET = 'Réservé au groupe';
const testing = testDatabase();
let house: LiveHouse;
let one: Actor & { personId: string };
let two: Actor & { personId: string };
let bound = '';
let other = '';
/** Somebody who writes in each: what they see tells whether anybody is disturbed. */
let witnesses: { bound: Client; other: Client };
/** What the other document is, to the letter. */
let before: Uint8Array;

beforeEach(async () => {
	const { territoryId } = await aTerritory(testing.db);
	one = await aPerson(testing.db, territoryId);
	two = await aPerson(testing.db, territoryId);
	bound = await aDocument(testing.db, territoryId, one.personId);
	other = await aDocument(testing.db, territoryId, two.personId, SECRET);
	house = await startHouse(testing.db, [one, two]);
	onTestFinished(() => house.stop());
	// Whoever sends may write in the first, and knows of the other only that there is one.
	house.rights.set(`${one.personId} ${other}`, 'none');
	witnesses = { bound: open(bound, two), other: open(other, two) };
	await until(() => witnesses.bound.provider.synced && witnesses.other.provider.synced);
	before = Y.encodeStateAsUpdate(witnesses.other.live);
});

function open(documentId: string, person: Actor): Client {
	const client = openClient(house, documentId, person, { ours: true });
	onTestFinished(() => leave(client));
	return client;
}

/** Sends raw frames on a socket of the first document: its close code (0 while open) and all that came. */
async function send(...frames: Uint8Array[]): Promise<{ code: number; heard: Buffer }> {
	const socket = new WebSocket(`${house.url}/${bound}`, {
		headers: { cookie: `person=${one.personId}`, origin: ORIGIN }
	});
	const heard: Buffer[] = [];
	socket.on('message', (data) => heard.push(Buffer.isBuffer(data) ? data : Buffer.alloc(0)));
	const closed = new Promise<number>((resolve) => socket.on('close', resolve));
	await new Promise((resolve) => socket.on('open', resolve));
	for (const frame of frames) socket.send(frame);
	const waited = new Promise<number>((resolve) => setTimeout(() => resolve(0), 250));
	const code = await Promise.race([closed, waited]);
	socket.terminate();
	return { code, heard: Buffer.concat(heard) };
}

/** A frame as Hocuspocus has them: the document's name, the kind of message, its body. */
function named(name: string, kind: number, body: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarString(encoder, name);
	encoding.writeVarUint(encoder, kind);
	encoding.writeUint8Array(encoder, body);
	return encoding.toUint8Array(encoder);
}

function updateOf(work: (live: Y.Doc) => void): Uint8Array {
	const live = new Y.Doc();
	live.transact(() => work(live));
	return Y.encodeStateAsUpdate(live);
}

/** Nobody who writes noticed, and the other document is what it was, in memory and in the database. */
async function expectUndisturbed(): Promise<void> {
	expect((await findDocument(testing.db, other))?.headSeq).toBe(1);
	const stored = await findStored(testing.db, other);
	expect(
		buildLive(stored?.parts ?? [])
			.getText('body')
			.toJSON()
	).toBe(`${SECRET}\n`);
	expect(Y.encodeStateAsUpdate(witnesses.other.live)).toEqual(before);
	for (const client of [witnesses.bound, witnesses.other]) {
		expect(client.closes).toEqual([]);
		const { saved } = client;
		client.text.insert(client.text.length - 1, '.');
		await until(() => client.saved > saved, 'going on');
	}
	expect(house.failures).toEqual([]);
}

test('a frame that names another document, as Hocuspocus has them, is refused and reads nothing', async () => {
	const vector = Y.encodeStateVector(new Y.Doc());
	const change = updateOf((live) => live.getText('body').insert(0, 'Intrus. '));
	// Its kinds: a question for all, an update, presence, authentication, a question for presence.
	const frames = [
		named(other, 0, syncFrame(0, vector).subarray(1)),
		named(other, 0, syncFrame(2, change).subarray(1)),
		named(other, 1, awarenessFrame(new Uint8Array([0])).subarray(1)),
		named(other, 2, new Uint8Array([0, 0])),
		named(other, 3, new Uint8Array())
	];
	for (const [nth, frame] of frames.entries()) {
		const { code, heard } = await send(frame);
		expect(code).toBe(4400);
		expect(heard.toString()).not.toContain(SECRET);
		expect(house.refusals).toHaveLength(nth + 1);
		expect(house.refusals[nth]).toMatchObject({ documentId: bound, code: 4400 });
	}
	await expectUndisturbed();
});

test('a name so short that its length reads as a kind of message leads nowhere else', async () => {
	const vector = Y.encodeStateVector(new Y.Doc());
	for (const name of ['', 'B', 'BB', 'BBB']) {
		const { code, heard } = await send(named(name, 0, syncFrame(0, vector).subarray(1)));
		expect([0, 4400]).toContain(code);
		expect(heard.toString()).not.toContain(SECRET);
	}
	await expectUndisturbed();
});

test('a second sync step under another document’s name gives nothing of it', async () => {
	const sync = (step: number) => {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, 0);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarString(encoder, other);
		encoding.writeVarUint8Array(encoder, new Uint8Array([0]));
		return encoding.toUint8Array(encoder);
	};
	for (const step of [0, 1, 2]) {
		const { code, heard } = await send(sync(step));
		expect(code).toBe(4400);
		expect(heard.toString()).not.toContain(SECRET);
	}
	expect(house.refusals.map(({ documentId }) => documentId)).toEqual([bound, bound, bound]);
	await expectUndisturbed();
});

test('the state vector of another document is answered with the bound one alone', async () => {
	const theirs = Y.encodeStateVector(witnesses.other.live);
	const { code, heard } = await send(syncFrame(0, theirs));
	expect(code).toBe(0);
	expect(heard.toString()).toContain('Une navette');
	expect(heard.toString()).not.toContain(SECRET);
	await expectUndisturbed();
});

test('a text that only another document has, or its id as the name of one, is refused', async () => {
	for (const name of [other, 'context', 'description', `${other}/body`]) {
		const change = updateOf((live) => live.getText(name).insert(0, 'Intrus'));
		expect((await send(syncFrame(2, change))).code).toBe(4415);
	}
	expect(house.refusals).toHaveLength(4);
	expect((await findDocument(testing.db, bound))?.headSeq).toBe(1);
	await expectUndisturbed();
});

test('an update that rests on another document’s letters changes neither', async () => {
	const theirs = new Y.Doc();
	Y.applyUpdate(theirs, before);
	const vector = Y.encodeStateVector(theirs);
	theirs.getText('body').insert(3, 'trop ');
	const change = Y.encodeStateAsUpdate(theirs, vector);
	expect((await send(syncFrame(2, change))).code).toBe(0);
	// As an answer it could only be all that the sender has: it is of another text.
	expect((await send(syncFrame(1, change))).code).toBe(4409);
	const cut = new Y.Doc();
	Y.applyUpdate(cut, before);
	const whole = Y.encodeStateVector(cut);
	cut.getText('body').delete(0, 4);
	expect((await send(syncFrame(2, Y.encodeStateAsUpdate(cut, whole)))).code).toBe(0);
	expect((await findDocument(testing.db, bound))?.headSeq).toBe(1);
	expect(witnesses.bound.text.toJSON()).toBe('Une navette\n');
	await expectUndisturbed();
});

test('the whole of another document, sent by somebody who had it, is only their own writing in the bound one', async () => {
	expect((await send(syncFrame(2, before))).code).toBe(0);
	await until(() => witnesses.bound.text.toJSON().includes(SECRET), 'being pasted, as it were');
	const rows = await testing.db
		.selectFrom('documentUpdate')
		.select('personId')
		.where('documentId', '=', bound)
		.where('seq', '=', 2)
		.execute();
	expect(rows).toEqual([{ personId: one.personId }]);
	await expectUndisturbed();
});

test('presence is heard in the bound document alone', async () => {
	const client = open(bound, one);
	await until(() => client.provider.synced);
	client.provider.awareness.setLocalState({ documentId: other, name: 'Intrus' });
	await until(() => witnesses.bound.provider.awareness.getStates().has(client.live.clientID));
	expect([...witnesses.other.provider.awareness.getStates().keys()]).toEqual([
		witnesses.other.live.clientID
	]);
	leave(client);
	await expectUndisturbed();
});

test('a link of requests opened on one document answers under no other’s address', async () => {
	const headers = { cookie: `person=${one.personId}`, origin: ORIGIN, 'x-parvis': '1' };
	const address = house.url.replace('ws:', 'http:');
	const opened = await fetch(`${address}/${bound}`, { method: 'POST', headers });
	const link = await opened.text();
	for (const method of ['GET', 'POST', 'DELETE']) {
		const answer = await fetch(`${address}/${other}/${link}?n=0`, { method, headers });
		expect(answer.status).toBe(410);
	}
	const own = await fetch(`${address}/${bound}/${link}?next=0`, { headers });
	const decoder = decoding.createDecoder(new Uint8Array(await own.arrayBuffer()));
	expect(decoding.readVarUint(decoder)).toBe(0);
	await expectUndisturbed();
});

test('an id that is no UUID, or a path that leads out of one, opens nothing by either door', async () => {
	const address = house.url.replace('ws:', 'http:');
	const headers = { cookie: `person=${one.personId}`, origin: ORIGIN, 'x-parvis': '1' };
	const paths = [
		'1',
		'body',
		`${bound},${other}`,
		`${bound}-1`,
		bound.replaceAll('-', ''),
		bound.replace(/.$/, 'g'),
		bound.toUpperCase(),
		`${bound}%2F..%2F${other}`,
		`${bound}/../${other}`,
		'-'.repeat(36),
		'%00'
	];
	for (const path of paths) {
		const answer = await fetch(`${address}/${path}`, { method: 'POST', headers });
		expect([path, answer.status]).toEqual([path, 404]);
		const status = await new Promise<number>((resolve) => {
			const socket = new WebSocket(`${house.url}/${path}`, { headers });
			socket.on('unexpected-response', (_request, response) => {
				resolve(response.statusCode ?? 0);
				response.resume();
				socket.terminate();
			});
			socket.on('open', () => resolve(101));
			socket.on('error', () => undefined);
		});
		expect([path, status]).toEqual([path, 404]);
	}
	await expectUndisturbed();
});
