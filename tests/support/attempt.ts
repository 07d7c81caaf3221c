/** Running commands as the site does, and telling a refusal from a fault. */
import type { Kysely } from 'kysely';
import type { Actor } from '#lib/access/actor.ts';
import { findActor } from '#lib/account/server/actor-queries.ts';
import { runCommand, type Command } from '#lib/command.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError } from '#lib/errors.ts';

/** Runs a command for somebody: its result, or the code and the reason of its refusal as text. */
export async function attempt<Input, Result>(
	db: Kysely<Database>,
	actor: Actor,
	command: Command<Input, Result>,
	input: Input,
	now?: Date
): Promise<{ result: Result } | { refused: string }> {
	try {
		const options = now ? { clock: () => now } : {};
		return { result: await runCommand({ db, actor }, command, input, options) };
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		const { reason } = error.details;
		return { refused: reason ? `${error.code} ${reason}` : error.code };
	}
}

/** The same person as their next request sees them, with the roles and seats they have by then. */
export function nextRequest(db: Kysely<Database>, actor: Actor): Promise<Actor> {
	const { accountId, territoryId, suspended } = actor;
	if (accountId === null) return Promise.resolve(actor);
	return findActor(
		db,
		{ accountId, sessionId: 'test', sharedComputer: false, demonstration: false, suspended },
		territoryId
	);
}
