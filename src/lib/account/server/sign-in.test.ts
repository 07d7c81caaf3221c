import { describe, expect, test } from 'vitest';
import type { KyselyPlugin, RootOperationNode } from 'kysely';
import { visitor, type Actor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { aPerson, aTerritory, type TestTerritory } from '../../../../tests/support/people.ts';
import { confirmSignIn, type ConfirmSignIn } from './confirm-sign-in.ts';
import { requestSignIn, type RequestSignIn } from './request-sign-in.ts';
import { createSession, readSession } from './session.ts';
import { findPendingAct, keepPendingAct } from './pending-act.ts';
import { hashToken, newToken } from './token.ts';

const fixture = testDatabase();
const now = new Date('2026-11-22T08:00:00Z');
const MINUTE = 60_000;
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);

let t: TestTerritory;
const actor = (): Actor => visitor(t.territoryId);

async function ask(change: Partial<RequestSignIn> = {}, at = now, db = fixture.db) {
	return runCommand(
		{ db, actor: actor() },
		requestSignIn,
		{
			email: 'camille@exemple.fr',
			sharedComputer: false,
			nextPath: '/essai/propositions',
			homePath: '/essai',
			browserToken: null,
			pendingToken: null,
			network: '192.0.2.0/24',
			locale: 'fr',
			territoryId: t.territoryId,
			territoryName: 'Pays d’essai',
			linkBase: 'https://parvis.fr/essai/connexion/lien',
			...change
		},
		{ clock: () => at }
	);
}

function confirm(
	proof: ConfirmSignIn['proof'],
	browserToken: string | null,
	change: Partial<ConfirmSignIn> = {},
	at = now
) {
	return runCommand(
		{ db: fixture.db, actor: actor() },
		confirmSignIn,
		{
			proof,
			browserToken,
			network: '192.0.2.0/24',
			deviceLabel: 'Firefox · Android',
			locale: 'fr',
			sessionToken: null,
			pendingToken: null,
			...change
		},
		{ clock: () => at }
	);
}

async function lastMail(): Promise<{ code: string; linkToken: string; recipient: string }> {
	const { text, recipient } = await fixture.db
		.selectFrom('mail')
		.select(['text', 'recipient'])
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	const code = /^ {4}(\w{4})-(\w{4})$/m.exec(text);
	const link = /lien\/([\w-]+)$/m.exec(text);
	return { code: `${code?.[1]}${code?.[2]}`, linkToken: link?.[1] ?? '', recipient };
}

async function asked(change: Partial<RequestSignIn> = {}, at = now) {
	t = await aTerritory(fixture.db, { now });
	const browser = await ask(change, at);
	return { browser, ...(await lastMail()) };
}

describe('asking for a code', () => {
	test('sends a code of eight characters and a link, and stores neither', async () => {
		const { code, linkToken, browser, recipient } = await asked();
		expect(recipient).toBe('camille@exemple.fr');
		expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
		const rows = JSON.stringify(await fixture.db.selectFrom('signInCode').selectAll().execute());
		for (const secret of [code, linkToken, browser]) expect(rows).not.toContain(secret);
		expect(rows).toContain(hashToken(linkToken));
	});

	test('makes no account', async () => {
		await asked();
		expect(await fixture.db.selectFrom('account').select('id').execute()).toEqual([]);
	});

	test('runs the same statements for a known and an unknown address, and none asks which it is', async () => {
		t = await aTerritory(fixture.db, { now });
		const { accountId } = await aPerson(fixture.db, t.territoryId);
		const known = await statementsOf((db) => ask({ email: `${accountId}@essai.example` }, now, db));
		const unknown = await statementsOf((db) => ask({ email: 'x@essai.example' }, now, db));
		expect(known).toEqual(unknown);
		expect(known.length).toBeGreaterThan(4);
		expect(known.join().toLowerCase()).toMatch(/"sign_?in_?code"/);
		expect(known.join()).not.toMatch(/"account"|"person"|"session"/);
	});

	test('writes the same mail to a known and an unknown address, code and link aside', async () => {
		t = await aTerritory(fixture.db, { now });
		const { accountId } = await aPerson(fixture.db, t.territoryId);
		await ask({ email: `${accountId}@essai.example` });
		await ask({ email: 'x@essai.example' });
		const mails = await fixture.db.selectFrom('mail').select(['subject', 'text']).execute();
		const bare = mails.map(({ subject, text }) =>
			`${subject}\n${text}`.replace(/\w{4}-\w{4}/g, 'CODE').replace(/lien\/\S+/, 'LIEN')
		);
		expect(bare[0]).toBe(bare[1]);
	});

	test('is limited for an address from one network, and comes back with time', async () => {
		t = await aTerritory(fixture.db, { now });
		for (let index = 0; index < 5; index += 1) await ask();
		await expect(ask()).rejects.toMatchObject({
			code: 'rate_limited',
			details: { reason: 'account.too_many_codes' }
		});
		await expect(ask({}, after(2 * MINUTE))).resolves.toBeTruthy();
		await expect(ask({}, after(2 * MINUTE))).rejects.toMatchObject({ code: 'rate_limited' });
	});

	test('by somebody elsewhere does not lock the owner of the address out', async () => {
		t = await aTerritory(fixture.db, { now });
		for (let index = 0; index < 5; index += 1) await ask({ network: '198.51.100.0/24' });
		await expect(ask({ network: '198.51.100.0/24' })).rejects.toThrow();
		await expect(ask({ network: '192.0.2.0/24' })).resolves.toBeTruthy();
	});

	test('is limited for a network, whatever the addresses', async () => {
		t = await aTerritory(fixture.db, { now });
		for (let index = 0; index < 100; index += 1) await ask({ email: `p${index}@essai.example` });
		await expect(ask({ email: 'p100@essai.example' })).rejects.toMatchObject({
			code: 'rate_limited'
		});
		await expect(
			ask({ email: 'p100@essai.example', network: '203.0.113.0/24' })
		).resolves.toBeTruthy();
	});

	test('keeps no address in its limits', async () => {
		await asked();
		const rows = JSON.stringify(await fixture.db.selectFrom('rateLimit').selectAll().execute());
		expect(rows).not.toContain('camille');
	});

	test('never keeps a path that leads elsewhere', async () => {
		const { browser, code } = await asked({ nextPath: '//evil.example' });
		expect(await confirm({ code }, browser)).toMatchObject({ nextPath: '/essai' });
	});
});

