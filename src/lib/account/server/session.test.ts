import { describe, expect, test } from 'vitest';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	createSession,
	endAllSessions,
	endOtherSession,
	endSession,
	listSessions,
	purgeSessions,
	readSession
} from './session.ts';
import { hashToken } from './token.ts';

const fixture = testDatabase();
const start = new Date('2026-11-22T08:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

async function anAccount(suspendedAt: Date | null = null): Promise<string> {
	const id = newId();
	await fixture.db
		.insertInto('account')
		.values({ id, email: `${id}@essai.example`, suspendedAt, createdAt: start })
		.execute();
	return id;
}

function signIn(accountId: string, options: { shared?: boolean; label?: string; at?: Date } = {}) {
	return createSession(fixture.db, {
		accountId,
		sharedComputer: options.shared ?? false,
		deviceLabel: options.label ?? 'Firefox · Android',
		now: options.at ?? start
	});
}

describe('a session', () => {
	test('is found by its token and says whose it is', async () => {
		const accountId = await anAccount();
		const token = await signIn(accountId);
		expect(await readSession(fixture.db, token, after(1000))).toEqual({
			accountId,
			sessionId: hashToken(token),
			sharedComputer: false,
			demonstration: false,
			suspended: false
		});
	});

	test('keeps of its token only the hash', async () => {
		const token = await signIn(await anAccount());
		const rows = await fixture.db.selectFrom('session').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(rows[0]?.id).toBe(hashToken(token));
		expect(token.length).toBeGreaterThanOrEqual(40);
	});

	test('is not opened by its hash, by nothing, or by something long', async () => {
		const token = await signIn(await anAccount());
		for (const wrong of [
			hashToken(token),
			'',
			' ',
			`${token} `,
			token.toUpperCase(),
			'é'.repeat(9000)
		])
			expect(await readSession(fixture.db, wrong, start)).toBeNull();
	});

	test('has another token at each sign-in', async () => {
		const accountId = await anAccount();
		const tokens = new Set([await signIn(accountId), await signIn(accountId)]);
		expect(tokens.size).toBe(2);
	});

	test('ends after seven days without a visit', async () => {
		const token = await signIn(await anAccount());
		expect(await readSession(fixture.db, token, after(7 * DAY + 1))).toBeNull();
		const rows = await fixture.db.selectFrom('session').select('id').execute();
		expect(rows).toEqual([]);
	});

	test('lasts as long as it is used, thirty days at most', async () => {
		const token = await signIn(await anAccount());
		for (let day = 6; day < 30; day += 6)
			expect(await readSession(fixture.db, token, after(day * DAY))).not.toBeNull();
		expect(await readSession(fixture.db, token, after(30 * DAY - 1))).not.toBeNull();
		expect(await readSession(fixture.db, token, after(30 * DAY))).toBeNull();
	});

	test('on a shared computer ends after twenty idle minutes', async () => {
		const token = await signIn(await anAccount(), { shared: true });
		expect(await readSession(fixture.db, token, after(19 * MINUTE))).toMatchObject({
			sharedComputer: true
		});
		expect(await readSession(fixture.db, token, after(38 * MINUTE))).not.toBeNull();
		expect(await readSession(fixture.db, token, after(58 * MINUTE + 1))).toBeNull();
	});

	test('on a shared computer ends after twelve hours even when used', async () => {
		const token = await signIn(await anAccount(), { shared: true });
		for (let minute = 15; minute < 720; minute += 15)
			expect(await readSession(fixture.db, token, after(minute * MINUTE))).not.toBeNull();
		expect(await readSession(fixture.db, token, after(720 * MINUTE))).toBeNull();
	});

	test('is written once a minute at most while it is used', async () => {
		const accountId = await anAccount();
		const token = await signIn(accountId);
		const lastSeen = async () => (await listSessions(fixture.db, accountId, start))[0]?.lastSeenAt;
		await readSession(fixture.db, token, after(59_000));
		expect(await lastSeen()).toEqual(start);
		await readSession(fixture.db, token, after(60_000));
		expect(await lastSeen()).toEqual(after(60_000));
		await readSession(fixture.db, token, after(61_000));
		expect(await lastSeen()).toEqual(after(60_000));
	});

	test('says that its account is suspended', async () => {
		const token = await signIn(await anAccount(start));
		expect(await readSession(fixture.db, token, start)).toMatchObject({ suspended: true });
	});

	test('goes with its account', async () => {
		const accountId = await anAccount();
		const token = await signIn(accountId);
		await fixture.db.deleteFrom('account').where('id', '=', accountId).execute();
		expect(await readSession(fixture.db, token, start)).toBeNull();
	});

	test('is purged when it is over, and only then', async () => {
		const accountId = await anAccount();
		await signIn(accountId, { shared: true });
		const lasting = await signIn(accountId);
		expect(await purgeSessions(fixture.db, after(21 * MINUTE))).toBe(1);
		expect(await readSession(fixture.db, lasting, after(21 * MINUTE))).not.toBeNull();
	});
});

describe('signing out', () => {
	test('here leaves the other devices signed in', async () => {
		const accountId = await anAccount();
		const [here, there] = [await signIn(accountId), await signIn(accountId)];
		await endSession(fixture.db, here, start);
		expect(await readSession(fixture.db, here, start)).toBeNull();
		expect(await readSession(fixture.db, there, start)).not.toBeNull();
	});

	test('twice is no error', async () => {
		const token = await signIn(await anAccount());
		await endSession(fixture.db, token, start);
		await expect(endSession(fixture.db, token, start)).resolves.toBeUndefined();
	});

	test('everywhere ends every session of the account and nobody else’s', async () => {
		const [accountId, other] = [await anAccount(), await anAccount()];
		const tokens = [await signIn(accountId), await signIn(accountId)];
		const others = await signIn(other);
		expect(await endAllSessions(fixture.db, accountId)).toBe(2);
		for (const token of tokens) expect(await readSession(fixture.db, token, start)).toBeNull();
		expect(await readSession(fixture.db, others, start)).not.toBeNull();
	});

	test('everywhere else keeps this device', async () => {
		const accountId = await anAccount();
		const [here, there] = [await signIn(accountId), await signIn(accountId)];
		expect(await endAllSessions(fixture.db, accountId, hashToken(here))).toBe(1);
		expect(await readSession(fixture.db, here, start)).not.toBeNull();
		expect(await readSession(fixture.db, there, start)).toBeNull();
	});

	test('one device goes by the id of the list', async () => {
		const accountId = await anAccount();
		const token = await signIn(accountId, { label: 'Safari · iPhone' });
		await signIn(accountId, { at: after(1000) });
		const devices = await listSessions(fixture.db, accountId, start);
		expect(devices.map(({ deviceLabel }) => deviceLabel)).toEqual([
			'Firefox · Android',
			'Safari · iPhone'
		]);
		const phone = devices[1]?.id ?? '';
		expect(await endOtherSession(fixture.db, accountId, phone)).toBe(true);
		expect(await readSession(fixture.db, token, start)).toBeNull();
		expect(await endOtherSession(fixture.db, accountId, phone)).toBe(false);
	});

	test('nobody signs out the device of another account', async () => {
		const token = await signIn(await anAccount());
		expect(await endOtherSession(fixture.db, await anAccount(), hashToken(token))).toBe(false);
		expect(await readSession(fixture.db, token, start)).not.toBeNull();
	});

	test('is told to live documents after the commit, and not when it is undone', async () => {
		const accountId = await anAccount();
		const [first, second] = [await signIn(accountId), await signIn(accountId)];
		const heard: string[] = [];
		const stop = await fixture.open.listen('parvis_revoked', (payload) => heard.push(payload));
		await fixture
			.run(async (trx) => {
				await endSession(trx, first, start);
				throw new Error('undone');
			})
			.catch(() => null);
		await fixture.run((trx) => endSession(trx, second, start));
		await expect.poll(() => heard).toEqual([JSON.stringify({ sessionId: hashToken(second) })]);
		await stop();
	});
});
