// Runs in a worker thread and owns the PGlite instance: on the main thread its work would starve
// HTTP and sockets. Node runs this file as it is, so it imports nothing of the project.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import type { Transaction } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { ltree } from '@electric-sql/pglite/contrib/ltree';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';

/** What the main thread asks; `transaction` is null outside one. */
export type Request =
	| { id: number; kind: 'query'; transaction: number | null; text: string; values: unknown[] }
	| { id: number; kind: 'run'; text: string }
	| { id: number; kind: 'begin' }
	| { id: number; kind: 'end'; transaction: number; commit: boolean }
	| { id: number; kind: 'listen'; channel: string }
	| { id: number; kind: 'dump' }
	| { id: number; kind: 'close' };

/** What is safe to say of a database error: never its detail, which repeats the bound values. */
export interface Failure {
	message: string;
	code?: string;
	severity?: string;
	constraint?: string;
	table?: string;
	column?: string;
}

export type Reply =
	| { kind: 'ready' }
	| { kind: 'notification'; channel: string; payload: string }
	| { kind: 'done'; id: number; value: unknown }
	| { kind: 'failed'; id: number; failure: Failure };

export interface WorkerSettings {
	/** Absolute directory, or null to keep the database in memory. */
	directory: string | null;
	/** A dump to start from, as `dump` makes it. */
	template: string | null;
}

interface OpenTransaction {
	transaction: Transaction;
	finish(commit: boolean): Promise<void>;
}

class RolledBack extends Error {}

function exactInteger(text: string): number {
	const value = Number(text);
	if (!Number.isSafeInteger(value))
		throw new RangeError('a 64-bit integer is too large to be exact');
	return value;
}

const port = parentPort;
if (!port) throw new Error('pglite-worker.ts runs in a worker thread');

const settings: WorkerSettings = workerData;
const pglite = await PGlite.create({
	...(settings.directory === null ? {} : { dataDir: settings.directory }),
	...(settings.template === null
		? {}
		: { loadDataDir: new Blob([new Uint8Array(await readFile(settings.template))]) }),
	extensions: { btree_gin, citext, ltree, pg_trgm, pgcrypto, unaccent },
	parsers: { [types.INT8]: exactInteger, [types.DATE]: (text) => text }
});
const transactions = new Map<number, OpenTransaction>();

function begin(id: number): Promise<number> {
	return new Promise((begun, failed) => {
		const end = Promise.withResolvers<void>();
		const done = pglite.transaction(async (transaction) => {
			transactions.set(id, {
				transaction,
				async finish(commit) {
					if (commit) end.resolve();
					else end.reject(new RolledBack());
					await done;
				}
			});
			begun(id);
			await end.promise;
		});
		done.catch(failed).finally(() => transactions.delete(id));
	});
}

async function end(id: number, commit: boolean): Promise<void> {
	try {
		await transactions.get(id)?.finish(commit);
	} catch (error) {
		if (!(error instanceof RolledBack)) throw error;
	}
}

async function query(transaction: number | null, text: string, values: unknown[]) {
	if (transaction === null) return pglite.query(text, values);
	const open = transactions.get(transaction);
	if (!open) throw new Error('this transaction has ended');
	return open.transaction.query(text, values);
}

async function run(text: string): Promise<unknown[]> {
	const results = await pglite.exec(text);
	return results.flatMap(({ rows }) => rows);
}

async function listen(channel: string): Promise<void> {
	await pglite.listen(channel, (payload) => post({ kind: 'notification', channel, payload }));
}

async function dump(): Promise<ArrayBuffer> {
	const file = await pglite.dumpDataDir('gzip');
	return file.arrayBuffer();
}

function answer(request: Request): Promise<unknown> {
	switch (request.kind) {
		case 'query':
			return query(request.transaction, request.text, request.values);
		case 'run':
			return run(request.text);
		case 'begin':
			return begin(request.id);
		case 'end':
			return end(request.transaction, request.commit);
		case 'listen':
			return listen(request.channel);
		case 'dump':
			return dump();
		case 'close':
			return pglite.close();
	}
}

function textOf(error: object, key: string): string | undefined {
	const value: unknown = Reflect.get(error, key);
	return typeof value === 'string' ? value : undefined;
}

function failureOf(error: unknown): Failure {
	if (!(error instanceof Error)) return { message: String(error) };
	const failure: Failure = { message: error.message };
	for (const key of ['code', 'severity', 'constraint', 'table', 'column'] as const) {
		const value = textOf(error, key);
		if (value !== undefined) failure[key] = value;
	}
	return failure;
}

function post(reply: Reply): void {
	port?.postMessage(reply);
}

port.on('message', (request: Request) => {
	answer(request).then(
		(value) => post({ kind: 'done', id: request.id, value }),
		(error: unknown) => post({ kind: 'failed', id: request.id, failure: failureOf(error) })
	);
});
post({ kind: 'ready' });
