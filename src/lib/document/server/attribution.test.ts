import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../../../tests/support/people.ts';
import { paragraphsOf } from '../attribution.ts';
import { appendUpdates } from './append-updates.ts';
import { listPassages } from './attribution-queries.ts';
import { attributeDocument } from './attribution-writes.ts';
import { findDocument, findStored } from './document-queries.ts';
import { claimClient, createDocument } from './document-writes.ts';
import { buildLive } from './live-text.ts';
import { findTextsAt } from './moment-queries.ts';
import { listOwnWords } from './own-words-queries.ts';
import { saveSnapshot } from './snapshot-writes.ts';

const testing = testDatabase();
const PASSAGE = 'Une navette deux fois par semaine';
let documentId = '';
let author = { personId: '' };
let mover = { personId: '' };

beforeEach(async () => {
	const { territoryId } = await aTerritory(testing.db);
	author = await aPerson(testing.db, territoryId, { publicName: 'Ana' });
	mover = await aPerson(testing.db, territoryId, { publicName: 'Bo' });
	documentId = await testing.run((trx) =>
		createDocument(trx, {
			territoryId,
			kind: 'proposal',
			texts: { body: `${PASSAGE}\nEt le samedi`, reason: '' },
			personId: author.personId,
			now: new Date()
		})
	);
});

/** Edits as a browser of this person would, one update a step. */
async function edit(
	person: { personId: string },
	...steps: ((text: Y.Text) => void)[]
): Promise<void> {
	const stored = await findStored(testing.db, documentId);
	const live = buildLive(stored?.parts ?? []);
	await claimClient(testing.db, documentId, live.clientID, person.personId);
	const updates: Uint8Array[] = [];
	live.on('update', (bytes: Uint8Array) => updates.push(bytes));
	for (const step of steps) live.transact(() => step(live.getText('body')));
	await appendUpdates(testing.db, [
		{
			documentId,
			epoch: 1,
			headSeq: stored?.headSeq ?? 0,
			updates: updates.map((bytes) => ({
				personId: person.personId,
				clientId: null,
				clockFrom: null,
				clockTo: null,
				bytes
			}))
		}
	]);
}

const read = async () =>
	paragraphsOf(await listPassages(testing.db, documentId, 'body')).map((line) =>
		line.map(({ text, personId, via }) => [text, personId === author.personId ? 'Ana' : 'Bo', via])
	);

const keep = async () => {
	const head = await findDocument(testing.db, documentId);
	const stored = await findStored(testing.db, documentId);
	const live = buildLive(stored?.parts ?? []);
	await saveSnapshot(testing.db, {
		documentId,
		seq: head?.headSeq ?? 0,
		epoch: 1,
		state: Y.encodeStateAsUpdate(live),
		stateVector: Y.encodeStateVector(live)
	});
	live.destroy();
};

test('each letter is its typist’s, in the middle of another’s words too', async () => {
	await edit(mover, (text) => text.insert(4, 'petite '));
	expect(await read()).toEqual([
		[
			['Une ', 'Ana', 'typed'],
			['petite ', 'Bo', 'typed'],
			['navette deux fois par semaine', 'Ana', 'typed']
		],
		[['Et le samedi', 'Ana', 'typed']]
	]);
});

test('a passage that someone moves stays its author’s', async () => {
	await edit(
		mover,
		(text) => text.delete(0, PASSAGE.length + 1),
		(text) => text.insert(text.length, `${PASSAGE}\n`)
	);
	expect(await read()).toEqual([[['Et le samedi', 'Ana', 'typed']], [[PASSAGE, 'Ana', 'carried']]]);
});

test('the authors stay when the move falls between two storings, and when the updates are gone', async () => {
	await edit(mover, (text) => text.delete(0, PASSAGE.length + 1));
	await keep();
	await attributeDocument(testing.db, documentId);
	await edit(mover, (text) => text.insert(text.length, `${PASSAGE}\n`));
	const before = await read();
	expect(before[1]).toEqual([[PASSAGE, 'Ana', 'carried']]);
	await attributeDocument(testing.db, documentId);
	await attributeDocument(testing.db, documentId);
	await keep();
	expect(await read()).toEqual(before);
	await testing.db.deleteFrom('documentUpdate').where('documentId', '=', documentId).execute();
	expect(await read()).toEqual(before);
});

test('a passage moved long after the old detail was dropped stays its author’s, however often its state was kept meanwhile', async () => {
	await keep();
	await attributeDocument(testing.db, documentId);
	await testing.db.deleteFrom('documentUpdate').where('documentId', '=', documentId).execute();
	await edit(mover, (text) => text.delete(0, PASSAGE.length + 1));
	for (let time = 0; time < 4; time++) {
		await keep();
		await attributeDocument(testing.db, documentId);
		await edit(mover, (text) => text.insert(0, 'Oui. '));
	}
	await edit(mover, (text) => text.insert(text.length, `${PASSAGE}\n`));
	expect((await read()).at(-1)).toEqual([[PASSAGE, 'Ana', 'carried']]);
	expect(await findTextsAt(testing.db, documentId, 2)).not.toBeNull();
});

test('a moved passage is uncertain when two people wrote the same words', async () => {
	await edit(mover, (text) => text.insert(text.length, `${PASSAGE}\n`));
	const third = await aPerson(
		testing.db,
		(await findDocument(testing.db, documentId))?.territoryId ?? ''
	);
	await edit(
		third,
		(text) => text.delete(0, PASSAGE.length + 1),
		(text) => text.delete(text.length - PASSAGE.length - 1, PASSAGE.length + 1),
		(text) => text.insert(text.length, `${PASSAGE}\n`)
	);
	const passages = await listPassages(testing.db, documentId, 'body');
	expect(passages.at(-1)).toMatchObject({ via: 'uncertain', personId: third.personId });
});

test('one is handed the words that are one’s own, and none of another’s', async () => {
	await edit(mover, (text) => text.insert(PASSAGE.length, ', le soir aussi'));
	const own = async (person: { personId: string }) =>
		(await listOwnWords(testing.db, person.personId)).map(({ passages }) =>
			passages.map(({ words }) => words)
		);
	expect(await own(author)).toEqual([[PASSAGE, '\nEt le samedi\n']]);
	expect(await own(mover)).toEqual([[', le soir aussi']]);
	expect(await own({ personId: documentId })).toEqual([]);
});
