import { expect, test } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { nextReset, resetDemonstration } from './reset.ts';

const database = testDatabase();

test('the next reset is four hours into a day of Paris, also when the clocks change', () => {
	expect(nextReset(new Date('2026-11-22T12:00:00Z')).toISOString()).toBe(
		'2026-11-23T03:00:00.000Z'
	);
	expect(nextReset(new Date('2026-11-23T02:59:59Z')).toISOString()).toBe(
		'2026-11-23T03:00:00.000Z'
	);
	expect(nextReset(new Date('2026-07-01T12:00:00Z')).toISOString()).toBe(
		'2026-07-02T02:00:00.000Z'
	);
});

test('a reset removes what visitors did and leaves a fresh demonstration', async () => {
	const { db } = database;
	const now = new Date();
	await resetDemonstration(db, now);
	const before = await db.selectFrom('proposal').select('id').orderBy('number').execute();
	await db.updateTable('proposal').set({ title: 'Abîmé' }).execute();
	await resetDemonstration(db, now);
	const after = await db.selectFrom('proposal').select(['id', 'title']).orderBy('number').execute();
	expect(after).toHaveLength(before.length);
	expect(after.some(({ title }) => title === 'Abîmé')).toBe(false);
});
