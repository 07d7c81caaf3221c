import { join } from 'node:path';
import { CamelCasePlugin, Kysely, PGliteDialect, PostgresAdapter } from 'kysely';
import type { Dialect } from 'kysely';
import { Gate, GuardedDriver } from './guarded-driver.ts';
import type { OpenDatabase } from './open-database.ts';
import { lockDirectory } from './pglite-lock.ts';
import { startPGliteThread } from './pglite-thread.ts';
import type { PGliteThread } from './pglite-thread.ts';
import type { Database } from './schema.ts';

export interface PGliteConfig {
	kind: 'pglite';
	/** Where the data lies; null keeps them in memory, for tests. */
	directory: string | null;
	/** A file made by `dump`, to start from. */
	template?: string;
}

export interface OpenPGlite extends OpenDatabase {
	/** The whole database as one compressed file, to start others from. */
	dump(): Promise<ArrayBuffer>;
}

/**
 * Opens the embedded database in its own thread, and takes its directory for this process.
 *
 * @throws {StartError} when another process has the directory
 */
export async function openPGlite({ directory, template }: PGliteConfig): Promise<OpenPGlite> {
	const unlock = directory === null ? () => {} : lockDirectory(directory);
	let thread: PGliteThread;
	try {
		thread = await startPGliteThread({
			directory: directory === null ? null : join(directory, 'database'),
			template: template ?? null
		});
	} catch (error) {
		unlock();
		throw error;
	}
	// Its own LISTEN and pg-boss's scripts share the one connection with Kysely: one gate for all.
	const gate = new Gate();
	const db = new Kysely<Database>({
		dialect: pgliteDialect(thread, gate),
		plugins: [new CamelCasePlugin()]
	});

	async function alone<T>(work: () => Promise<T>): Promise<T> {
		await gate.enter();
		try {
			return await work();
		} finally {
			gate.leave();
		}
	}

	return {
		db,
		kind: 'pglite',
		async executeSql(text, values) {
			if (!values?.length) return { rows: await alone(() => runScript(thread, text)) };
			const { rows } = await alone(() => thread.query<unknown>(text, [...values]));
			return { rows };
		},
		async listen(channel, receive) {
			let listening = true;
			await alone(() => thread.listen(channel, (payload) => listening && receive(payload)));
			return async () => {
				listening = false;
			};
		},
		async notify(channel, payload) {
			await alone(() => thread.query('select pg_notify($1, $2)', [channel, payload]));
		},
		dump: () => alone(() => thread.dump()),
		async close() {
			await alone(() => thread.close());
			await db.destroy();
			unlock();
		}
	};
}

// A script that fails inside the transaction it opened would leave the one connection in it.
async function runScript(thread: PGliteThread, text: string): Promise<unknown[]> {
	try {
		return await thread.run(text);
	} catch (error) {
		await thread.run('rollback');
		throw error;
	}
}

function pgliteDialect(thread: PGliteThread, gate: Gate): Dialect {
	const inner = new PGliteDialect({ pglite: thread });
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new GuardedDriver(inner.createDriver(), gate),
		createIntrospector: (db) => inner.createIntrospector(db),
		createQueryCompiler: () => inner.createQueryCompiler()
	};
}
