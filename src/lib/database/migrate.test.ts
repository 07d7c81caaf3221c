import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { migrate } from './migrate.ts';

const database = testDatabase();

test('what is up to date is left alone, by several processes at once too', async () => {
	expect(await Promise.all([migrate(database.db), migrate(database.db)])).toEqual([[], []]);
});

test('a database of a later version is refused in one sentence', async () => {
	await sql`
		insert into kysely_migration (name, "timestamp") values ('9999-later', '2030-01-01')
	`.execute(database.db);
	await expect(migrate(database.db)).rejects.toThrow(/version plus récente de Parvis/);
	await sql`delete from kysely_migration where name = '9999-later'`.execute(database.db);
});

test('every foreign key has an index to find its rows by', async () => {
	const { rows } = await sql<{ name: string }>`
		select c.conrelid::regclass || '.' || c.conname as name
		from pg_constraint c
		where c.contype = 'f' and c.connamespace = 'public'::regnamespace
			and not exists (
				select from pg_index i
				where i.indrelid = c.conrelid
					and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey
			)
		order by 1`.execute(database.db);
	expect(rows.map(({ name }) => name)).toEqual([]);
});

test('every constraint was given a name', async () => {
	const { rows } = await sql<{ name: string }>`
		select conrelid::regclass || '.' || conname as name from pg_constraint
		where connamespace = 'public'::regnamespace and contype in ('c', 'f')
			and conname ~ '_(check|fkey)[0-9]*$'
		order by 1`.execute(database.db);
	expect(rows.map(({ name }) => name)).toEqual([]);
});
