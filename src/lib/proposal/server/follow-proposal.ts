import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { takeToken } from '#lib/account/server/rate-limit.ts';
import { AppError, found } from '#lib/errors.ts';
import { readFollowNumber } from '../follow-number.ts';
import { findFollowed, isPrintedSheet, type Followed } from './follow-queries.ts';

/** What a number leads to, or why it leads nowhere: `proposal.key` of the messages. */
export type FollowResult = { followed: Followed } | { refusal: string };

/**
 * What became of the contribution that bears a number: for whoever holds it, account or not. A wrong
 * number is a result, not an error: an error would undo the count of attempts.
 * @throws {AppError} rate_limited
 */
export async function followProposal(
	context: CommandContext,
	input: { number: string; network: string }
): Promise<FollowResult> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	authorize(actor, 'territory.read', { territoryId });
	const bucket = { capacity: 20, perMinute: 4 };
	if (!(await takeToken(trx, `follow:${input.network}`, bucket, now))) {
		throw new AppError('rate_limited');
	}
	const number = readFollowNumber(input.number);
	if (number === null) return { refusal: 'proposal.number_malformed' };
	const followed = await findFollowed(trx, territoryId, number);
	if (followed) return { followed };
	const printed = await isPrintedSheet(trx, territoryId, number);
	return { refusal: printed ? 'proposal.sheet_not_entered' : 'proposal.number_unknown' };
}
