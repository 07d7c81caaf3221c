// The marks are cookies, which anybody can write: they tell nothing that one may not see anyway.
import { beforeEach, expect, test } from 'vitest';
import type { Cookies } from '@sveltejs/kit';
import type { Actor } from '#lib/access/actor.ts';
import { newId } from '#lib/database/ids.ts';
import { setDocumentState } from '#lib/document/server/document-writes.ts';
import { unsavedCookieName } from '#lib/document/unsaved.ts';
import type { ProposalState } from '#lib/access/subjects.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aPerson, aTerritory, type TestTerritory } from '../../../../tests/support/people.ts';
import { aContribution } from '../../../../tests/support/plan.ts';
import { listLeftTexts } from './left-texts.ts';

const testing = testDatabase();
let t: TestTerritory;
let author: Actor & { personId: string };
let stranger: Actor & { personId: string };

beforeEach(async () => {
	t = await aTerritory(testing.db);
	author = await aPerson(testing.db, t.territoryId);
	stranger = await aPerson(testing.db, t.territoryId);
});

async function aText(state: ProposalState, territory = t) {
	const id = await aContribution(testing.db, territory, {
		...{ title: 'Mon traitement', state },
		...(territory === t && { author })
	});
	const { documentId } = await testing.db
		.selectFrom('proposal')
		.select('documentId')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return { id, documentId: documentId ?? '' };
}

async function listFor(actor: Actor, documentIds: readonly string[]) {
	const cookies = {
		getAll: () => documentIds.map((id) => ({ name: unsavedCookieName(id), value: '1' }))
	} as Partial<Cookies> as Cookies;
	const locals = {
		context: { db: testing.db, actor },
		territory: { id: t.territoryId, slug: 'essai' }
	} as Partial<App.Locals> as App.Locals;
	return (await listLeftTexts({ locals, cookies })).texts;
}

test('a title is told to whoever may see the text, an address to whoever may write in it', async () => {
	const { id, documentId } = await aText('PUBLISHED');
	const address = `/essai/propositions/${id}/ecrire`;
	expect(await listFor(author, [documentId])).toEqual([
		{ documentId, title: 'Mon traitement', address }
	]);
	expect(await listFor(stranger, [documentId])).toEqual([
		{ documentId, title: 'Mon traitement', address: null }
	]);
});

test('of a text that was held back, is elsewhere or is nowhere, nothing is told', async () => {
	const held = await aText('HELD_PRIVACY');
	const elsewhere = await aText('PUBLISHED', await aTerritory(testing.db, { slug: 'ailleurs' }));
	const asked = [held.documentId, elsewhere.documentId, newId()];
	expect(await listFor(stranger, asked)).toEqual(asked.map((documentId) => ({ documentId })));
});

test.each(['frozen', 'sealed'] as const)('nobody is sent to write in a %s text', async (state) => {
	const { documentId } = await aText('PUBLISHED');
	await testing.run((trx) => setDocumentState(trx, documentId, state));
	expect(await listFor(author, [documentId])).toEqual([
		{ documentId, title: 'Mon traitement', address: null }
	]);
});

test('who is not signed in is told nothing, and twenty texts are looked up at most', async () => {
	const visitor = { ...stranger, accountId: null, personId: null };
	await expect(listFor(visitor, [])).rejects.toMatchObject({ code: 'unauthenticated' });
	const many = Array.from({ length: 30 }, () => newId());
	expect(await listFor(stranger, many)).toHaveLength(20);
});
