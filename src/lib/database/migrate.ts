import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '#migrations/index.ts';
import type { Database } from './schema.ts';

/**
 * Brings the tables up to date, forward only; what ran already is left alone. Several processes may
 * call it at once: the database lets one of them migrate.
 *
 * @returns the names of the migrations that ran now
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error, results } = await migrator.migrateToLatest();
	if (error) throw error;
	return (results ?? []).map(({ migrationName }) => migrationName);
}
