import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import { runCommand, type Command } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { changeLocale } from './change-locale.ts';
import { chooseName, type ChooseName } from './choose-name.ts';
import { deleteAccount } from './delete-account.ts';
import { listDemonstrationPeople } from './demonstration-queries.ts';
import { takeToken } from './rate-limit.ts';
import { createSession, readSession } from './session.ts';
import { signInDemonstration } from './sign-in-demonstration.ts';
import { signOut, signOutDevice } from './sign-out.ts';

const fixture = testDatabase();
const now = new Date('2026-11-22T08:00:00Z');

function run<I, R>(actor: Actor, command: Command<I, R>, input: I): Promise<R> {
	return runCommand({ db: fixture.db, actor }, command, input, { clock: () => now });
}

async function anAccount(t: TestTerritory): Promise<Actor & { accountId: string }> {
	const accountId = newId();
	await fixture.db
		.insertInto('account')
		.values({ id: accountId, email: `${accountId}@essai.example`, createdAt: now })
		.execute();
	return { ...visitor(t.territoryId), accountId, sessionId: 'test' };
}

function signIn(accountId: string) {
	return createSession(fixture.db, { accountId, sharedComputer: false, deviceLabel: '', now });
}

async function aProposal(t: TestTerritory, personId: string, state: 'PUBLISHED' | 'RECEIVED') {
	const id = newId();
	await fixture.db
		.insertInto('proposal')
		.values({
			id,
			territoryId: t.territoryId,
			contractId: t.contractId,
			number: state === 'PUBLISHED' ? 1 : 2,
			title: 'Un car le jeudi',
			state,
			channel: 'online',
			fairOrder: 0.5,
			submittedAt: now,
			publishedAt: state === 'PUBLISHED' ? now : null,
			updatedAt: now
		})
		.execute();
	await fixture.db.insertInto('proposalAuthor').values({ proposalId: id, personId }).execute();
	return id;
}

describe('choosing a public name', () => {
	const name = (change: Partial<ChooseName> = {}): ChooseName => ({
		publicName: 'Hirondelle 4821',
		college: 'resident',
		communeId: null,
		...change
	});

	test('makes the person of the account, of age and named', async () => {
		const t = await aTerritory(fixture.db);
		const actor = await anAccount(t);
		const id = await run(actor, chooseName, name({ communeId: t.communeId }));
		const person = await fixture.db
			.selectFrom('person')
			.selectAll()
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		expect(person).toMatchObject({
			accountId: actor.accountId,
			publicName: 'Hirondelle 4821',
			nameChosen: true,
			communeId: t.communeId,
			ageConfirmedAt: now
		});
	});

	test('twice at once makes one person', async () => {
		const t = await aTerritory(fixture.db);
		const actor = await anAccount(t);
		const ids = await Promise.all([
			run(actor, chooseName, name()),
			run(actor, chooseName, name()),
			run(actor, chooseName, name({ publicName: 'Camille' }))
		]);
		expect(new Set(ids).size).toBe(1);
	});

	test('refuses a name that another account bears here, capitals aside', async () => {
		const t = await aTerritory(fixture.db);
		await aPerson(fixture.db, t.territoryId, { publicName: 'Nadia B.' });
		const actor = await anAccount(t);
		await expect(run(actor, chooseName, name({ publicName: 'nadia b.' }))).rejects.toMatchObject({
			code: 'conflict',
			details: { reason: 'account.name_taken', field: 'publicName' }
		});
	});

	test('lets someone keep their own name, and bear it in another territory', async () => {
		const [t, other] = [await aTerritory(fixture.db), await aTerritory(fixture.db, { slug: 'b' })];
		const actor = await anAccount(t);
		await run(actor, chooseName, name());
		await run(actor, chooseName, name({ college: 'professional' }));
		const elsewhere = { ...actor, territoryId: other.territoryId };
		await run(elsewhere, chooseName, name());
		const rows = await fixture.db.selectFrom('person').select('college').execute();
		expect(rows.map(({ college }) => college).sort()).toEqual(['professional', 'resident']);
	});

	test('refuses the commune of another territory as an unknown one', async () => {
		const [t, other] = [await aTerritory(fixture.db), await aTerritory(fixture.db, { slug: 'b' })];
		const actor = await anAccount(t);
		for (const communeId of [other.communeId, newId()]) {
			await expect(run(actor, chooseName, name({ communeId }))).rejects.toMatchObject({
				code: 'invalid',
				details: { reason: 'account.commune_unknown' }
			});
		}
	});

	test('asks a visitor to sign in, and refuses a suspended account', async () => {
		const t = await aTerritory(fixture.db);
		await expect(run(visitor(t.territoryId), chooseName, name())).rejects.toMatchObject({
			code: 'unauthenticated'
		});
		const actor = await anAccount(t);
		await expect(run({ ...actor, suspended: true }, chooseName, name())).rejects.toMatchObject({
			code: 'forbidden'
		});
	});
});

