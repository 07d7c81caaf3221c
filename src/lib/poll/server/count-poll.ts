import { sql, type Transaction } from 'kysely';
import { visitor } from '#lib/access/actor.ts';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import type { Database } from '#lib/database/schema.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { countApprovals, pollStage } from '../poll.ts';
import { findPoll } from './poll-queries.ts';

/**
 * Counts a closed poll and publishes the result.
 * @throws {AppError} not_found, forbidden, conflict while it is open or when it is already counted
 */
export async function countPoll(
	context: CommandContext,
	{ pollId }: { pollId: string }
): Promise<void> {
	const { trx, actor, now } = context;
	const poll = found(await findPoll({ db: trx, actor }, pollId));
	authorize(actor, 'poll.close', poll);
	// Held until the end: ballots under way are in before it, and none comes in after it.
	const held = await trx
		.selectFrom('poll')
		.select('countedAt')
		.where('id', '=', pollId)
		.forUpdate()
		.executeTakeFirst();
	if (found(held).countedAt || pollStage(poll, now) !== 'closed') throw new AppError('conflict');
	await writeCount(trx, pollId, now);
	await recordEvent(context, { verb: 'poll-counted', subjectKind: 'poll', subjectId: pollId });
}

/** Counts every poll whose last day is over, 20 at most: what the hourly job runs. Gives how many. */
export async function countClosedPolls(trx: Transaction<Database>, now: Date): Promise<number> {
	const closed = await trx
		.selectFrom('poll')
		.select(['id', 'territoryId'])
		.where('closesAt', '<=', now)
		.where('countedAt', 'is', null)
		.where('method', '=', 'approval')
		.orderBy('closesAt')
		.limit(20)
		.forUpdate()
		.execute();
	for (const { id, territoryId } of closed) {
		await writeCount(trx, id, now);
		await recordEvent(
			{ trx, now, actor: visitor(territoryId) },
			{ verb: 'poll-counted', subjectKind: 'poll', subjectId: id }
		);
	}
	return closed.length;
}

/**
 * Writes the tallies and rewrites the ballots in random order in one go, so that the versions of
 * rows no longer tell which ballot came with which entry of the roll.
 */
async function writeCount(trx: Transaction<Database>, pollId: string, now: Date): Promise<void> {
	await sql`select set_config('parvis.counting', ${pollId}, true)`.execute(trx);
	const ballots = await trx
		.deleteFrom('ballot')
		.where('pollId', '=', pollId)
		.returning(['id', 'college', 'choices'])
		.execute();
	for (const part of parts(shuffled(ballots), 1000)) {
		await trx
			.insertInto('ballot')
			.values(part.map((ballot) => ({ ...ballot, pollId })))
			.execute();
	}
	const options = await trx
		.selectFrom('pollOption')
		.select('id')
		.where('pollId', '=', pollId)
		.orderBy('position')
		.execute();
	const { tallies, turnout } = countApprovals(
		options.map(({ id }) => id),
		ballots
	);
	if (tallies.length > 0) {
		await trx
			.insertInto('pollTally')
			.values(tallies.map((tally) => ({ ...tally, pollId })))
			.execute();
	}
	if (turnout.size > 0) {
		await trx
			.insertInto('pollTurnout')
			.values([...turnout].map(([college, voters]) => ({ pollId, college, voters })))
			.execute();
	}
	await trx.updateTable('poll').set({ countedAt: now }).where('id', '=', pollId).execute();
}

/** By the ballots' random ids, which say nothing of when they were cast. */
function shuffled<T extends { id: string }>(ballots: readonly T[]): T[] {
	return [...ballots].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function parts<T>(list: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
		list.slice(index * size, (index + 1) * size)
	);
}
