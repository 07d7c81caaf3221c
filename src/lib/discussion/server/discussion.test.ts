import { beforeEach, describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/access/actor.ts';
import { runCommand } from '#lib/command.ts';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import {
	aCoordinator,
	aPerson,
	aTerritory,
	type TestTerritory
} from '../../../../tests/support/people.ts';
import { listComments, listHeldComments } from './discussion-queries.ts';
import { moderateComment } from './moderate-comment.ts';
import { withdrawComment } from './withdraw-comment.ts';
import { writeComment } from './write-comment.ts';

const database = testDatabase();
let place: TestTerritory;
let coordinator: Actor;
let resident: Actor;
let newcomer: Actor;
let proposalId: string;

beforeEach(async () => {
	const { db } = database;
	place = await aTerritory(db);
	coordinator = await aCoordinator(db, place.territoryId);
	resident = await aPerson(db, place.territoryId, { publicName: 'Lucie', trusted: true });
	newcomer = await aPerson(db, place.territoryId, { publicName: 'Nouveau' });
	proposalId = newId();
	await db
		.insertInto('proposal')
		.values({
			id: proposalId,
			territoryId: place.territoryId,
			contractId: place.contractId,
			number: 1,
			title: 'Un bus du jeudi',
			state: 'PUBLISHED',
			channel: 'online',
			fairOrder: 0.5,
			submittedAt: new Date(),
			publishedAt: new Date(),
			updatedAt: new Date()
		})
		.execute();
});

const write = (actor: Actor, body: string, rest: { parentId?: string; token?: string } = {}) =>
	runCommand({ db: database.db, actor }, writeComment, {
		discussed: { proposalId },
		body,
		parentId: rest.parentId ?? null,
		token: rest.token ?? null
	});
const read = (actor: Actor) => listComments({ db: database.db, actor }, { proposalId });
const countOf = async () =>
	(
		await database.db
			.selectFrom('proposal')
			.select('commentCount')
			.where('id', '=', proposalId)
			.executeTakeFirstOrThrow()
	).commentCount;

describe('writing', () => {
	test('a known author appears at once, a new one after being read', async () => {
		const known = await write(resident, 'Bonne idée');
		const fresh = await write(newcomer, 'Premier message');
		expect([known.state, fresh.state]).toEqual(['published', 'held']);
		expect((await read(visitor(place.territoryId))).map(({ body }) => body)).toEqual([
			'Bonne idée'
		]);
		expect(await read(newcomer)).toHaveLength(2);
		expect(await countOf()).toBe(1);
		await runCommand({ db: database.db, actor: coordinator }, moderateComment, {
			commentId: fresh.id,
			decision: 'publish',
			reason: ''
		});
		expect(await read(visitor(place.territoryId))).toHaveLength(2);
		expect(await countOf()).toBe(2);
	});

	test('the same form sent twice is one comment', async () => {
		const token = crypto.randomUUID();
		const first = await write(resident, 'Une fois', { token });
		const second = await write(resident, 'Une fois', { token });
		expect(second.id).toBe(first.id);
		expect(await countOf()).toBe(1);
	});

	test('an answer to a comment that is gone is refused with a reason', async () => {
		const { id } = await write(resident, 'Je me trompe');
		await runCommand({ db: database.db, actor: resident }, withdrawComment, { commentId: id });
		await expect(write(resident, 'Réponse', { parentId: id })).rejects.toMatchObject({
			details: { reason: 'discussion.parent_gone' }
		});
	});

	test('visitors and people of another territory cannot write', async () => {
		await expect(write(visitor(place.territoryId), 'Bonjour')).rejects.toMatchObject({
			code: 'unauthenticated'
		});
		const elsewhere = await aTerritory(database.db, { slug: 'ailleurs' });
		const stranger = await aPerson(database.db, elsewhere.territoryId, { trusted: true });
		await expect(write(stranger, 'Bonjour')).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('moderating', () => {
	test('a hidden comment shows its reason to all and its words to the coordination alone', async () => {
		const { id } = await write(resident, 'Le docteur Untel est un âne');
		await runCommand({ db: database.db, actor: coordinator }, moderateComment, {
			commentId: id,
			decision: 'hide',
			reason: 'Met en cause une personne nommée.'
		});
		const [seen] = await read(visitor(place.territoryId));
		expect(seen).toMatchObject({ body: '', hiddenReason: 'Met en cause une personne nommée.' });
		const [known] = await read(coordinator);
		expect(known?.body).toContain('docteur');
		const [mail] = await database.db.selectFrom('mail').select(['kind', 'text']).execute();
		expect(mail?.kind).toBe('comment-hidden');
		expect(mail?.text).toContain('Met en cause une personne nommée.');
		expect(mail?.text).not.toContain('âne');
	});

	test('only the coordination moderates', async () => {
		const { id } = await write(newcomer, 'Bonjour');
		const moderating = runCommand({ db: database.db, actor: resident }, moderateComment, {
			commentId: id,
			decision: 'publish',
			reason: ''
		});
		await expect(moderating).rejects.toMatchObject({ code: 'forbidden' });
		const held = await listHeldComments({ db: database.db, actor: coordinator }, place.territoryId);
		expect(held.map((comment) => comment.id)).toEqual([id]);
	});

	test('one cannot withdraw the comment of someone else', async () => {
		const { id } = await write(resident, 'À moi');
		const withdrawing = runCommand({ db: database.db, actor: newcomer }, withdrawComment, {
			commentId: id
		});
		await expect(withdrawing).rejects.toMatchObject({ code: 'forbidden' });
	});
});
