import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PGlite, PGliteQueryResults } from 'kysely';
import { findProjectRoot } from './project-root.ts';
import type { Failure, Reply, Request, WorkerSettings } from './pglite-worker.ts';

/** PGlite in its own thread, with the part of its interface that Kysely and Parvis use. */
export interface PGliteThread extends PGlite {
	/** Runs one or more statements without values; the rows are those of the last one. */
	run(text: string): Promise<unknown[]>;
	listen(channel: string, receive: (payload: string) => void): Promise<void>;
	dump(): Promise<ArrayBuffer>;
}

/** An error of the embedded database; it never holds the values of the statement. */
export class EmbeddedDatabaseError extends Error {
	override name = 'EmbeddedDatabaseError';

	constructor({ message, ...properties }: Failure) {
		super(message);
		Object.assign(this, properties);
	}
}

type Asked = Request extends infer One ? (One extends Request ? Omit<One, 'id'> : never) : never;
interface Waiting {
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

/**
 * Starts the worker thread that owns the embedded database. The thread keeps the process alive only
 * while a statement is under way.
 */
export async function startPGliteThread(settings: WorkerSettings): Promise<PGliteThread> {
	const file = join(findProjectRoot(), 'src', 'lib', 'database', 'pglite-worker.ts');
	const worker = new Worker(file, { workerData: settings });
	const waiting = new Map<number, Waiting>();
	const receivers = new Map<string, Set<(payload: string) => void>>();
	let lastId = 0;
	let lost: Error | null = null;
	let started = false;
	let closed = false;

	function ask<T>(request: Asked): Promise<T> {
		if (lost) return Promise.reject(lost);
		lastId += 1;
		const id = lastId;
		if (waiting.size === 0) worker.ref();
		const { promise, resolve, reject } = Promise.withResolvers<T>();
		// What the worker answers to a request has that request's type: the two files are one module
		// cut in two by the thread.
		waiting.set(id, { resolve: (value) => resolve(value as T), reject });
		worker.postMessage({ ...request, id });
		return promise;
	}

	function settle(id: number): Waiting | undefined {
		const one = waiting.get(id);
		waiting.delete(id);
		if (waiting.size === 0) worker.unref();
		return one;
	}

	function receive(reply: Reply): void {
		if (reply.kind === 'done') settle(reply.id)?.resolve(reply.value);
		if (reply.kind === 'failed') settle(reply.id)?.reject(new EmbeddedDatabaseError(reply.failure));
		if (reply.kind === 'notification') {
			for (const receiver of receivers.get(reply.channel) ?? []) receiver(reply.payload);
		}
	}

	function lose(error: Error): void {
		if (lost) return;
		lost = error;
		for (const one of waiting.values()) one.reject(error);
		waiting.clear();
		// Without its database the process can serve nobody: end it, so that it is started again.
		if (started && !closed) {
			queueMicrotask(() => {
				throw error;
			});
		}
	}

	await new Promise<void>((ready, failed) => {
		worker.on('message', (reply: Reply) => (reply.kind === 'ready' ? ready() : receive(reply)));
		worker.on('error', (error) => {
			const reason = error instanceof Error ? error : new Error(String(error));
			lose(reason);
			failed(reason);
		});
		worker.on('exit', () => lose(new Error('the embedded database has stopped')));
	});
	started = true;
	worker.unref();

	function query<T>(transaction: number | null, text: string, values: unknown[] = []) {
		return ask<PGliteQueryResults<T>>({
			kind: 'query',
			transaction,
			text,
			values: values.map((value) => (value === undefined ? null : value))
		});
	}

	return {
		ready: true,
		waitReady: Promise.resolve(),
		get closed() {
			return closed;
		},
		query: (text, values) => query(null, text, values),
		async transaction(work) {
			const id = await ask<number>({ kind: 'begin' });
			const rollback = () => ask<void>({ kind: 'end', transaction: id, commit: false });
			let result;
			try {
				result = await work({ query: (text, values) => query(id, text, values), rollback });
			} catch (error) {
				await rollback();
				throw error;
			}
			await ask<void>({ kind: 'end', transaction: id, commit: true });
			return result;
		},
		run: (text) => ask({ kind: 'run', text }),
		async listen(channel, receiver) {
			const known = receivers.get(channel);
			if (known) known.add(receiver);
			else {
				receivers.set(channel, new Set([receiver]));
				await ask({ kind: 'listen', channel });
			}
		},
		dump: () => ask({ kind: 'dump' }),
		async close() {
			if (closed) return;
			closed = true;
			if (!lost) await ask({ kind: 'close' });
			await worker.terminate();
		}
	};
}
