import { CamelCasePlugin, Kysely } from 'kysely';
import type { Dialect } from 'kysely';
import { PostgresJSDialect } from 'kysely-postgres-js';
import postgres from 'postgres';
import { StartError } from '#lib/start-error.ts';
import { isConnectionLost } from './connection-loss.ts';
import { GuardedDriver } from './guarded-driver.ts';
import type { OpenDatabase } from './open-database.ts';
import { RenewedPool } from './renewed-pool.ts';
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
	const connect = () =>
		postgres(url, {
			max: poolSize,
			connect_timeout: 10,
			onnotice: () => {},
			transform: { undefined: null },
			types: { exactInteger, plainDate, json, bytes }
		});
	surviveLosses();
	const first = connect();
	const pool = new RenewedPool(first, connect);
	// It opens a connection of its own when something listens, and keeps it.
	const listener = connect();
	try {
		await checkVersion(first);
	} catch (error) {
		await pool.end({ timeout: 1 });
		throw error instanceof StartError ? error : unreachable(url, error);
	}
	const db = new Kysely<Database>({
		dialect: postgresDialect(pool),
		plugins: [new CamelCasePlugin()]
	});
	return {
		db,
		kind: 'postgres',
		async executeSql(text, values) {
			// One connection for the whole of it: a script may open and close its own transaction.
			const own = await pool.reserve();
			let isLost = false;
			try {
				if (!values?.length) return { rows: await runScript(own, text) };
				const rows: unknown[] = await own.unsafe(text, [
					...values
				] as postgres.ParameterOrJSON<never>[]);
				return { rows };
			} catch (error) {
				isLost = isConnectionLost(error);
				pool.failed(error);
				throw error;
			} finally {
				if (!isLost) own.release();
			}
		},
		async listen(channel, receive) {
			const { unlisten } = await listener.listen(channel, receive);
			return unlisten;
		},
		async notify(channel, payload) {
			await pool.current.notify(channel, payload);
		},
		async close() {
			await db.destroy();
			await Promise.all([pool.end({ timeout: 5 }), listener.end({ timeout: 5 })]);
		}
	};
}

// The rows of all its statements. One that fails inside the transaction it opened must not go back to
// the pool in it.
async function runScript(connection: postgres.ReservedSql, text: string): Promise<unknown[]> {
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

async function checkVersion(connection: postgres.Sql): Promise<void> {
	const [row] = await connection<{ version: number }[]>`
		select current_setting('server_version_num')::int as version`;
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

function postgresDialect(pool: RenewedPool): Dialect {
	// All that the dialect asks of its connections.
	const lender = Object.assign(() => undefined, {
		options: pool.current.options,
		reserve: () => pool.reserve(),
		end: (options?: { timeout?: number }) => pool.end(options)
	});
	const inner = new PostgresJSDialect({ postgres: lender as unknown as postgres.Sql });
	return {
		createAdapter: () => inner.createAdapter(),
		createDriver: () =>
			new GuardedDriver(inner.createDriver(), null, (error) => pool.failed(error)),
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
