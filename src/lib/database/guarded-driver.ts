import type {
	CompiledQuery,
	DatabaseConnection,
	Driver,
	QueryCompiler,
	QueryResult,
	TransactionSettings
} from 'kysely';
import { isConnectionLost } from './connection-loss.ts';
import { refuseInsideTransaction } from './transaction.ts';

/**
 * Refuses the pool inside an open transaction; lets one user in at a time when the engine has a
 * single connection; and refuses to commit what the database has already given up, which
 * PostgreSQL answers with a silent rollback.
 */
export class GuardedDriver implements Driver {
	readonly #inner: Driver;
	readonly #gate: Gate | null;

	constructor(inner: Driver, gate: Gate | null) {
		this.#inner = inner;
		this.#gate = gate;
	}

	init: Driver['init'] = (options) => this.#inner.init(options);
	destroy: Driver['destroy'] = (options) => this.#inner.destroy(options);

	async acquireConnection(): Promise<DatabaseConnection> {
		refuseInsideTransaction();
		await this.#gate?.enter();
		try {
			return new GuardedConnection(await this.#inner.acquireConnection());
		} catch (error) {
			this.#gate?.leave();
			throw error;
		}
	}

	async releaseConnection(connection: DatabaseConnection): Promise<void> {
		try {
			await this.#inner.releaseConnection(guarded(connection).inner);
		} finally {
			this.#gate?.leave();
		}
	}

	async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
		const guard = guarded(connection);
		guard.failure = null;
		await guard.watch(this.#inner.beginTransaction(guard.inner, settings));
	}

	async commitTransaction(connection: DatabaseConnection): Promise<void> {
		const guard = guarded(connection);
		const { failure, inner } = guard;
		if (failure) {
			throw new Error('a statement of this transaction failed, so nothing of it can be kept', {
				cause: failure
			});
		}
		await guard.watch(this.#inner.commitTransaction(inner));
	}

	async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		const guard = guarded(connection);
		// The server undid it when it lost the connection.
		if (!guard.lost) await guard.watch(this.#inner.rollbackTransaction(guard.inner));
	}

	async savepoint(
		connection: DatabaseConnection,
		name: string,
		compile: QueryCompiler['compileQuery']
	) {
		await this.#inner.savepoint?.(guarded(connection).inner, name, compile);
	}

	async rollbackToSavepoint(
		connection: DatabaseConnection,
		name: string,
		compile: QueryCompiler['compileQuery']
	) {
		const guard = guarded(connection);
		await this.#inner.rollbackToSavepoint?.(guard.inner, name, compile);
		guard.failure = null;
	}

	async releaseSavepoint(
		connection: DatabaseConnection,
		name: string,
		compile: QueryCompiler['compileQuery']
	) {
		await this.#inner.releaseSavepoint?.(guarded(connection).inner, name, compile);
	}
}

class GuardedConnection implements DatabaseConnection {
	readonly inner: DatabaseConnection;
	failure: unknown = null;
	/** What told that the connection is gone. */
	lost: Error | null = null;

	constructor(inner: DatabaseConnection) {
		this.inner = inner;
	}

	async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
		if (this.lost) throw this.lost;
		try {
			return await this.watch(this.inner.executeQuery<R>(query));
		} catch (error) {
			this.failure ??= error;
			throw error;
		}
	}

	/** Notices in a failure that the connection is gone. */
	async watch<T>(work: Promise<T>): Promise<T> {
		try {
			return await work;
		} catch (error) {
			if (error instanceof Error && isConnectionLost(error)) this.lost = error;
			throw error;
		}
	}

	streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
		return this.inner.streamQuery<R>(query, chunkSize);
	}
}

function guarded(connection: DatabaseConnection): GuardedConnection {
	if (connection instanceof GuardedConnection) return connection;
	throw new Error('this connection was not given out by the guarded driver');
}

/** Lets one user in at a time, in the order they came. */
export class Gate {
	#taken = false;
	readonly #queue: Array<() => void> = [];

	async enter(): Promise<void> {
		if (!this.#taken) {
			this.#taken = true;
			return;
		}
		await new Promise<void>((resolve) => this.#queue.push(resolve));
	}

	leave(): void {
		const next = this.#queue.shift();
		if (next) next();
		else this.#taken = false;
	}
}