describe('signing out', () => {
	test('here or everywhere', async () => {
		const t = await aTerritory(fixture.db);
		const actor = await anAccount(t);
		const [here, there] = [await signIn(actor.accountId), await signIn(actor.accountId)];
		const sessionId = (await readSession(fixture.db, here, now))?.sessionId ?? '';
		await run({ ...actor, sessionId }, signOut, { everywhere: false });
		expect(await readSession(fixture.db, here, now)).toBeNull();
		expect(await readSession(fixture.db, there, now)).not.toBeNull();
		await run({ ...actor, sessionId }, signOut, { everywhere: true });
		expect(await readSession(fixture.db, there, now)).toBeNull();
	});

	test('when nobody is signed in is no error', async () => {
		const t = await aTerritory(fixture.db);
		await expect(
			run(visitor(t.territoryId), signOut, { everywhere: true })
		).resolves.toBeUndefined();
	});

	test('a device of somebody else is a device that does not exist', async () => {
		const t = await aTerritory(fixture.db);
		const [actor, other] = [await anAccount(t), await anAccount(t)];
		const token = await signIn(other.accountId);
		const device = (await readSession(fixture.db, token, now))?.sessionId ?? '';
		for (const id of [device, 'unknown', ''])
			await expect(run(actor, signOutDevice, { device: id })).rejects.toMatchObject({
				code: 'not_found'
			});
		expect(await readSession(fixture.db, token, now)).not.toBeNull();
	});
});

test('the language of an account is its owner’s choice', async () => {
	const t = await aTerritory(fixture.db);
	const actor = await anAccount(t);
	await run(actor, changeLocale, { locale: 'en' });
	const rows = await fixture.db.selectFrom('account').select('locale').execute();
	expect(rows).toEqual([{ locale: 'en' }]);
	await expect(run(visitor(t.territoryId), changeLocale, { locale: 'en' })).rejects.toMatchObject({
		code: 'unauthenticated'
	});
});

describe('deleting an account', () => {
	test('erases the address and the name, keeps what was published, signed by nobody', async () => {
		const t = await aTerritory(fixture.db);
		const actor = await aPerson(fixture.db, t.territoryId, {
			communeId: t.communeId,
			memberships: [{ bodyId: t.workingGroupId }]
		});
		const published = await aProposal(t, actor.personId, 'PUBLISHED');
		await aProposal(t, actor.personId, 'RECEIVED');
		const email = `${actor.accountId}@essai.example`;
		await fixture.db
			.insertInto('proposalReply')
			.values({
				proposalId: published,
				followNumber: 'A-1',
				channel: 'email',
				email,
				consent: 'form',
				consentedAt: now
			})
			.execute();
		const token = await signIn(actor.accountId);
		await run(actor, deleteAccount, {});
		const proposals = await fixture.db.selectFrom('proposal').select('id').execute();
		expect(proposals).toEqual([{ id: published }]);
		const person = await fixture.db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
		expect(person).toMatchObject({
			publicName: 'Personne ayant quitté',
			accountId: null,
			communeId: null
		});
		const membership = await fixture.db.selectFrom('membership').select('state').execute();
		expect(membership).toEqual([{ state: 'left' }]);
		expect(await readSession(fixture.db, token, now)).toBeNull();
		expect(await wholeDatabase()).not.toContain(email);
	});

	test('erases where letters went, and posts none that still waits', async () => {
		const t = await aTerritory(fixture.db);
		const actor = await aPerson(fixture.db, t.territoryId);
		const proposalId = await aProposal(t, actor.personId, 'PUBLISHED');
		await fixture.db
			.insertInto('proposalReply')
			.values({
				proposalId,
				followNumber: 'A-2',
				channel: 'letter',
				postalAddress: '3 impasse du Four',
				consent: 'form',
				consentedAt: now
			})
			.execute();
		await fixture.db
			.insertInto('delivery')
			.values({
				id: newId(),
				territoryId: t.territoryId,
				proposalId,
				kind: 'answer',
				channel: 'letter',
				state: 'to_print',
				createdAt: now
			})
			.execute();
		await fixture.db
			.insertInto('membership')
			.values({
				id: newId(),
				bodyId: t.workingGroupId,
				personId: actor.personId,
				state: 'refused',
				motivation: 'Je suis soignée pour un diabète.',
				askedAt: now
			})
			.execute();
		await run(actor, deleteAccount, {});
		const kept = await wholeDatabase();
		expect(kept).not.toContain('impasse du Four');
		expect(kept).not.toContain('diabète');
		const [letter] = await fixture.db.selectFrom('delivery').select('state').execute();
		expect(letter).toEqual({ state: 'done' });
	});

	test('is refused to the only coordinator of a territory, and to no other', async () => {
		const t = await aTerritory(fixture.db);
		const first = await aCoordinator(fixture.db, t.territoryId);
		await expect(run(first, deleteAccount, {})).rejects.toMatchObject({
			code: 'conflict',
			details: { reason: 'account.last_coordinator' }
		});
		await aCoordinator(fixture.db, t.territoryId);
		await run(first, deleteAccount, {});
		expect(await fixture.db.selectFrom('account').select('id').execute()).toHaveLength(1);
	});

	test('touches nobody else', async () => {
		const t = await aTerritory(fixture.db);
		const [leaving, staying] = [
			await aPerson(fixture.db, t.territoryId),
			await aPerson(fixture.db, t.territoryId, { publicName: 'Inès' })
		];
		const kept = await aProposal(t, staying.personId, 'RECEIVED');
		await run(leaving, deleteAccount, {});
		expect(await fixture.db.selectFrom('proposal').select('id').execute()).toEqual([{ id: kept }]);
		const names = await fixture.db
			.selectFrom('person')
			.select('publicName')
			.where('accountId', 'is not', null)
			.execute();
		expect(names).toEqual([{ publicName: 'Inès' }]);
	});
});

