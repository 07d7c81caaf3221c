/** How a command runs: one guarded transaction, the database's clock, one log line. */
import type { Kysely, Transaction } from 'kysely';
import type { Actor } from './access/actor.ts';
import type { Database } from './database/schema.ts';
import { inTransaction, readNow } from './database/transaction.ts';
import { AppError } from './errors.ts';
import { logCommand } from './log.ts';

/** What a query needs: who asks, and where to read. Lists are scoped by the actor in SQL. */
export interface QueryContext {
	db: Kysely<Database>;
	actor: Actor;
	/** What the territory's records are known by, so that some of them may be kept (`editionOf`). */
	edition?: string | null;
}

/** What a command works with. `now` is the database's instant inside the transaction, in UTC. */
export interface CommandContext {
	trx: Transaction<Database>;
	actor: Actor;
	now: Date;
}

export type Command<Input, Result> = (context: CommandContext, input: Input) => Promise<Result>;

export interface RunOptions {
	/** Replaces the database's clock: tests and the demonstration only. */
	clock?: () => Date;
	/** Writes no log line: a secret ballot must leave no trace of who cast it when. */
	secret?: boolean;
}

/**
 * Runs a command in one transaction. Tests and the demonstration pass their own clock.
 * @throws {AppError} whatever the command refuses
 */
export async function runCommand<Input, Result>(
	context: QueryContext,
	command: Command<Input, Result>,
	input: Input,
	{ clock, secret = false }: RunOptions = {}
): Promise<Result> {
	const started = performance.now();
	let outcome = 'error';
	try {
		const result = await inTransaction(context.db, async (trx) => {
			const now = clock ? clock() : await readNow(trx);
			return command({ trx, actor: context.actor, now }, input);
		});
		outcome = 'done';
		return result;
	} catch (error) {
		if (error instanceof AppError) outcome = error.code;
		throw error;
	} finally {
		if (!secret) {
			logCommand({
				command: command.name,
				actorId: context.actor.personId,
				outcome,
				milliseconds: performance.now() - started
			});
		}
	}
}
