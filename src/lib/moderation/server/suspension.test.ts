import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { visitor } from '#lib/access/actor.ts';
import { can } from '#lib/access/permissions.ts';
import { deleteAccount } from '#lib/account/server/delete-account.ts';
import { REVOKED_CHANNEL } from '#lib/account/server/revocation.ts';
import type { Command } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { appointPerson } from '#lib/territory/server/appoint-person.ts';
import { dismissPerson } from '#lib/territory/server/dismiss-person.ts';
import { attempt, nextRequest } from '../../../../tests/support/attempt.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { liftSuspension } from './lift-suspension.ts';
import { suspendPerson } from './suspend-person.ts';
import { findRunningSuspension, listSuspensions } from './suspension-queries.ts';

const database = testDatabase();
let here: TestTerritory;
let nadia: Actor & { personId: string };
let camille: Actor & { personId: string };

beforeEach(async () => {
	here = await aTerritory(database.db);
	nadia = await aCoordinator(database.db, here.territoryId);
	camille = await aPerson(database.db, here.territoryId);
});

const trying = <I, R>(actor: Actor, command: Command<I, R>, input: I, now?: Date) =>
	attempt(database.db, actor, command, input, now);
const about = (person: { personId: string }, rest: { endsOn?: string | null } = {}) => ({
	person: person.personId,
	ground: 'insult' as const,
	reason: 'Trois menaces le 12 novembre.',
	endsOn: null,
	...rest
});
const suspended = async (actor: Actor) => (await nextRequest(database.db, actor)).suspended;
const running = () => findRunningSuspension(database.db, camille.personId, new Date());

describe('suspending somebody', () => {
	it('is known at their next request, told by mail, and leaves one event without a word of why', async () => {
		const said: string[] = [];
		await database.open.listen(REVOKED_CHANNEL, (payload) => said.push(payload));
		expect(await trying(nadia, suspendPerson, about(camille))).toHaveProperty('result');
		expect(await suspended(camille)).toBe(true);
		expect(await running()).toMatchObject({ ground: 'insult', endsAt: null });

		const mails = await database.db
			.selectFrom('mail')
			.select(['kind', 'recipient', 'text'])
			.limit(9)
			.execute();
		expect(mails).toMatchObject([
			{ kind: 'person-suspended', recipient: `${camille.accountId ?? ''}@essai.example` }
		]);
		expect(mails[0]?.text).toContain('Trois menaces le 12 novembre.');
		expect(mails[0]?.text).toContain('/compte/suspension');

		const events = await database.db
			.selectFrom('event')
			.select(['verb', 'personId', 'subjectId', 'detail'])
			.limit(9)
			.execute();
		expect(events).toMatchObject([
			{ verb: 'person-suspended', personId: nadia.personId, subjectId: camille.personId }
		]);
		expect(JSON.stringify(events)).not.toMatch(/menaces|insult/);
		await expect.poll(() => said).toContain(JSON.stringify({ personId: camille.personId }));
	});

	it('leaves reading, and takes writing away with a sentence', async () => {
		await trying(nadia, suspendPerson, about(camille));
		const actor = await nextRequest(database.db, camille);
		const { territoryId } = here;
		expect(can(actor, 'territory.read', { territoryId })).toBe(true);
		expect(can(actor, 'proposal.submit', { territoryId })).toBe(false);
		expect(can(actor, 'poll.vote', { territoryId, audience: 'everyone', bodyId: null })).toBe(
			false
		);
		expect(can(actor, 'person.read-suspension', { territoryId, personId: camille.personId })).toBe(
			true
		);
	});

	it('ends by itself after its last day', async () => {
		const noon = new Date('2030-03-10T11:00:00Z');
		const ending = about(camille, { endsOn: '2030-03-12' });
		expect(await trying(nadia, suspendPerson, ending, noon)).toHaveProperty('result');
		const at = (instant: string) =>
			findRunningSuspension(database.db, camille.personId, new Date(instant));
		// Midnight in Paris, in winter.
		expect(await at('2030-03-12T22:59:59Z')).not.toBeNull();
		expect(await at('2030-03-12T23:00:00Z')).toBeNull();
		expect(await suspended(camille)).toBe(true);

		const past = new Date(Date.now() - 1000);
		const since = new Date(Date.now() - 60_000);
		const rows = { beganAt: since, endsAt: past };
		await database.db.updateTable('suspension').set(rows).execute();
		await database.db
			.updateTable('person')
			.set({ suspendedAt: since, suspendedUntil: past })
			.where('id', '=', camille.personId)
			.execute();
		expect(await suspended(camille)).toBe(false);
		// Another may follow, and the first says when it ended.
		expect(await trying(nadia, suspendPerson, about(camille))).toHaveProperty('result');
		const list = await listSuspensions(
			{ db: database.db, actor: nadia },
			here.territoryId,
			new Date()
		);
		expect(list).toMatchObject([
			{ isRunning: true, overAt: null, byName: 'Nadia B.' },
			{ isRunning: false, overAt: past, liftedByName: null }
		]);
	});

	it('wants an end that is to come', async () => {
		const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
		const ending = about(camille, { endsOn: yesterday });
		expect(await trying(nadia, suspendPerson, ending)).toEqual({
			refused: 'invalid moderation.end_past'
		});
		expect(await suspended(camille)).toBe(false);
	});

	it('is refused twice, of oneself, and to whom does not coordinate', async () => {
		expect(await trying(nadia, suspendPerson, about(nadia))).toEqual({
			refused: 'conflict moderation.not_oneself'
		});
		const forbidden = { refused: 'forbidden common.forbidden' };
		expect(await trying(camille, suspendPerson, about(nadia))).toEqual(forbidden);
		expect(await trying(camille, liftSuspension, about(nadia))).toEqual(forbidden);
		expect(await trying(visitor(here.territoryId), suspendPerson, about(camille))).toEqual({
			refused: 'unauthenticated common.unauthenticated'
		});
		await trying(nadia, suspendPerson, about(camille));
		expect(await trying(nadia, suspendPerson, about(camille))).toEqual({
			refused: 'conflict moderation.already_suspended'
		});
	});

	it('knows nobody of another territory, nor anybody who is not', async () => {
		const elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
		const stranger = await aPerson(database.db, elsewhere.territoryId);
		for (const personId of [stranger.personId, newId()]) {
			const missing = { refused: 'not_found' };
			expect(await trying(nadia, suspendPerson, about({ personId }))).toEqual(missing);
			expect(await trying(nadia, liftSuspension, about({ personId }))).toEqual(missing);
		}
	});

	it('never leaves a territory without somebody to coordinate it', async () => {
		const second = await aCoordinator(database.db, here.territoryId);
		const last = { refused: 'conflict territory.last_coordinator' };
		expect(await trying(nadia, suspendPerson, about(second))).toHaveProperty('result');
		// Their answers were asked for before they were suspended.
		expect(await trying(second, suspendPerson, about(nadia))).toEqual(last);
		expect(
			await trying(nadia, dismissPerson, { person: nadia.personId, role: 'coordinator' })
		).toEqual(last);
		expect(await trying(nadia, deleteAccount, undefined)).toEqual({
			refused: 'conflict account.last_coordinator'
		});
		await trying(nadia, appointPerson, { person: camille.personId, role: 'coordinator' });
		expect(
			await trying(nadia, dismissPerson, { person: nadia.personId, role: 'coordinator' })
		).toHaveProperty('result');
	});

	it('takes the coordination away from a coordinator, until it is lifted', async () => {
		const second = await aCoordinator(database.db, here.territoryId);
		await trying(nadia, suspendPerson, about(second));
		const actor = await nextRequest(database.db, second);
		expect(await trying(actor, suspendPerson, about(camille))).toEqual({
			refused: 'forbidden moderation.suspended'
		});
		const context = { db: database.db, actor };
		expect(await listSuspensions(context, here.territoryId, new Date())).toEqual([]);
	});
});

