import { expect, test } from 'vitest';
import { createSession } from '#lib/account/server/session.ts';
import { newId } from '#lib/database/ids.ts';
import { createDocument } from '#lib/document/server/document-writes.ts';
import { testDatabase } from '../tests/support/database.ts';
import { aCoordinator, aPerson, aTerritory } from '../tests/support/people.ts';
import { listRights } from './rights-now.ts';

const fixture = testDatabase();
const DAY = 86_400_000;

function signIn(accountId: string, now = new Date()): Promise<string> {
	return createSession(fixture.db, { accountId, sharedComputer: false, deviceLabel: '', now });
}

/** A draft of an action sheet: its coordinator writes it, nobody else reads it. */
async function aDraft(place: {
	territoryId: string;
	contractId: string;
	axisIds: [string, string];
}) {
	const { territoryId, contractId, axisIds } = place;
	const now = new Date();
	const documentId = await fixture.run((trx) =>
		createDocument(trx, {
			...{ territoryId, kind: 'action-sheet', personId: null, now },
			texts: { body: '' }
		})
	);
	await fixture.db
		.insertInto('actionSheet')
		.values({
			...{ id: newId(), territoryId, contractId, documentId, axisId: axisIds[0], code: 'A1.1' },
			...{ title: 'Une navette', state: 'DRAFT', createdAt: now, updatedAt: now }
		})
		.execute();
	return documentId;
}

test('many sessions and documents are answered together, each as it would be alone', async () => {
	const here = await aTerritory(fixture.db);
	const there = await aTerritory(fixture.db, { slug: 'ailleurs' });
	const coordinator = await aCoordinator(fixture.db, here.territoryId);
	const resident = await aPerson(fixture.db, here.territoryId);
	const [token, other] = [await signIn(coordinator.accountId), await signIn(resident.accountId)];
	const over = await signIn(coordinator.accountId, new Date(Date.now() - 60 * DAY));
	const [documentId, elsewhere] = [await aDraft(here), await aDraft(there)];
	const questions = [
		{ token, documentId, hasActed: false },
		{ token: other, documentId, hasActed: false },
		{ token: over, documentId, hasActed: false },
		{ token: 'unknown', documentId, hasActed: false },
		{ token, documentId: elsewhere, hasActed: false },
		{ token, documentId: newId(), hasActed: false },
		{ token, documentId: documentId.toUpperCase(), hasActed: false }
	];
	const rights = ['write', 'none', 'none', 'none', 'none', 'none', 'write'];
	expect(await listRights(fixture.db, questions)).toEqual(rights);
	for (const [index, question] of questions.entries()) {
		expect(await listRights(fixture.db, [question])).toEqual([rights[index]]);
	}
});

test('a session that writes is seen, and so does not end for want of pages read', async () => {
	const { territoryId } = await aTerritory(fixture.db);
	const { accountId } = await aPerson(fixture.db, territoryId);
	const token = await signIn(accountId, new Date(Date.now() - DAY));
	const seen = () =>
		fixture.db.selectFrom('session').select(['lastSeenAt', 'expiresAt']).executeTakeFirstOrThrow();
	const before = await seen();
	const question = { token, documentId: newId() };
	await listRights(fixture.db, [{ ...question, hasActed: false }]);
	expect(await seen(), 'an open page alone').toEqual(before);
	await listRights(fixture.db, [{ ...question, hasActed: true }]);
	const after = await seen();
	expect(after.lastSeenAt.getTime()).toBeGreaterThan(before.lastSeenAt.getTime());
	expect(after.expiresAt.getTime() - before.expiresAt.getTime()).toBeGreaterThan(DAY / 2);
});
