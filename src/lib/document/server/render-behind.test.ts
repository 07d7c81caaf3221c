import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../../../tests/support/people.ts';
import { appendUpdates } from './append-updates.ts';
import { findRendered, findStored } from './document-queries.ts';
import { createDocument } from './document-writes.ts';
import { buildLive } from './live-text.ts';
import { renderBehind } from './render-behind.ts';

const testing = testDatabase();
let territoryId = '';
let author = { personId: '' };

beforeEach(async () => {
	({ territoryId } = await aTerritory(testing.db));
	author = await aPerson(testing.db, territoryId);
});

const create = () =>
	testing.run((trx) =>
		createDocument(trx, {
			territoryId,
			kind: 'proposal',
			texts: { body: 'Une navette', reason: '' },
			personId: author.personId,
			now: new Date()
		})
	);

/** Writes, as a process that is killed before it has rendered; `at` is when. */
async function write(documentId: string, words: string, at: Date): Promise<void> {
	const stored = await findStored(testing.db, documentId);
	const live = buildLive(stored?.parts ?? []);
	const before = Y.encodeStateVector(live);
	live.getText('body').insert(0, words);
	const bytes = Y.encodeStateAsUpdate(live, before);
	const by = { personId: author.personId, clientId: null, clockFrom: null, clockTo: null };
	const headSeq = stored?.headSeq ?? 0;
	await appendUpdates(testing.db, [{ documentId, epoch: 1, headSeq, updates: [{ ...by, bytes }] }]);
	await testing.db
		.updateTable('documentUpdate')
		.set({ at })
		.where('documentId', '=', documentId)
		.where('seq', '=', headSeq + 1)
		.execute();
}

const plain = async (documentId: string) =>
	(await findRendered(testing.db, documentId, 'body'))?.plain;
const render = () => renderBehind(testing.db, () => Promise.resolve(new Set()));

test('what was written as the process ended is shown to readers, once', async () => {
	const [behind, writing, sound] = [await create(), await create(), await create()];
	await write(behind, 'Oui. ', new Date(Date.now() - 60_000));
	await write(writing, 'Encore. ', new Date());
	expect(await render()).toBe(1);
	expect(await plain(behind)).toBe('Oui. Une navette');
	expect(await plain(writing)).toBe('Une navette');
	expect(await plain(sound)).toBe('Une navette');
	expect(await render()).toBe(0);
});

test('of a damaged text readers keep what they had, and the others are shown', async () => {
	const [damaged, behind] = [await create(), await create()];
	for (const id of [damaged, behind]) await write(id, 'Oui. ', new Date(Date.now() - 60_000));
	await testing.db
		.updateTable('documentUpdate')
		.set({ bytes: new Uint8Array([1, 255]), checksum: null })
		.where('documentId', '=', damaged)
		.where('seq', '=', 2)
		.execute();
	expect(await render()).toBe(1);
	expect(await plain(damaged)).toBe('Une navette');
	expect(await plain(behind)).toBe('Oui. Une navette');
});
