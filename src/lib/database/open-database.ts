import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** A database that is open, whichever of the two engines it is. */
export interface OpenDatabase {
	db: Kysely<Database>;
	kind: 'pglite' | 'postgres';
	/**
	 * Runs SQL as it is written, for pg-boss: a script without values, of which it gives the rows of
	 * all statements and undoes what a failure left open, or one statement with values.
	 */
	executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
	/** Receives what is sent on a channel after the commit; the answer stops it. */
	listen(channel: string, receive: (payload: string) => void): Promise<() => Promise<void>>;
	/** Sends at once; inside a transaction use `select pg_notify` on `trx`. */
	notify(channel: string, payload: string): Promise<void>;
	close(): Promise<void>;
}
