import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StartError } from '#lib/start-error.ts';
import { migrations } from '#migrations/index.ts';
import type { Database } from './schema.ts';

/**
 * Brings the tables up to date, forward only; what ran already is left alone. Several processes may
 * call it at once: the database lets one of them migrate.
 *
 * @returns the names of the migrations that ran now
 * @throws {StartError} when a later version of Parvis has migrated it already
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error, results } = await migrator.migrateToLatest();
	if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
		throw new StartError(
			'La base de données vient d’une version plus récente de Parvis : ' +
				'remettez cette version, ou partez d’une sauvegarde plus ancienne.'
		);
	}
	if (error) throw error;
	return (results ?? []).map(({ migrationName }) => migrationName);
}
