// What happens to those who are writing when a text is sealed.
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { REVOKED_CHANNEL } from '#lib/account/server/revocation.ts';
import { findDocument } from '#lib/document/server/document-queries.ts';
import { findDelta } from '#lib/document/server/recovery-queries.ts';
import { sealDocument } from '#lib/document/server/seal-writes.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { aPerson, aTerritory } from '../../tests/support/people.ts';
import { aDocument, leave, openClient, startHouse, until, type LiveHouse } from './test-house.ts';

const testing = testDatabase();
let house: LiveHouse;
let writer: Actor & { personId: string };
let documentId = '';

beforeEach(async () => {
	const { territoryId } = await aTerritory(testing.db);
	writer = await aPerson(testing.db, territoryId);
	documentId = await aDocument(testing.db, territoryId, writer.personId);
	house = await startHouse(testing.db, [writer]);
	onTestFinished(() => house.stop());
	const close = await testing.open.listen(REVOKED_CHANNEL, () =>
		house.collaboration.closeSessions({ documentId })
	);
	onTestFinished(close);
});

function open() {
	const client = openClient(house, documentId, writer, { ours: true });
	onTestFinished(() => leave(client));
	return client;
}

const seal = () =>
	testing.run((trx) => sealDocument(trx, { documentId, personId: null, now: new Date() }));
const words = async () =>
	(await findDelta(testing.db, documentId, 'body'))?.map(({ insert }) => insert).join('');

test('whoever writes is told, keeps reading, and changes nothing any more', async () => {
	const client = open();
	await until(() => client.provider.synced);
	client.text.insert(0, 'Signée : ');
	await until(() => client.saved >= 2, 'saving');
	await seal();
	await until(() => client.standings.at(-1)?.['state'] === 'sealed', 'the seal');
	expect(client.standings.at(-1)).toMatchObject({ right: 'comment' });
	const saved = client.saved;
	client.text.insert(0, 'trop tard ');
	const other = open();
	await until(() => other.provider.synced);
	expect(other.text.toJSON()).toBe('Signée : Une navette\n');
	expect(client.saved).toBe(saved);
	expect(await words()).toBe('Signée : Une navette\n');
});

test('the sealed version holds what was committed, and pages show it', async () => {
	const client = open();
	await until(() => client.provider.synced);
	client.text.insert(0, 'Deux lignes, ');
	await until(() => client.saved >= 2, 'saving');
	await seal();
	const version = await testing.db
		.selectFrom('documentVersion')
		.select(['kind', 'plain', 'seq'])
		.executeTakeFirstOrThrow();
	expect(version).toMatchObject({ kind: 'sealed', plain: 'Deux lignes, Une navette' });
	expect((await findDocument(testing.db, documentId))?.headSeq).toBe(version.seq);
	await until(async () => {
		const shown = await testing.db
			.selectFrom('documentRender')
			.select('plain')
			.where('documentId', '=', documentId)
			.executeTakeFirstOrThrow();
		return shown.plain === version.plain;
	}, 'the rendering');
});

test('of a word and a seal at once, either the word is in the version or it is refused', async () => {
	const client = open();
	await until(() => client.provider.synced);
	client.text.insert(0, 'ultime ');
	await seal();
	const { plain } = await testing.db
		.selectFrom('documentVersion')
		.select('plain')
		.executeTakeFirstOrThrow();
	await until(() => client.standings.at(-1)?.['state'] === 'sealed', 'the seal');
	expect(await words()).toBe(`${plain}\n`);
});
