import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aTerritory } from '../../../../tests/support/people.ts';
import { gatherFindings } from '../verification.ts';
import { createDocument, markDamaged } from './document-writes.ts';
import { countDocuments, listKnownFindings, readInFull } from './verification-queries.ts';

const testing = testDatabase();
let territoryId = '';

beforeEach(async () => {
	({ territoryId } = await aTerritory(testing.db));
});

const create = () =>
	testing.run((trx) =>
		createDocument(trx, {
			territoryId,
			kind: 'proposal',
			texts: { body: 'Une navette' },
			personId: null,
			now: new Date(Date.now() - 3_600_000)
		})
	);

async function found() {
	const known = await listKnownFindings(testing.db, territoryId);
	const { findings } = await readInFull(testing.db, territoryId, null);
	return Object.fromEntries(
		gatherFindings([...known, ...findings]).map(({ documentId, checks }) => [
			documentId,
			checks.map(({ check }) => check)
		])
	);
}

test('sound texts have nothing to say', async () => {
	await create();
	expect(await found()).toEqual({});
});

test('each thing that can be wrong is found, in its own document', async () => {
	const [gap, unreadable, flipped, drift, snapshot, intent, damaged] = [
		await create(),
		await create(),
		await create(),
		await create(),
		await create(),
		await create(),
		await create()
	];
	const { db } = testing;
	await db.updateTable('document').set({ headSeq: 3 }).where('id', '=', gap).execute();
	await db
		.updateTable('documentUpdate')
		.set({ bytes: new Uint8Array([1, 255]), checksum: null })
		.where('documentId', '=', unreadable)
		.execute();
	await db
		.updateTable('documentUpdate')
		.set(({ ref }) => ({ checksum: sql<number>`${ref('checksum')} # 1` }))
		.where('documentId', '=', flipped)
		.execute();
	await db
		.updateTable('documentRender')
		.set({ plain: 'autre chose' })
		.where('documentId', '=', drift)
		.execute();
	await db
		.insertInto('documentSnapshot')
		.values({
			documentId: snapshot,
			seq: 1,
			epoch: 1,
			state: new Uint8Array([0, 0]),
			stateVector: new Uint8Array([0]),
			sha256: 'not this',
			at: new Date()
		})
		.execute();
	await db
		.insertInto('documentIntent')
		.values({
			id: newId(),
			documentId: intent,
			kind: 'replace_text',
			payload: {},
			personId: null,
			outcome: null,
			createdAt: new Date(Date.now() - 120_000),
			settledAt: null
		})
		.execute();
	await markDamaged(db, damaged, 1);
	expect(await found()).toEqual({
		[gap]: ['gap'],
		[unreadable]: ['unreadable'],
		[flipped]: ['checksum'],
		[drift]: ['drift'],
		[snapshot]: ['snapshot'],
		[intent]: ['intent'],
		[damaged]: ['damaged']
	});
});

test('an update of before the checksums is read, and counted', async () => {
	const documentId = await create();
	await create();
	const count = async () => (await readInFull(testing.db, territoryId, null)).unchecked;
	expect(await count()).toBe(0);
	await testing.db
		.updateTable('documentUpdate')
		.set({ checksum: null })
		.where('documentId', '=', documentId)
		.execute();
	expect(await count()).toBe(1);
	expect(await found()).toEqual({});
});

test('reading in full is bounded, and goes on where it stopped', async () => {
	for (let count = 0; count < 27; count++) await create();
	const first = await readInFull(testing.db, territoryId, null);
	expect(first.count).toBe(25);
	const rest = await readInFull(testing.db, territoryId, first.next);
	expect([rest.count, rest.next]).toEqual([2, null]);
	expect(await countDocuments(testing.db, territoryId, first.next)).toEqual({
		all: 27,
		before: 25
	});
});
