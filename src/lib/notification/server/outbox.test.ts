import { expect, test } from 'vitest';
import { newId } from '#lib/database/ids.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { purgeMail } from './mail-writes.ts';
import { findOutboxMail, listOutbox } from './outbox-queries.ts';

const fixture = testDatabase();
const now = new Date('2026-11-22T08:00:00Z');
const DAY = 86_400_000;

async function aMail(
	recipient: string,
	options: { kind?: string; state?: 'kept' | 'sent' | 'queued'; age?: number } = {}
): Promise<string> {
	const id = newId();
	await fixture.db
		.insertInto('mail')
		.values({
			id,
			kind: options.kind ?? 'answer',
			recipient,
			subject: `Pour ${recipient}`,
			text: 'Intime',
			html: '<p>Intime</p>',
			state: options.state ?? 'kept',
			createdAt: new Date(now.getTime() - (options.age ?? 0))
		})
		.execute();
	return id;
}

test('on a public address the outbox shows mail to demonstration accounts alone', async () => {
	await fixture.db
		.insertInto('account')
		.values([
			{ id: newId(), email: 'solene@habitants.example', demonstration: true, createdAt: now },
			{ id: newId(), email: 'vrai@mairie.fr', createdAt: now }
		])
		.execute();
	const invented = await aMail('Solene@habitants.example');
	const hidden = [await aMail('vrai@mairie.fr'), await aMail('visiteur@exemple.fr')];
	const scope = { demonstrationOnly: true };
	expect((await listOutbox(fixture.db, scope)).map(({ id }) => id)).toEqual([invented]);
	expect(await findOutboxMail(fixture.db, invented, scope)).toMatchObject({ text: 'Intime' });
	for (const id of [...hidden, newId()])
		expect(await findOutboxMail(fixture.db, id, scope)).toBeNull();
	expect(await listOutbox(fixture.db, { demonstrationOnly: false })).toHaveLength(3);
});

test('codes go after a day, what mails said after thirty, and mail that was only kept goes whole', async () => {
	await aMail('a@mairie.fr', { kind: 'sign-in-code', age: DAY + 1 });
	const code = await aMail('a@mairie.fr', { kind: 'sign-in-code', age: DAY - 1 });
	const old = await aMail('a@mairie.fr', { state: 'sent', age: 31 * DAY });
	const recent = await aMail('a@mairie.fr', { state: 'sent', age: 29 * DAY });
	const waiting = await aMail('a@mairie.fr', { state: 'queued', age: 31 * DAY });
	await aMail('a@mairie.fr', { state: 'kept', age: 31 * DAY });
	const inOutbox = await aMail('a@mairie.fr', { state: 'kept', age: 29 * DAY });
	expect(await purgeMail(fixture.db, now)).toBe(3);
	const rows = await fixture.db.selectFrom('mail').select(['id', 'text']).orderBy('id').execute();
	expect(rows).toEqual([
		{ id: code, text: 'Intime' },
		{ id: old, text: '' },
		{ id: recent, text: 'Intime' },
		{ id: waiting, text: 'Intime' },
		{ id: inOutbox, text: 'Intime' }
	]);
	expect(await purgeMail(fixture.db, now)).toBe(0);
});
