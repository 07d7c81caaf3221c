import { expect, test } from 'vitest';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aTerritory } from '../../../../tests/support/people.ts';
import {
	findDocumentHome,
	findDocumentOwner,
	listDocumentHomes
} from './document-owner-queries.ts';

const fixture = testDatabase();

test('a document is found from its id however it is written, with the sheet that owns it', async () => {
	const { territoryId, contractId, axisIds } = await aTerritory(fixture.db);
	const [documentId, id] = [newId(), newId()];
	const createdAt = new Date();
	await fixture.db
		.insertInto('document')
		.values({ id: documentId, territoryId, kind: 'action-sheet', createdAt })
		.execute();
	await fixture.db
		.insertInto('actionSheet')
		.values({
			...{ id, territoryId, contractId, documentId, axisId: axisIds[0], code: 'A1.1' },
			...{ title: 'Une navette', state: 'DRAFT', createdAt, updatedAt: createdAt }
		})
		.execute();
	const home = { kind: 'action-sheet', id, title: 'Une navette', territoryId };
	expect(await findDocumentHome(fixture.db, documentId)).toMatchObject(home);
	expect(await findDocumentHome(fixture.db, documentId.toUpperCase())).toMatchObject(home);
	const asked = [documentId.toUpperCase(), newId(), 'x', documentId];
	const homes = await listDocumentHomes(fixture.db, asked);
	expect([...homes.keys()]).toEqual([documentId.toUpperCase(), documentId]);
	expect(homes.get(documentId)).toMatchObject(home);
});

test('what is the id of nothing, or no id at all, has no owner', async () => {
	for (const documentId of [newId(), '', 'x', `${newId()} `, `{${newId()}}`]) {
		expect(await findDocumentOwner(fixture.db, documentId)).toBeNull();
	}
});
