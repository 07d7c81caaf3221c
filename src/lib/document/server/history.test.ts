import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import { createCollaboration } from '#server/collaboration/collaboration.ts';
import { databaseStore } from '#server/collaboration/database-store.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { toPlainText } from '../plain-text.ts';
import { attributeDocument } from './attribution-writes.ts';
import { compactDocument } from './compact-document.ts';
import { findDocument, findStored } from './document-queries.ts';
import { addIntent, createDocument } from './document-writes.ts';
import { freezeDocument, reopenDocument } from './freeze-document.ts';
import { findTextsThen, listSittings, listVersions } from './history-queries.ts';
import { nameVersion } from './name-version.ts';
import { findClosing } from './plain-page-queries.ts';
import { findDelta } from './recovery-queries.ts';
import { restoreMoment } from './restore-moment.ts';
import { listPassages } from './attribution-queries.ts';

const testing = testDatabase();
type Person = Actor & { personId: string };
let t: TestTerritory;
let ana: Person;
let bo: Person;
let coordinator: Person;
let documentId = '';
const start = new Date('2026-06-01T10:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

beforeEach(async () => {
	t = await aTerritory(testing.db);
	ana = await aPerson(testing.db, t.territoryId, { publicName: 'Ana' });
	bo = await aPerson(testing.db, t.territoryId, { publicName: 'Bo' });
	coordinator = await aCoordinator(testing.db, t.territoryId);
	documentId = await testing.run((trx) =>
		createDocument(trx, {
			territoryId: t.territoryId,
			kind: 'proposal',
			texts: { body: 'Une navette le mardi' },
			personId: ana.personId,
			now: start
		})
	);
	const proposalId = newId();
	await testing.db
		.insertInto('proposal')
		.values({
			id: proposalId,
			territoryId: t.territoryId,
			contractId: t.contractId,
			documentId,
			number: 1,
			title: 'Une navette',
			state: 'PUBLISHED',
			channel: 'online',
			fairOrder: 0.5,
			publishedAt: start,
			submittedAt: start,
			updatedAt: start
		})
		.execute();
	await testing.db
		.insertInto('proposalAuthor')
		.values({ proposalId, personId: ana.personId, position: 1 })
		.execute();
});

function live() {
	const collaboration = createCollaboration({
		store: databaseStore(testing.db),
		authenticate: () => Promise.resolve(null),
		rightOf: () => 'none',
		origins: () => [],
		log: { moment: () => {}, failure: (error) => expect.unreachable(String(error)) }
	});
	onTestFinished(() => collaboration.shutdown());
	return collaboration;
}

/** Writes a whole plain text as someone, at a time, through the ordinary queue. */
async function write(person: Person, plain: string, minutes: number): Promise<void> {
	await testing.run((trx) =>
		addIntent(trx, {
			documentId,
			intent: { kind: 'replace_text', text: 'body', plain },
			personId: person.personId,
			now: later(minutes)
		})
	);
	const collaboration = live();
	await collaboration.applyIntents(documentId);
	await collaboration.shutdown();
	await testing.db
		.updateTable('documentUpdate')
		.set({ at: later(minutes) })
		.where('documentId', '=', documentId)
		.where('seq', '=', (await findDocument(testing.db, documentId))?.headSeq ?? 0)
		.execute();
}

const as = (actor: Person, now = later(0)) => ({
	run: <Input, Result>(
		command: (
			context: { trx: Parameters<Parameters<typeof testing.run>[0]>[0]; actor: Actor; now: Date },
			input: Input
		) => Promise<Result>,
		input: Input
	) => testing.run((trx) => command({ trx, actor, now }, input))
});

const plain = async () => toPlainText((await findDelta(testing.db, documentId, 'body')) ?? []);

test('history is told by sittings, with who wrote in each', async () => {
	await write(bo, 'Une navette le jeudi', 5);
	await write(ana, 'Une navette le jeudi soir', 20);
	await write(bo, 'Une navette chaque jeudi soir', 200);
	const { sittings, next } = await listSittings(testing.db, documentId, null);
	expect(sittings.map(({ first, last, authors }) => [first, last, authors.sort()])).toEqual([
		[4, 4, ['Bo']],
		[1, 3, ['Ana', 'Bo']]
	]);
	expect(sittings[1]).toMatchObject({ startedAt: later(0), endedAt: later(20) });
	expect(next).toBeNull();
	expect((await listSittings(testing.db, documentId, 4)).sittings).toHaveLength(1);
	const then = await findTextsThen(testing.db, documentId, 2);
	expect(toPlainText(then?.get('body') ?? [])).toBe('Une navette le jeudi');
});

test('a named version is kept whole, by whoever may write alone', async () => {
	await as(ana).run(nameVersion, { document: documentId, label: 'Avant le comité' });
	await write(ana, 'Tout autre chose', 5);
	const versions = await listVersions(testing.db, documentId);
	expect(versions).toMatchObject([
		{ seq: 1, label: 'Avant le comité', kind: 'named', madeBy: 'Ana' }
	]);
	await expect(as(bo).run(nameVersion, { document: documentId, label: 'x' })).rejects.toThrow(
		'forbidden'
	);
	await expect(as(ana).run(nameVersion, { document: newId(), label: 'x' })).rejects.toThrow(
		'not_found'
	);
});

test('an earlier state comes back as one more edit, by whoever asked for it', async () => {
	await write(ana, 'Tout autre chose', 5);
	await as(coordinator).run(restoreMoment, { document: documentId, seq: 1 });
	const collaboration = live();
	await collaboration.applyIntents(documentId);
	await collaboration.shutdown();
	expect(await plain()).toBe('Une navette le mardi');
	expect(await findDocument(testing.db, documentId)).toMatchObject({ headSeq: 3 });
	const { sittings } = await listSittings(testing.db, documentId, null);
	expect(sittings[0]?.authors).toContain('Nadia B.');
	expect(await listVersions(testing.db, documentId)).toMatchObject([{ kind: 'restored', seq: 1 }]);
	await expect(as(ana).run(restoreMoment, { document: documentId, seq: 99 })).rejects.toThrow(
		'no_moment'
	);
});

test('a frozen text takes nothing, by nobody, until it is reopened', async () => {
	await expect(as(ana).run(freezeDocument, { document: documentId })).rejects.toThrow('forbidden');
	await as(coordinator).run(freezeDocument, { document: documentId });
	const { by, state } = (await findClosing(testing.db, documentId)) ?? {};
	expect([state, typeof by]).toEqual(['frozen', 'string']);
	await expect(as(ana).run(restoreMoment, { document: documentId, seq: 1 })).rejects.toThrow(
		'document.frozen'
	);
	await write(ana, 'Malgré tout', 5);
	expect(await plain()).toBe('Une navette le mardi');
	await as(coordinator).run(reopenDocument, { document: documentId });
	expect(await findClosing(testing.db, documentId)).toBeNull();
	await write(ana, 'À nouveau', 6);
	expect(await plain()).toBe('À nouveau');
});

test('old detail may go; the text, its versions and its authors stay', async () => {
	await as(ana).run(nameVersion, { document: documentId, label: 'Au début' });
	await write(bo, 'Une navette le mardi et le jeudi', 5);
	await attributeDocument(testing.db, documentId);
	const authors = await listPassages(testing.db, documentId, 'body');
	const soon = as(coordinator, later(60));
	await expect(soon.run(compactDocument, { document: documentId })).rejects.toThrow(
		'nothing_to_compact'
	);
	const muchLater = as(coordinator, later(60 * 24 * 100));
	await muchLater.run(compactDocument, { document: documentId });
	expect((await listSittings(testing.db, documentId, null)).sittings).toEqual([]);
	expect(await plain()).toBe('Une navette le mardi et le jeudi');
	expect(await listPassages(testing.db, documentId, 'body')).toEqual(authors);
	expect(new Set(authors.map(({ personId }) => personId))).toEqual(
		new Set([ana.personId, bo.personId])
	);
	const then = await findTextsThen(testing.db, documentId, 1);
	expect(toPlainText(then?.get('body') ?? [])).toBe('Une navette le mardi');
	await write(ana, 'Encore', 60 * 24 * 101);
	expect(await findStored(testing.db, documentId)).toMatchObject({ headSeq: 3 });
	expect(await plain()).toBe('Encore');
});
