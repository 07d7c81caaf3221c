// The one way to a database: embedded in the process, or a PostgreSQL server. Both answer alike.
import type { OpenDatabase } from './open-database.ts';
import { openPGlite } from './open-pglite.ts';
import type { PGliteConfig } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';
import type { PostgresConfig } from './open-postgres.ts';

export type { OpenDatabase };
export type DatabaseConfig = PGliteConfig | PostgresConfig;

/**
 * Opens the database that the configuration names, without migrating it.
 *
 * @throws {StartError} when the directory is taken or the server does not answer
 */
export function openDatabase(config: DatabaseConfig): Promise<OpenDatabase> {
	return config.kind === 'pglite' ? openPGlite(config) : openPostgres(config);
}
