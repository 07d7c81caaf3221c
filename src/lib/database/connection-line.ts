/** One connection to PostgreSQL, from its opening to its end: it is never opened again. */
import type postgres from 'postgres';
import { isConnectionLost } from './connection-loss.ts';

/** Makes a driver that keeps one connection, and calls when this one is closed. */
export type Connect = (closed: () => void) => postgres.Sql;

/** Milliseconds after which a connection is left behind: the statements that it has prepared add up. */
const LIFETIME = 45 * 60_000;

export class Line {
	readonly #sql: postgres.Sql;
	readonly #connection: postgres.ReservedSql;
	readonly #gone: (line: Line) => void;
	readonly #openedAt = performance.now();
	#isGone = false;

	private constructor(
		sql: postgres.Sql,
		connection: postgres.ReservedSql,
		gone: (line: Line) => void
	) {
		this.#sql = sql;
		this.#connection = connection;
		this.#gone = gone;
	}

	/** Opens a connection; `gone` is called once it is lost. */
	static async open(connect: Connect, gone: (line: Line) => void): Promise<Line> {
		let closed = (): void => undefined;
		const sql = connect(() => closed());
		try {
			// A statement opens it: a `reserve` that fails stays in the driver's queue.
			await sql.unsafe('select 1');
			const line = new Line(sql, await sql.reserve(), gone);
			closed = () => line.#leave();
			return line;
		} catch (error) {
			end(sql);
			throw error;
		}
	}

	/** Whether it is gone, or has served long enough. */
	get isSpent(): boolean {
		return this.#isGone || performance.now() - this.#openedAt > LIFETIME;
	}

	/**
	 * Sends a statement as the driver does.
	 * @throws {Error} CONNECTION_CLOSED when it is gone: the driver would end the process
	 */
	send<Rows extends postgres.Row[] = postgres.Row[]>(
		text: string,
		values?: postgres.ParameterOrJSON<never>[],
		options?: postgres.UnsafeQueryOptions
	): postgres.PendingQuery<Rows> {
		if (this.#isGone) throw lost('CONNECTION_CLOSED');
		const query = this.#connection.unsafe<Rows>(text, values, options);
		query.catch((error: unknown) => {
			if (isConnectionLost(error)) this.close();
		});
		return query;
	}

	/** Ends it: what is under way fails. */
	close(): void {
		if (this.#isGone) return;
		this.#leave();
		end(this.#sql);
	}

	#leave(): void {
		if (this.#isGone) return;
		this.#isGone = true;
		this.#gone(this);
	}
}

/** What is thrown for a connection that is no longer there. */
export function lost(code: 'CONNECTION_CLOSED' | 'CONNECTION_ENDED'): Error {
	return Object.assign(new Error('the connection to the database is gone'), { code });
}

function end(sql: postgres.Sql): void {
	// What cannot be closed is closed already.
	sql.end({ timeout: 0 }).catch(() => undefined);
}
