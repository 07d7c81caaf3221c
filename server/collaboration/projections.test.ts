import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { SNAPSHOT_EVERY } from './limits.ts';
import { aDocument, leave, openClient, startHouse, until } from './test-house.ts';

const testing = testDatabase();

test('documents written at the same pace are kept one after the other', async () => {
	const { territoryId } = await aTerritory(testing.db);
	const people = [await aPerson(testing.db, territoryId), await aPerson(testing.db, territoryId)];
	let keeping = 0;
	let most = 0;
	const kept = new Set<string>();
	const house = await startHouse(testing.db, people, (store) => ({
		...store,
		async saveSnapshot(snapshot) {
			most = Math.max(most, ++keeping);
			await store.saveSnapshot(snapshot);
			keeping--;
			kept.add(snapshot.documentId);
		}
	}));
	onTestFinished(() => house.stop());
	const documents = await Promise.all(
		[1, 2, 3].map(() => aDocument(testing.db, territoryId, people[0]?.personId ?? ''))
	);
	const clients = documents.flatMap((documentId) =>
		people.map((person) => openClient(house, documentId, person, { ours: true }))
	);
	onTestFinished(() => leave(...clients));
	await until(() => clients.every(({ provider }) => provider.synced), 'synchronisation');
	for (let letter = 0; letter <= SNAPSHOT_EVERY / 2; letter++) {
		for (const { text } of clients) text.insert(0, 'a');
	}
	for (const client of clients) {
		await until(() => client.saved > SNAPSHOT_EVERY / 2, 'saving');
	}
	// What is due is rendered, and kept, with the next change after it.
	for (const { text } of clients) text.insert(0, 'b');
	await until(() => kept.size === documents.length, 'keeping');
	expect(most).toBe(1);
	expect(house.failures).toEqual([]);
}, 30_000);
