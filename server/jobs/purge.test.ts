import { expect, test } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { purge } from './purge.ts';

const fixture = testDatabase();
const now = new Date('2026-11-22T08:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test('what is over goes, what serves stays', async () => {
	const code = (id: string, expiresAt: Date) => ({
		id: crypto.randomUUID(),
		email: 'camille@mairie.fr',
		codeHash: id,
		linkHash: id,
		browserHash: id,
		createdAt: ago(60),
		expiresAt
	});
	await fixture.db
		.insertInto('signInCode')
		.values([code('old', ago(25)), code('recent', ago(23))])
		.execute();
	await fixture.db
		.insertInto('rateLimit')
		.values([
			{ key: 'old', tokens: 1, updatedAt: ago(25) },
			{ key: 'recent', tokens: 1, updatedAt: ago(1) }
		])
		.execute();
	expect(await purge(fixture.db, now)).toMatchObject({
		sessions: 0,
		codes: 1,
		pendingActs: 0,
		limits: 1,
		mails: 0
	});
	const left = await fixture.db.selectFrom('signInCode').select('codeHash').execute();
	expect(left).toEqual([{ codeHash: 'recent' }]);
});