describe('signing in as a demonstration person', () => {
	const input = (accountId: string, isOpen = true) => ({
		accountId,
		isOpen,
		deviceLabel: '',
		sessionToken: null
	});

	test('takes their place', async () => {
		const t = await aTerritory(fixture.db);
		const { accountId } = await aPerson(fixture.db, t.territoryId);
		await fixture.db.updateTable('account').set({ demonstration: true }).execute();
		const { token, homePath } = await run(visitor(null), signInDemonstration, input(accountId));
		expect(homePath).toBe('/essai');
		expect(await readSession(fixture.db, token, now)).toMatchObject({
			accountId,
			demonstration: true
		});
	});

	test('leads the coordination to what waits for it', async () => {
		const t = await aTerritory(fixture.db);
		const { accountId } = await aCoordinator(fixture.db, t.territoryId);
		await fixture.db.updateTable('account').set({ demonstration: true }).execute();
		const entered = await run(visitor(null), signInDemonstration, input(accountId));
		expect(entered.homePath).toBe('/essai/a-faire');
	});

	test('never enters a real account, nor anything where no demonstration is shown', async () => {
		const t = await aTerritory(fixture.db);
		const real = await aPerson(fixture.db, t.territoryId);
		const invented = await aPerson(fixture.db, t.territoryId, { publicName: 'Solène' });
		await fixture.db
			.updateTable('account')
			.set({ demonstration: true })
			.where('id', '=', invented.accountId)
			.execute();
		for (const refused of [
			input(real.accountId),
			input(newId()),
			input(invented.accountId, false)
		]) {
			await expect(run(visitor(null), signInDemonstration, refused)).rejects.toMatchObject({
				code: 'not_found'
			});
		}
		expect(await fixture.db.selectFrom('session').select('id').execute()).toEqual([]);
		const listed = await listDemonstrationPeople(fixture.db);
		expect(listed.map(({ publicName }) => publicName)).toEqual(['Solène']);
	});
});

describe('a bucket of attempts', () => {
	const bucket = { capacity: 3, perMinute: 1 };
	const take = (seconds: number) =>
		takeToken(fixture.db, 'key', bucket, new Date(now.getTime() + seconds * 1000));

	test('holds so many in a row and fills with time, never above its capacity', async () => {
		expect([await take(0), await take(0), await take(0), await take(0)]).toEqual([
			true,
			true,
			true,
			false
		]);
		expect([await take(59), await take(60), await take(61)]).toEqual([false, true, false]);
		expect([await take(9999), await take(9999), await take(9999), await take(9999)]).toEqual([
			true,
			true,
			true,
			false
		]);
	});

	test('gives no more when all are taken at once', async () => {
		const taken = await Promise.all(Array.from({ length: 20 }, () => take(0)));
		expect(taken.filter(Boolean)).toHaveLength(3);
	});

	test('is not filled by a clock that goes back', async () => {
		for (let index = 0; index < 3; index += 1) await take(600);
		expect(await take(0)).toBe(false);
	});
});

async function wholeDatabase(): Promise<string> {
	const tables = [
		'account',
		'person',
		'session',
		'signInCode',
		'mail',
		'invitation',
		'report',
		'proposalReply',
		'event'
	] as const;
	const rows = await Promise.all(
		tables.map((table) => fixture.db.selectFrom(table).selectAll().execute())
	);
	return JSON.stringify(rows);
}
