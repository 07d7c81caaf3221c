/** One connection to PostgreSQL, from its opening to its end: it is never opened again. */
import type postgres from 'postgres';
import { OWN_BACKEND } from './backends.ts';
import { isConnectionLost, lost } from './connection-loss.ts';
import type { Wire } from './connection-wire.ts';

export interface Happenings {
	closed(): void;
	/** Something was sent on a channel that this connection listens to. */
	notified?(channel: string, payload: string): void;
}

/** Makes a driver that keeps one connection, over that wire, and calls when something happens to it. */
export type Connect = (happenings: Happenings) => { sql: postgres.Sql; wire: Wire };

export interface LineOptions {
	connect: Connect;
	/** Called once it is lost. */
	gone: (line: Line) => void;
	notified?: Happenings['notified'];
	/** Milliseconds until the opening is given up. */
	limit: number;
}

/** Milliseconds after which a connection is left behind: the statements that it has prepared add up. */
const LIFETIME = 45 * 60_000;

export class Line {
	/** Whether somebody has it, with or without a statement under way. */
	isLent = false;
	/** Name of the server's process that serves it. */
	readonly backend: string;
	readonly #sql: postgres.Sql;
	readonly #connection: postgres.ReservedSql;
	readonly #wire: Wire;
	readonly #gone: (line: Line) => void;
	readonly #openedAt = performance.now();
	#isGone = false;
	/** Statements without an answer. */
	#underWay = 0;
	/** How far the wire had moved when it had been quiet for long. */
	#quietAt: number | null = null;

	private constructor(
		{ sql, wire }: { sql: postgres.Sql; wire: Wire },
		connection: postgres.ReservedSql,
		backend: string,
		gone: (line: Line) => void
	) {
		this.#sql = sql;
		this.#connection = connection;
		this.#wire = wire;
		this.backend = backend;
		this.#gone = gone;
	}

	/**
	 * Opens a connection.
	 * @throws {Error} CONNECT_TIMEOUT when it takes too long
	 */
	static async open({ connect, gone, notified, limit }: LineOptions): Promise<Line> {
		let closed = (): void => undefined;
		const driver = connect({ closed: () => closed(), ...(notified && { notified }) });
		let isLate = false;
		const timer = setTimeout(() => {
			isLate = true;
			driver.wire.cut();
		}, limit).unref();
		try {
			// A statement opens it: a `reserve` that fails stays in the driver's queue.
			const [row] = await driver.sql.unsafe<{ backend: string }[]>(OWN_BACKEND);
			const line = new Line(driver, await driver.sql.reserve(), row?.backend ?? '', gone);
			closed = () => line.#leave();
			return line;
		} catch (error) {
			driver.wire.cut();
			end(driver.sql);
			throw isLate ? lost('CONNECT_TIMEOUT') : error;
		} finally {
			clearTimeout(timer);
		}
	}

	/** Whether it is gone, or has served long enough. */
	get isSpent(): boolean {
		return this.#isGone || performance.now() - this.#openedAt > LIFETIME;
	}

	/** Whether a statement has no answer yet. */
	get isUnderWay(): boolean {
		return this.#underWay > 0;
	}

	/** Whether it had been quiet for long with a statement under way, and still is. */
	get isSilent(): boolean {
		return this.isUnderWay && this.#quietAt === this.moved;
	}

	/** Rises whenever something goes out or comes in. */
	get moved(): number {
		return this.#wire.moved;
	}

	/** Calls when a statement is under way and nothing has gone out or come in for so many milliseconds. */
	whenSilent(milliseconds: number, tell: () => void): void {
		this.#wire.whenQuiet(milliseconds, () => {
			if (!this.isUnderWay) return;
			this.#quietAt = this.moved;
			tell();
		});
	}

	/** It is known to be at work: the silence counts from now on. */
	bePatient(milliseconds: number): void {
		this.#quietAt = null;
		this.#wire.waitAgain(milliseconds);
	}

	/**
	 * Sends a statement as the driver does; its answer is to be awaited as a whole, not by a cursor.
	 * @throws {Error} CONNECTION_CLOSED when it is gone: the driver would end the process
	 */
	send<Rows extends postgres.Row[] = postgres.Row[]>(
		text: string,
		values?: postgres.ParameterOrJSON<never>[],
		options?: postgres.UnsafeQueryOptions
	): postgres.PendingQuery<Rows> {
		if (this.#isGone) throw lost('CONNECTION_CLOSED');
		const query = this.#connection.unsafe<Rows>(text, values, options);
		this.#underWay++;
		query.then(this.#answered, this.#failed);
		return query;
	}

	/** Ends it: what is under way fails. */
	close(): void {
		if (this.#isGone) return;
		this.#leave();
		end(this.#sql);
	}

	/** Ends one that nobody hears at the other end. */
	cut(): void {
		this.close();
		this.#wire.cut();
	}

	readonly #answered = (): void => {
		this.#underWay--;
	};

	readonly #failed = (error: unknown): void => {
		this.#underWay--;
		if (isConnectionLost(error)) this.close();
	};

	#leave(): void {
		if (this.#isGone) return;
		this.#isGone = true;
		this.#gone(this);
	}
}

function end(sql: postgres.Sql): void {
	// What cannot be closed is closed already.
	sql.end({ timeout: 0 }).catch(() => undefined);
}
