import { expect, test } from 'vitest';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aTerritory } from '../../../../tests/support/people.ts';
import { visitor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { eraseDraft } from './erase-draft.ts';
import {
	dropPendingAct,
	findPendingAct,
	keepForSharedComputer,
	keepPendingAct,
	purgePendingActs
} from './pending-act.ts';

const fixture = testDatabase();
const now = new Date('2026-11-22T08:00:00Z');
const DAY = 86_400_000;
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

async function keep(sharedComputer = false) {
	const { territoryId } = await aTerritory(fixture.db);
	const payload = { title: 'Un car le jeudi', themes: ['Transport', 'Accès'] };
	const token = await fixture.run((trx) =>
		keepPendingAct(trx, { territoryId, kind: 'proposal', payload, sharedComputer, now })
	);
	return { territoryId, payload, token };
}

test('what was written is found again as it was typed', async () => {
	const { territoryId, payload, token } = await keep();
	expect(await findPendingAct(fixture.db, token, after(DAY))).toEqual({
		territoryId,
		kind: 'proposal',
		payload,
		sharedComputer: false,
		createdAt: now
	});
});

test('only the hash of the token is stored', async () => {
	const { token } = await keep();
	const rows = await fixture.db.selectFrom('pendingAct').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain(token);
});

test('another token finds nothing', async () => {
	const { token } = await keep();
	expect(await findPendingAct(fixture.db, `${token}x`, now)).toBeNull();
	expect(await findPendingAct(fixture.db, '', now)).toBeNull();
});

test('it is over after seven days and purged then', async () => {
	const { token } = await keep();
	expect(await findPendingAct(fixture.db, token, after(7 * DAY))).toBeNull();
	expect(await purgePendingActs(fixture.db, after(7 * DAY - 1))).toBe(0);
	expect(await purgePendingActs(fixture.db, after(7 * DAY))).toBe(1);
});

test('of twenty takers at once one gets it', async () => {
	const { token } = await keep();
	const taken = await Promise.all(
		Array.from({ length: 20 }, () => fixture.run((trx) => dropPendingAct(trx, token)))
	);
	expect(taken.filter(Boolean)).toHaveLength(1);
});

test('what was taken comes back when its transaction is undone', async () => {
	const { token } = await keep();
	await fixture
		.run(async (trx) => {
			await dropPendingAct(trx, token);
			throw new Error('undone');
		})
		.catch(() => null);
	expect(await findPendingAct(fixture.db, token, now)).not.toBeNull();
});

test('what is dropped is gone', async () => {
	const { token } = await keep();
	expect(await fixture.run((trx) => dropPendingAct(trx, token))).toBe(true);
	expect(await fixture.run((trx) => dropPendingAct(trx, token))).toBe(false);
	expect(await findPendingAct(fixture.db, token, now)).toBeNull();
});

const MINUTE = 60_000;

test('on a computer that others use it is over after twenty minutes', async () => {
	const { token } = await keep(true);
	expect(await findPendingAct(fixture.db, token, after(20 * MINUTE - 1))).not.toBeNull();
	expect(await findPendingAct(fixture.db, token, after(20 * MINUTE))).toBeNull();
	expect(await purgePendingActs(fixture.db, after(20 * MINUTE))).toBe(1);
});

test('said later, it ends twenty minutes from then, and what is over does not come back', async () => {
	const { token } = await keep();
	const said = (at: Date) => fixture.run((trx) => keepForSharedComputer(trx, token, at));
	await said(after(DAY));
	expect(await findPendingAct(fixture.db, token, after(DAY + 19 * MINUTE))).toMatchObject({
		sharedComputer: true
	});
	await said(after(DAY + 21 * MINUTE));
	expect(await findPendingAct(fixture.db, token, after(DAY + 21 * MINUTE))).toBeNull();
});

test('whoever holds the token erases it, and nobody else’s', async () => {
	const { token } = await keep();
	const { token: other } = await fixture.run(async (trx) => ({
		token: await keepPendingAct(trx, {
			...{ kind: 'comment', payload: {}, sharedComputer: false, now },
			territoryId: (await trx.selectFrom('territory').select('id').executeTakeFirstOrThrow()).id
		})
	}));
	const erase = (pendingToken: string) =>
		runCommand({ db: fixture.db, actor: visitor(null) }, eraseDraft, { pendingToken });
	await erase(token);
	await erase(token);
	expect(await findPendingAct(fixture.db, token, now)).toBeNull();
	expect(await findPendingAct(fixture.db, other, now)).not.toBeNull();
	const events = await fixture.db.selectFrom('event').select(['verb', 'detail']).execute();
	expect(events).toEqual([{ verb: 'draft-erased', detail: {} }]);
	await expect(erase('')).rejects.toMatchObject({ code: 'unauthenticated' });
});
