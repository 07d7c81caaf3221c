import { CamelCasePlugin, Kysely } from 'kysely';
import type { Dialect } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { StartError } from '#lib/start-error.ts';
import type { Connect } from './connection-line.ts';
import { isConnectionLost } from './connection-loss.ts';
import { ConnectionPool, type Lent } from './connection-pool.ts';
import { ConnectionWatch, WATCH_TIMES, type WatchTimes } from './connection-watch.ts';
import { Wire } from './connection-wire.ts';
import { GuardedDriver } from './guarded-driver.ts';
import { Listening } from './listening.ts';
import type { OpenDatabase } from './open-database.ts';
import { bytes, exactInteger, json, plainDate } from './postgres-types.ts';
import type { Database } from './schema.ts';

export interface PostgresConfig {
	kind: 'postgres';
	url: string;
	/** Connections kept at most; 10 unless told. */
	poolSize?: number;
	/** When connections are taken for lost; `WATCH_TIMES` unless told. */
	watch?: Partial<WatchTimes>;
}

/**
 * Opens a PostgreSQL server, version 15 or later, and checks that it answers.
 *
 * @throws {StartError} when it does not
 */
export async function openPostgres({
	url,
	poolSize = 10,
	...config
}: PostgresConfig): Promise<OpenDatabase> {
	surviveLosses();
	const times = { ...WATCH_TIMES, ...config.watch };
	const watch = new ConnectionWatch(connectTo(url), times);
	const pool = new ConnectionPool(watch, poolSize);
	// It opens a connection of its own when something listens, and keeps it.
	const listening = new Listening(watch, times.pulse);
	try {
		await checkVersion(pool);
	} catch (error) {
		watch.end();
		await pool.end();
		throw error instanceof StartError ? error : unreachable(url, error);
	}
	const db = new Kysely<Database>({
		dialect: postgresDialect(pool),
		plugins: [new CamelCasePlugin()]
	});
	return {
		db,
		kind: 'postgres',
		// One connection for the whole of it: a script may open and close its own transaction.
		executeSql(text, values) {
			return lending(pool, async (own) => {
				if (!values?.length) return { rows: await runScript(own, text) };
				const rows: unknown[] = await own.unsafe(text, [
					...values
				] as postgres.ParameterOrJSON<never>[]);
				return { rows };
			});
		},
		listen: (channel, receive) => listening.listen(channel, receive),
		async notify(channel, payload) {
			await lending(pool, (own) => own.unsafe('select pg_notify($1, $2)', [channel, payload]));
		},
		async close() {
			await db.destroy();
			await pool.end();
			listening.end();
			watch.end();
		}
	};
}

function connectTo(url: string): Connect {
	return ({ closed, notified }) => {
		const wire = new Wire();
		const sql = postgres(url, {
			max: 1,
			connect_timeout: 10,
			onnotice: () => {},
			onclose: closed,
			// The driver has them, and its types do not.
			...{ socket: wire.open.bind(wire), onnotify: notified },
			transform: { undefined: null },
			types: { exactInteger, plainDate, json, bytes }
		});
		return { sql, wire };
	};
}

// The rows of all its statements. One that fails inside the transaction it opened must not go back to
// the pool in it.
async function runScript(connection: Lent, text: string): Promise<unknown[]> {
	try {
		const results: unknown[] = await connection.unsafe(text).simple();
		return results.flat();
	} catch (error) {
		if (!isConnectionLost(error)) await connection.unsafe('rollback').simple();
		throw error;
	}
}

let survives = false;

/**
 * The driver asks for the array types at each opening and lets nobody hear when the connection is lost
 * before the answer: alone, that must not end the process.
 */
function surviveLosses(): void {
	if (survives) return;
	survives = true;
	process.on('unhandledRejection', (error) => {
		if (!isConnectionLost(error)) throw error;
	});
}

async function lending<T>(pool: ConnectionPool, work: (own: Lent) => Promise<T>): Promise<T> {
	const own = await pool.reserve();
	try {
		return await work(own);
	} finally {
		own.release();
	}
}

async function checkVersion(pool: ConnectionPool): Promise<void> {
	const [row] = await lending(pool, (own) =>
		own.unsafe<{ version: number }[]>(
			"select current_setting('server_version_num')::int as version"
		)
	);
	if ((row?.version ?? 0) < 150_000) {
		throw new StartError('Parvis demande PostgreSQL 15 ou une version plus récente.');
	}
}

function unreachable(url: string, error: unknown): StartError {
	const { host, pathname } = new URL(url);
	const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
	return new StartError(
		`La base PostgreSQL ${host}${pathname} ne répond pas${code} : ` +
			'vérifiez DATABASE_URL et que le serveur est démarré.'
	);
}

function postgresDialect(pool: ConnectionPool): Dialect {
	// All that the dialect asks of its connections.
	const lender = Object.assign(() => undefined, {
		options: {},
		reserve: () => pool.reserve(),
		end: () => pool.end()
	});
	const inner = new PostgresJSDialect({ postgres: lender as unknown as postgres.Sql });
	return {
		createAdapter: () => inner.createAdapter(),
		createDriver: () => new GuardedDriver(inner.createDriver(), null),
		createIntrospector: (db) => inner.createIntrospector(db),
		createQueryCompiler: () => inner.createQueryCompiler()
	};
}