describe('lifting a suspension', () => {
	it('gives writing back, is told by mail, and leaves one event', async () => {
		await trying(nadia, suspendPerson, about(camille));
		expect(await trying(nadia, liftSuspension, about(camille))).toHaveProperty('result');
		expect(await suspended(camille)).toBe(false);
		expect(await running()).toBeNull();
		const mails = await database.db.selectFrom('mail').select('kind').limit(9).execute();
		expect(mails.map(({ kind }) => kind).sort()).toEqual(['person-suspended', 'suspension-lifted']);
		const events = await database.db.selectFrom('event').select('verb').limit(9).execute();
		expect(events.map(({ verb }) => verb).sort()).toEqual([
			'person-suspended',
			'suspension-lifted'
		]);
		const context = { db: database.db, actor: nadia };
		expect(await listSuspensions(context, here.territoryId, new Date())).toMatchObject([
			{ isRunning: false, liftedByName: 'Nadia B.' }
		]);
		expect(await trying(nadia, liftSuspension, about(camille))).toEqual({
			refused: 'conflict moderation.not_suspended'
		});
	});
});

describe('the database', () => {
	const row = (rest: object = {}) => ({
		id: newId(),
		territoryId: here.territoryId,
		personId: camille.personId,
		ground: 'spam' as const,
		reason: 'Publicité.',
		beganAt: new Date(),
		decidedById: nadia.personId,
		...rest
	});
	const insert = (rest: object = {}) =>
		database.db.insertInto('suspension').values(row(rest)).execute();

	it('holds one running suspension a person, by somebody else, with a reason', async () => {
		await expect(insert({ reason: ' ' })).rejects.toThrow('suspension_reason_given');
		await expect(insert({ decidedById: camille.personId })).rejects.toThrow(
			'suspension_not_by_oneself'
		);
		await expect(insert({ endsAt: new Date(0) })).rejects.toThrow('suspension_ends_later');
		await insert();
		await expect(insert()).rejects.toThrow('suspension_once');
		await expect(
			database.db
				.updateTable('person')
				.set({ suspendedUntil: new Date() })
				.where('id', '=', nadia.personId)
				.execute()
		).rejects.toThrow('person_suspended_until_later');
	});

	it('forgets why somebody was suspended when they delete their account', async () => {
		await trying(nadia, suspendPerson, about(camille));
		await trying(camille, deleteAccount, undefined);
		const rows = await database.db.selectFrom('suspension').select('id').execute();
		expect(rows).toEqual([]);
	});
});
