import { beforeEach, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '#lib/access/actor.ts';
import { listPassages } from '#lib/document/server/attribution-queries.ts';
import {
	findDocument,
	listDocumentsWithIntents,
	listPendingIntents
} from '#lib/document/server/document-queries.ts';
import { checksumOf } from '#lib/document/server/checksum.ts';
import { addIntent, markDamaged } from '#lib/document/server/document-writes.ts';
import { findTextsAt } from '#lib/document/server/moment-queries.ts';
import { findDelta } from '#lib/document/server/recovery-queries.ts';
import { verifyDocument } from '#lib/document/server/verification-queries.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { databaseStore } from './database-store.ts';
import { Rooms } from './rooms.ts';
import { aDocument, leave, openClient, startHouse, until, type Client } from './test-house.ts';

const testing = testDatabase();
let territoryId = '';
let ana: Actor & { personId: string };

beforeEach(async () => {
	({ territoryId } = await aTerritory(testing.db));
	ana = await aPerson(testing.db, territoryId, { publicName: 'Ana' });
});

async function aHouse() {
	const house = await startHouse(testing.db, [ana]);
	onTestFinished(() => house.stop());
	return house;
}

/** A document with three updates, kept by no snapshot. */
async function threeUpdates(): Promise<string> {
	const documentId = await aDocument(testing.db, territoryId, ana.personId, 'un');
	const house = await startHouse(testing.db, [ana]);
	const client = openClient(house, documentId, ana, { ours: true });
	await until(() => client.provider.synced);
	for (const word of [' deux', ' trois']) {
		const { saved } = client;
		client.text.insert(client.text.length - 1, word);
		await until(() => client.saved > saved);
	}
	leave(client);
	await house.stop();
	await testing.db.deleteFrom('documentSnapshot').execute();
	return documentId;
}

function enter(house: Awaited<ReturnType<typeof aHouse>>, documentId: string): Client {
	const client = openClient(house, documentId, ana, { ours: true });
	onTestFinished(() => leave(client));
	return client;
}

const damagedSeq = async (documentId: string) =>
	(
		await testing.db
			.selectFrom('document')
			.select('damagedSeq')
			.where('id', '=', documentId)
			.executeTakeFirst()
	)?.damagedSeq;

test('behind a corrupt row the last good state is read, and nothing is written on it', async () => {
	const documentId = await threeUpdates();
	await testing.db
		.updateTable('documentUpdate')
		.set({ bytes: new Uint8Array([1, 255, 255, 255, 7]) })
		.where('documentId', '=', documentId)
		.where('seq', '=', 3)
		.execute();
	const house = await aHouse();
	const client = enter(house, documentId);
	await until(() => client.provider.synced && client.standings.length > 0);
	expect(client.text.toString()).toBe('un deux\n');
	expect(client.standings[0]).toMatchObject({ state: 'frozen', right: 'comment' });
	client.text.insert(0, 'zéro ');
	await until(() => client.standings.length > 1);
	expect(await findDocument(testing.db, documentId)).toMatchObject({ headSeq: 3 });
	expect(await damagedSeq(documentId)).toBe(3);
	expect(house.failures).toHaveLength(1);
	expect((await findDelta(testing.db, documentId, 'body'))?.[0]?.insert).toBe('un deux\n');
});

/** Changes one letter of a stored update, which still reads; gives the row its checksum of before. */
/** Gives what the row was. */
async function flipABit(documentId: string, seq: number, letter: string) {
	const row = await testing.db
		.selectFrom('documentUpdate')
		.select('bytes')
		.where('documentId', '=', documentId)
		.where('seq', '=', seq)
		.executeTakeFirstOrThrow();
	const bytes = new Uint8Array(row.bytes);
	const place = Buffer.from(bytes).lastIndexOf(letter);
	bytes[place] = (bytes[place] ?? 0) ^ 1;
	await testing.db
		.updateTable('documentUpdate')
		.set({ bytes, checksum: checksumOf(row.bytes) })
		.where('documentId', '=', documentId)
		.where('seq', '=', seq)
		.execute();
	return row;
}

test('a flipped bit that leaves an update readable is not believed either', async () => {
	const documentId = await threeUpdates();
	await flipABit(documentId, 3, 't');
	const house = await aHouse();
	const client = enter(house, documentId);
	await until(() => client.provider.synced && client.standings.length > 0);
	expect(client.text.toString()).toBe('un deux\n');
	expect(client.standings[0]).toMatchObject({ state: 'frozen', right: 'comment' });
	expect(await damagedSeq(documentId)).toBe(3);
	expect(house.failures).toHaveLength(1);
	expect((await findDelta(testing.db, documentId, 'body'))?.[0]?.insert).toBe('un deux\n');
	expect(await verifyDocument(testing.db, documentId)).toEqual([
		{ documentId, check: 'checksum', seq: null, rows: [3] }
	]);
	expect(await findTextsAt(testing.db, documentId, 3)).toBeNull();
	const passages = await listPassages(testing.db, documentId, 'body');
	expect(passages.map(({ text }) => text).join('')).toBe('un deux\n');
});

test('behind a gap too; what commands asked waits until it is mended, and then is made', async () => {
	const documentId = await threeUpdates();
	const hole = await testing.db
		.deleteFrom('documentUpdate')
		.where('documentId', '=', documentId)
		.where('seq', '=', 2)
		.returningAll()
		.executeTakeFirstOrThrow();
	await testing.run((trx) =>
		addIntent(trx, {
			documentId,
			intent: { kind: 'replace_text', text: 'body', plain: 'tout autre chose' },
			personId: ana.personId,
			now: new Date()
		})
	);
	const house = await aHouse();
	await house.collaboration.applyIntents(documentId);
	expect(await listPendingIntents(testing.db, documentId)).toHaveLength(1);
	expect(await damagedSeq(documentId)).toBe(2);
	await testing.db.insertInto('documentUpdate').values(hole).execute();
	const again = await aHouse();
	await again.collaboration.applyIntents(documentId);
	expect(await listPendingIntents(testing.db, documentId)).toHaveLength(0);
	await again.collaboration.shutdown();
	expect(await damagedSeq(documentId)).toBeNull();
});

test('a text that is mended is read again by itself, and what was asked of it is made', async () => {
	const documentId = await threeUpdates();
	const hole = await testing.db
		.deleteFrom('documentUpdate')
		.where('documentId', '=', documentId)
		.where('seq', '=', 2)
		.returningAll()
		.executeTakeFirstOrThrow();
	await testing.run((trx) =>
		addIntent(trx, {
			documentId,
			intent: { kind: 'replace_text', text: 'body', plain: 'tout autre chose' },
			personId: ana.personId,
			now: new Date()
		})
	);
	const house = await aHouse();
	await house.collaboration.applyIntents(documentId);
	const read = house.failures.length;
	// It is not tried over and over.
	expect(await listDocumentsWithIntents(testing.db)).toEqual([]);
	await testing.db.insertInto('documentUpdate').values(hole).execute();
	await testing.db
		.updateTable('document')
		.set({ damagedAt: new Date(Date.now() - 120_000) })
		.execute();
	expect(await listDocumentsWithIntents(testing.db)).toEqual([documentId]);
	expect(house.failures).toHaveLength(read);
});

test('a document that reads whole again is no longer said to be damaged', async () => {
	const documentId = await threeUpdates();
	await markDamaged(testing.db, documentId, 2);
	await databaseStore(testing.db).load(documentId);
	expect(await damagedSeq(documentId)).toBeNull();
	await flipABit(documentId, 3, 't');
	await markDamaged(testing.db, documentId, 3);
	await expect(databaseStore(testing.db).load(documentId)).rejects.toThrow('not what was written');
	expect(await damagedSeq(documentId)).toBe(3);
});

test('a snapshot whose bytes are not those that were written is passed over', async () => {
	const documentId = await threeUpdates();
	const wrong = new Y.Doc();
	wrong.getText('body').insert(0, 'autre chose\n');
	await testing.db
		.insertInto('documentSnapshot')
		.values({
			documentId,
			seq: 3,
			epoch: 1,
			state: Y.encodeStateAsUpdate(wrong),
			stateVector: Y.encodeStateVector(wrong),
			sha256: 'not this',
			at: new Date()
		})
		.execute();
	const house = await aHouse();
	const client = enter(house, documentId);
	await until(() => client.provider.synced);
	expect(client.text.toString()).toBe('un deux trois\n');
	expect(house.failures).toEqual([]);
});

test('a damaged document that is open is read again after a minute, and whole once it was mended', async () => {
	const documentId = await threeUpdates();
	const flipped = await flipABit(documentId, 3, 't');
	let now = 0;
	const moments: string[] = [];
	const rooms = new Rooms(
		databaseStore(testing.db),
		{ now: () => now, after: () => ({ cancel: () => undefined }) },
		{ moment: (moment) => moments.push(moment), failure: () => undefined }
	);
	const damaged = await rooms.enter(documentId);
	expect(damaged?.isDamaged).toBe(true);
	await testing.db
		.updateTable('documentUpdate')
		.set(flipped)
		.where('documentId', '=', documentId)
		.where('seq', '=', 3)
		.execute();
	await rooms.look();
	expect(damaged?.isClosed).toBe(false);
	now += 61_000;
	await rooms.look();
	expect(damaged?.isClosed).toBe(true);
	expect(moments).toEqual(['live-reread']);
	const whole = await rooms.enter(documentId);
	expect(whole?.isDamaged).toBe(false);
});
