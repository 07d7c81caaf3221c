import { beforeEach, expect, test } from 'vitest';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../../../tests/support/people.ts';
import { toPlainText } from '../plain-text.ts';
import { appendUpdates } from './append-updates.ts';
import { checksumOf } from './checksum.ts';
import {
	findDocument,
	findIntent,
	findRendered,
	findStored,
	listPendingIntents,
	listUpdatesAfter
} from './document-queries.ts';
import { findDelta } from './recovery-queries.ts';
import {
	addIntent,
	claimClient,
	createDocument,
	setDocumentState,
	settleIntent
} from './document-writes.ts';
import { initialState } from './live-text.ts';

const testing = testDatabase();
let territoryId = '';
let author = { personId: '' };

beforeEach(async () => {
	territoryId = (await aTerritory(testing.db)).territoryId;
	author = await aPerson(testing.db, territoryId);
});

const create = (text = 'Une navette\n- le mardi') =>
	testing.run((trx) =>
		createDocument(trx, {
			territoryId,
			kind: 'proposal',
			texts: { body: text, reason: '' },
			personId: author.personId,
			now: new Date('2026-11-22T10:00:00Z')
		})
	);

test('a new document is stored, attributed and rendered at once', async () => {
	const documentId = await create();
	expect(await findDocument(testing.db, documentId)).toMatchObject({ state: 'open', headSeq: 1 });
	expect(await findRendered(testing.db, documentId, 'body')).toMatchObject({
		html: '<p>Une navette</p><ul><li>le mardi</li></ul>',
		plain: 'Une navette\n- le mardi',
		seq: 1
	});
	const stored = await findStored(testing.db, documentId);
	expect(stored?.texts).toEqual(['body', 'reason']);
	expect([...(stored?.clients.values() ?? [])]).toEqual([author.personId]);
	expect(toPlainText((await findDelta(testing.db, documentId, 'body')) ?? [])).toBe(
		'Une navette\n- le mardi'
	);
	expect(await findDelta(testing.db, documentId, 'other')).toBeNull();
	expect(await findStored(testing.db, newId())).toBeNull();
});

test('an append enters open documents at the expected head, and those alone', async () => {
	const [open, sealed, moved] = [await create(), await create(), await create()];
	await testing.run((trx) => setDocumentState(trx, sealed, 'sealed'));
	const update = {
		personId: author.personId,
		clientId: 7,
		clockFrom: 0,
		clockTo: 2,
		bytes: initialState({ body: [{ insert: 'x\n' }] }).bytes
	};
	const none = { ...update, personId: null, clientId: null, clockFrom: null, clockTo: null };
	const accepted = await appendUpdates(testing.db, [
		{ documentId: open, epoch: 1, headSeq: 1, updates: [update, none] },
		{ documentId: sealed, epoch: 1, headSeq: 1, updates: [update] },
		{ documentId: moved, epoch: 1, headSeq: 4, updates: [update] }
	]);
	expect(accepted).toEqual(new Set([open]));
	expect(await findDocument(testing.db, open)).toMatchObject({ headSeq: 3 });
	expect((await findStored(testing.db, open))?.parts).toHaveLength(3);
	expect((await findStored(testing.db, open))?.parts[1]).toEqual(new Uint8Array(update.bytes));
	expect((await findStored(testing.db, sealed))?.parts).toHaveLength(1);
	const rows = await listUpdatesAfter(testing.db, open, 0);
	expect(rows.map(({ checksum }) => checksum)).toEqual(rows.map(({ bytes }) => checksumOf(bytes)));
	await expect(testing.run((trx) => setDocumentState(trx, sealed, 'open'))).rejects.toThrow(
		'conflict'
	);
});

test('a document that lacks an update is not opened', async () => {
	const documentId = await create();
	await testing.db
		.updateTable('document')
		.set({ headSeq: 5 })
		.where('id', '=', documentId)
		.execute();
	await expect(findStored(testing.db, documentId)).rejects.toThrow('lacks an update');
});

test('a client id stays the person’s who claimed it first', async () => {
	const documentId = await create();
	const other = await aPerson(testing.db, territoryId);
	expect(await claimClient(testing.db, documentId, 99, author.personId)).toBe(author.personId);
	expect(await claimClient(testing.db, documentId, 99, other.personId)).toBe(author.personId);
});

test('an intent waits until it is settled, once', async () => {
	const documentId = await create();
	const id = await testing.run((trx) =>
		addIntent(trx, {
			documentId,
			intent: { kind: 'replace_text', text: 'body', plain: 'x' },
			personId: author.personId,
			now: new Date()
		})
	);
	expect(await listPendingIntents(testing.db, documentId)).toMatchObject([
		{ id, kind: 'replace_text', payload: { text: 'body', plain: 'x' } }
	]);
	await settleIntent(testing.db, id, 'conflict', 'changed');
	await settleIntent(testing.db, id, 'applied', null);
	expect(await findIntent(testing.db, id)).toEqual({ state: 'conflict', outcome: 'changed' });
	expect(await listPendingIntents(testing.db, documentId)).toEqual([]);
});