describe('the code', () => {
	test('signs in and makes the account at the first time', async () => {
		const { browser, code } = await asked();
		const outcome = await confirm({ code }, browser);
		if (outcome.kind !== 'signed-in') throw new Error('refused');
		expect(outcome.nextPath).toBe('/essai/propositions');
		const signedIn = await readSession(fixture.db, outcome.token, now);
		const { id } = await fixture.db
			.selectFrom('account')
			.select('id')
			.where('email', '=', 'camille@exemple.fr')
			.executeTakeFirstOrThrow();
		expect(signedIn).toMatchObject({ accountId: id, sharedComputer: false });
	});

	test('finds the account again the next time, capitals aside', async () => {
		const { browser, code } = await asked();
		await confirm({ code }, browser);
		await ask({ email: 'Camille@Exemple.fr', browserToken: browser });
		await confirm({ code: (await lastMail()).code }, browser);
		expect(await fixture.db.selectFrom('account').select('id').execute()).toHaveLength(1);
		expect(await fixture.db.selectFrom('session').select('id').execute()).toHaveLength(2);
	});

	test('remembers that the computer is shared', async () => {
		const { browser, code } = await asked({ sharedComputer: true });
		expect(await confirm({ code }, browser)).toMatchObject({ sharedComputer: true });
	});

	test('is worth nothing in another browser, nor without one', async () => {
		const { code } = await asked();
		expect(await confirm({ code }, newToken())).toEqual({ kind: 'refused', reason: 'over' });
		expect(await confirm({ code }, null)).toEqual({ kind: 'refused', reason: 'over' });
	});

	test('is over after thirty minutes', async () => {
		const { browser, code } = await asked();
		expect(await confirm({ code }, browser, {}, after(30 * MINUTE))).toEqual({
			kind: 'refused',
			reason: 'over'
		});
		expect(await confirm({ code }, browser, {}, after(30 * MINUTE - 1))).toMatchObject({
			kind: 'signed-in'
		});
	});

	test('may be tried five times, and the sixth is too many even when it is right', async () => {
		const { browser, code } = await asked();
		for (let attempt = 1; attempt <= 5; attempt += 1) {
			expect(await confirm({ code: 'AAAAAAAA' }, browser)).toEqual({
				kind: 'refused',
				reason: 'wrong'
			});
		}
		expect(await confirm({ code }, browser)).toEqual({ kind: 'refused', reason: 'over' });
	});

	test('is not given more attempts by asking for another', async () => {
		const { browser, code } = await asked();
		for (let attempt = 1; attempt <= 5; attempt += 1) await confirm({ code: 'AAAAAAAA' }, browser);
		await ask({ browserToken: browser });
		expect(await confirm({ code }, browser)).toEqual({ kind: 'refused', reason: 'wrong' });
		const { code: fresh } = await lastMail();
		expect(await confirm({ code: fresh }, browser)).toMatchObject({ kind: 'signed-in' });
	});

	test('signs in at the fifth attempt', async () => {
		const { browser, code } = await asked();
		for (let attempt = 1; attempt <= 4; attempt += 1) await confirm({ code: 'AAAAAAAA' }, browser);
		expect(await confirm({ code }, browser)).toMatchObject({ kind: 'signed-in' });
	});

	test('serves once, even when it is posted fifty times at once', async () => {
		const { browser, code } = await asked();
		const outcomes = await Promise.all(
			Array.from({ length: 50 }, (_, index) =>
				confirm({ code }, browser, { network: `10.0.${index}.0/24` })
			)
		);
		expect(outcomes.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
		expect(await fixture.db.selectFrom('session').select('id').execute()).toHaveLength(1);
	});

	test('ends the older codes of the address', async () => {
		const { browser, code } = await asked();
		await ask({ browserToken: browser });
		await confirm({ code: (await lastMail()).code }, browser);
		expect(await confirm({ code }, browser)).toMatchObject({ kind: 'refused' });
	});

	test('cannot be tried without end from one network', async () => {
		const { browser } = await asked();
		const reasons: string[] = [];
		for (let attempt = 0; attempt < 151; attempt += 1) {
			const outcome = await confirm({ code: 'AAAAAAAA' }, browser);
			if (outcome.kind === 'refused') reasons.push(outcome.reason);
		}
		expect(reasons.at(-2)).toBe('over');
		expect(reasons.at(-1)).toBe('too-often');
	});
});

describe('the link', () => {
	test('signs in, in the browser that asked', async () => {
		const { browser, linkToken } = await asked();
		expect(await confirm({ linkToken }, browser)).toMatchObject({ kind: 'signed-in' });
	});

	test('is worth nothing elsewhere, and not used up by it', async () => {
		const { browser, linkToken } = await asked();
		expect(await confirm({ linkToken }, newToken())).toEqual({ kind: 'refused', reason: 'over' });
		expect(await confirm({ linkToken }, null)).toEqual({ kind: 'refused', reason: 'over' });
		expect(await confirm({ linkToken }, browser)).toMatchObject({ kind: 'signed-in' });
	});

	test('serves once, and with it the code', async () => {
		const { browser, code, linkToken } = await asked();
		const outcomes = await Promise.all(
			Array.from({ length: 20 }, () => confirm({ linkToken }, browser))
		);
		expect(outcomes.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
		expect(await confirm({ code }, browser)).toMatchObject({ kind: 'refused' });
	});

	test('is not its own hash', async () => {
		const { browser, linkToken } = await asked();
		expect(await confirm({ linkToken: hashToken(linkToken) }, browser)).toMatchObject({
			kind: 'refused'
		});
	});
});

describe('signing in where someone was signed in', () => {
	test('ends the earlier session and gives another token', async () => {
		const { browser, code } = await asked();
		const { accountId } = await aPerson(fixture.db, t.territoryId);
		const before = await createSession(fixture.db, {
			accountId,
			sharedComputer: false,
			deviceLabel: '',
			now
		});
		const outcome = await confirm({ code }, browser, { sessionToken: before });
		if (outcome.kind !== 'signed-in') throw new Error('refused');
		expect(outcome.token).not.toBe(before);
		expect(await readSession(fixture.db, before, now)).toBeNull();
	});

	test('never takes over a token that somebody else chose', async () => {
		const { browser, code } = await asked();
		const planted = newToken();
		await confirm({ code }, browser, { sessionToken: planted });
		expect(await readSession(fixture.db, planted, now)).toBeNull();
	});
});

/** What a run asks of the database, in order: kinds of statement and tables. */
async function statementsOf(run: (db: typeof fixture.db) => Promise<unknown>): Promise<string[]> {
	const seen: string[] = [];
	const recorder: KyselyPlugin = {
		transformQuery({ node }): RootOperationNode {
			seen.push(`${node.kind} ${tablesIn(node).join()}`);
			return node;
		},
		transformResult: ({ result }) => Promise.resolve(result)
	};
	await run(fixture.db.withPlugin(recorder));
	return seen;
}

function tablesIn(node: unknown): string[] {
	const json = JSON.stringify(node, (key, value: unknown) =>
		key === 'values' || key === 'value' ? undefined : value
	);
	return [
		...json.matchAll(
			/"SchemableIdentifierNode","identifier":\{"kind":"IdentifierNode","name":("\w+")/g
		)
	].map(([, name]) => name ?? '');
}

describe('what was written before signing in on a shared computer', () => {
	async function written(): Promise<string> {
		t = await aTerritory(fixture.db, { now });
		const { territoryId } = t;
		return fixture.run((trx) =>
			keepPendingAct(trx, {
				...{ territoryId, kind: 'comment', payload: {}, sharedComputer: false, now }
			})
		);
	}

	test('is over twenty minutes after that was said, or after the sign-in', async () => {
		const pendingToken = await written();
		const browser = await ask({ pendingToken, sharedComputer: true });
		expect(await findPendingAct(fixture.db, pendingToken, after(19 * 60_000))).not.toBeNull();
		expect(await findPendingAct(fixture.db, pendingToken, after(21 * 60_000))).toBeNull();
		const { code } = await lastMail();
		await confirm({ code }, browser, { pendingToken }, after(15 * 60_000));
		expect(await findPendingAct(fixture.db, pendingToken, after(34 * 60_000))).not.toBeNull();
		expect(await findPendingAct(fixture.db, pendingToken, after(36 * 60_000))).toBeNull();
	});

	test('is kept for seven days on a computer of one’s own', async () => {
		const pendingToken = await written();
		const browser = await ask({ pendingToken });
		const { code } = await lastMail();
		await confirm({ code }, browser, { pendingToken });
		const sixDays = after(6 * 86_400_000);
		expect(await findPendingAct(fixture.db, pendingToken, sixDays)).not.toBeNull();
	});
});
