// The database fixture: each test file gets a migrated database of its own engine and loses what it
// wrote between two tests. TEST_DATABASE=postgres runs the same files on a real server.
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { openDatabase } from '#lib/database/open.ts';
import type { OpenDatabase } from '#lib/database/open.ts';
import type { Database } from '#lib/database/schema.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { createFromTemplate, dropDatabase } from './postgres-template.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** What every database test starts from: a file on PGlite, a template's address on Postgres. */
		databaseTemplate: { kind: 'pglite'; file: string } | { kind: 'postgres'; url: string };
	}
}

export interface TestDatabase {
	readonly db: Kysely<Database>;
	readonly kind: 'pglite' | 'postgres';
	readonly open: OpenDatabase;
	/** Runs a command as production does: in one guarded transaction. */
	run<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;
	/** Empties every table, between tests and inside one. */
	empty(): Promise<void>;
}

/**
 * Gives the tests of a file (or of a `describe`) a migrated, empty database, emptied again after
 * each test. Call it at the top level: its hooks open and close it.
 */
export function testDatabase(): TestDatabase {
	let open: OpenDatabase | null = null;
	let cleanUp = async () => {};
	let truncate = '';

	function opened(): OpenDatabase {
		if (!open) throw new Error('the test database is open only inside tests and their hooks');
		return open;
	}

	async function empty(): Promise<void> {
		if (truncate !== '') await opened().executeSql(truncate);
	}

	beforeAll(async () => {
		const template = inject('databaseTemplate');
		if (template.kind === 'pglite') {
			open = await openDatabase({ kind: 'pglite', directory: null, template: template.file });
		} else {
			const url = await createFromTemplate(template.url);
			open = await openDatabase({ kind: 'postgres', url, poolSize: 4 });
			cleanUp = () => dropDatabase(template.url, url);
		}
		truncate = await truncationOf(open.db);
	});
	afterEach(empty);
	afterAll(async () => {
		await open?.close();
		open = null;
		await cleanUp();
	});

	return {
		get db() {
			return opened().db;
		},
		get kind() {
			return opened().kind;
		},
		get open() {
			return opened();
		},
		run: (work) => inTransaction(opened().db, work),
		empty
	};
}

// Truncating 60 tables costs tens of milliseconds on a server, emptying the few that hold rows far
// less; foreign keys are set aside for the while.
async function truncationOf(db: Kysely<Database>): Promise<string> {
	const { rows } = await sql<{ name: string }>`
		select quote_ident(tablename) as name from pg_tables
		where schemaname = 'public' and tablename not like 'kysely%' order by tablename`.execute(db);
	const deletions = rows.map(
		({ name }) => `if exists (select 1 from ${name}) then delete from ${name}; end if;`
	);
	return `do $$ begin set local session_replication_role = replica; ${deletions.join(' ')} end $$`;
}
