import { randomUUID } from 'node:crypto';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { isCheckViolation } from '#lib/database/constraint.ts';
import { AppError, found } from '#lib/errors.ts';
import { pollStage } from '../poll.ts';
import { findPoll, type PollView } from './poll-queries.ts';

export interface NewBallot {
	pollId: string;
	choices: readonly string[];
}

/**
 * Casts the actor's ballot, once. The roll says who voted, the ballot what was chosen: they share no
 * key, no time and no order, and this one command writes no event and no log line. Gives the ballot's
 * random number: at the count, its owner can find it in the published list.
 * @throws {AppError} not_found, unauthenticated, forbidden (also for who came after a fixed roll), closed, invalid, conflict when already cast
 */
export async function castBallot(
	{ trx, actor, now }: CommandContext,
	{ pollId, choices }: NewBallot
): Promise<{ receipt: string }> {
	const poll = found(await findPoll({ db: trx, actor }, pollId));
	authorize(actor, 'poll.vote', poll);
	if (poll.countedAt || pollStage(poll, now) !== 'open') {
		throw new AppError('closed', { reason: 'poll.not_open' });
	}
	if (!poll.inTime) throw new AppError('forbidden', { reason: 'poll.not_in_time' });
	const chosen = checkChoices(poll, choices);
	const entered = await trx
		.insertInto('pollRoll')
		.values({ pollId, personId: found(actor.personId), college: actor.college })
		.onConflict((conflict) => conflict.columns(['pollId', 'personId']).doNothing())
		.returning('personId')
		.executeTakeFirst();
	if (!entered) throw new AppError('conflict', { reason: 'poll.already_voted' });
	const receipt = randomUUID();
	try {
		await trx
			.insertInto('ballot')
			.values({ id: receipt, pollId, college: actor.college, choices: chosen.sort() })
			.execute();
	} catch (error) {
		// The poll was counted while this ballot was on its way.
		if (isCheckViolation(error)) throw new AppError('closed', { reason: 'poll.not_open' });
		throw error;
	}
	return { receipt };
}

/**
 * The choices that a ballot may hold: options of this poll, each once, no more than allowed.
 * @throws {AppError} invalid
 */
export function checkChoices(
	poll: Pick<PollView, 'options' | 'maxChoices'>,
	choices: readonly string[]
): string[] {
	const known = new Set(poll.options.map(({ id }) => id));
	const chosen = [...new Set(choices)];
	if (!chosen.every((choice) => known.has(choice))) {
		throw new AppError('invalid', { reason: 'poll.option_unknown', field: 'choices' });
	}
	if (poll.maxChoices !== null && chosen.length > poll.maxChoices) {
		throw new AppError('invalid', { reason: 'poll.too_many_choices', field: 'choices' });
	}
	return chosen;
}
