import { CamelCasePlugin, Kysely } from 'kysely';
import type { Dialect } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { StartError } from '#lib/start-error.ts';
import { isConnectionLost } from './connection-loss.ts';
import { ConnectionPool, type Lent } from './connection-pool.ts';
import { GuardedDriver } from './guarded-driver.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Database } from './schema.ts';

export interface PostgresConfig {
	kind: 'postgres';
	url: string;
	/** Connections kept at most; 10 unless told. */
	poolSize?: number;
}

/**
 * Opens a PostgreSQL server, version 15 or later, and checks that it answers.
 *
 * @throws {StartError} when it does not
 */
export async function openPostgres({ url, poolSize = 10 }: PostgresConfig): Promise<OpenDatabase> {
	const connect = (closed?: () => void) =>
		postgres(url, {
			max: 1,
			connect_timeout: 10,
			onnotice: () => {},
			...(closed && { onclose: closed }),
			transform: { undefined: null },
			types: { exactInteger, plainDate, json, bytes }
		});
	surviveLosses();
	const pool = new ConnectionPool(connect, poolSize);
	// It opens a connection of its own when something listens, and keeps it.
	const listener = connect();
	try {
		await checkVersion(pool);
	} catch (error) {
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
		async listen(channel, receive) {
			const { unlisten } = await listener.listen(channel, receive);
			return unlisten;
		},
		async notify(channel, payload) {
			await lending(pool, (own) => own.unsafe('select pg_notify($1, $2)', [channel, payload]));
		},
		async close() {
			await db.destroy();
			await Promise.all([pool.end(), listener.end({ timeout: 5 })]);
		}
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

const exactInteger = {
	to: 20,
	from: [20],
	serialize: String,
	parse(text: string): number {
		const value = Number(text);
		if (!Number.isSafeInteger(value)) {
			throw new RangeError('a 64-bit integer is too large to be exact');
		}
		return value;
	}
};

// A day without an hour stays « AAAA-MM-JJ »: as an instant it would shift with the time zone.
const plainDate = {
	to: 1082,
	from: [1082],
	serialize: String,
	parse: (text: string): string => text
};

// A text is taken for JSON already, as the embedded database does.
const json = {
	to: 3802,
	from: [114, 3802],
	serialize: (value: unknown): string =>
		typeof value === 'string' ? value : JSON.stringify(value),
	parse: (text: string): unknown => JSON.parse(text)
};

// Plain bytes rather than a Buffer, as the embedded database gives them.
const bytes = {
	to: 17,
	from: [17],
	serialize: (value: Uint8Array): string => `\\x${Buffer.from(value).toString('hex')}`,
	parse: (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
};
