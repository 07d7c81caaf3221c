/** Connections to PostgreSQL that outlive the loss of one: all are made anew then. */
import type postgres from 'postgres';
import { isConnectionLost } from './connection-loss.ts';

/** Seconds that statements on the connections of before may still take. */
const LAST_STATEMENTS = 3;

/**
 * A connection of the driver that closes with a statement on its way out never writes again, though it
 * connects again (`nextWriteTimer` in its connection.js): whatever is given to it waits for ever. So
 * after a loss the whole pool is left behind.
 */
export class RenewedPool {
	readonly #make: () => postgres.Sql;
	#current: postgres.Sql;

	/** `make` gives new connections when those of before are left behind. */
	constructor(first: postgres.Sql, make: () => postgres.Sql) {
		this.#make = make;
		this.#current = first;
	}

	/** The connections to use now; ask again each time. */
	get current(): postgres.Sql {
		return this.#current;
	}

	/** Begins anew when an error means that a connection is gone. */
	failed(error: unknown): void {
		if (!isConnectionLost(error)) return;
		const before = this.#current;
		this.#current = this.#make();
		// What cannot be closed is closed already.
		before.end({ timeout: LAST_STATEMENTS }).catch(() => undefined);
	}

	/** Lends a connection. */
	async reserve(): Promise<postgres.ReservedSql> {
		try {
			return await this.#current.reserve();
		} catch (error) {
			this.failed(error);
			throw error;
		}
	}

	/** Closes all. */
	end(options?: { timeout?: number }): Promise<void> {
		return this.#current.end(options);
	}
}
