import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import * as Y from 'yjs';
import { Journal } from './journal.ts';
import { SNAPSHOT_EVERY, TIMES } from './limits.ts';
import type { Store } from './ports.ts';
import { Projections } from './projections.ts';
import { Room } from './room.ts';
import { VirtualClock } from './simulator/virtual-clock.ts';
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

test('readers are shown a text when its writers pause, and every few seconds when they do not', async () => {
	const clock = new VirtualClock();
	const rendered: { at: number; seq: number }[] = [];
	// Nothing else is asked of it.
	const store = {
		append: (appends) => Promise.resolve(new Set(appends.map(({ documentId }) => documentId))),
		knownSources: () => Promise.resolve(new Set()),
		saveRendered: (_documentId, seq) => {
			rendered.push({ at: clock.now(), seq });
			return Promise.resolve();
		}
	} as Partial<Store> as Store;
	const failures: unknown[] = [];
	const log = { moment: () => undefined, failure: (error: unknown) => failures.push(error) };
	const journal = new Journal(store, clock, log);
	const projections = new Projections(store, clock, log);
	const live = new Y.Doc();
	live.getText('body').insert(0, 'Une navette\n');
	const room = new Room(
		{
			...{ id: crypto.randomUUID(), territoryId: crypto.randomUUID(), kind: 'proposal' },
			...{ state: 'open', epoch: 1, headSeq: 0, snapshotSeq: 0, texts: ['body'] },
			...{ parts: [Y.encodeStateAsUpdate(live)], clients: new Map() }
		},
		journal,
		clock,
		{ changed: (changed) => projections.follow(changed), fenced: () => undefined }
	);
	const passTo = async (until: number) => {
		while (await clock.step(until));
	};
	const type = async () => {
		const before = Y.encodeStateVector(live);
		live.getText('body').insert(0, 'a');
		const bytes = Y.encodeStateAsUpdate(live, before);
		const by = { personId: null, clientId: null, clockFrom: null, clockTo: null };
		room.write({ ranges: [], needs: [], deletes: [] }, { ...by, bytes });
		// The journal gathers what comes in the same turn.
		for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
	};

	// Five letters a second for twelve seconds, then nothing.
	for (let letter = 0; letter < 60; letter++) {
		await type();
		await passTo((letter + 1) * 200);
	}
	const soon = TIMES.render + TIMES.renderTick;
	expect(rendered.length).toBe(2);
	expect(rendered[0]?.at).toBeGreaterThanOrEqual(TIMES.render);
	expect(rendered[0]?.at).toBeLessThanOrEqual(soon);
	expect(rendered[1]?.at).toBeLessThanOrEqual(2 * soon + 200);
	await passTo(11_800 + TIMES.renderPause + TIMES.renderTick);
	expect(rendered.at(-1)?.seq).toBe(60);
	await passTo(60_000);
	expect(rendered.length).toBe(3);

	// One letter is shown after the pause that follows it.
	await type();
	await passTo(60_000 + TIMES.renderPause + TIMES.renderTick);
	expect(rendered.at(-1)?.seq).toBe(61);
	expect(failures).toEqual([]);
});
