import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { returnToken, takeToken, type Bucket } from '#lib/account/server/rate-limit.ts';
import { AppError, found } from '#lib/errors.ts';
import { readFollowNumber } from '../follow-number.ts';
import { findFollowed, isPrintedSheet, type Followed } from './follow-queries.ts';

/** What a number leads to, or why it leads nowhere: `proposal.key` of the messages. */
export type FollowResult = { followed: Followed } | { refusal: string };

/**
 * How many wrong numbers a network may ask for. A number holds seven drawn characters of 26: 33 bits, 8·10⁹
 * numbers a territory. Where 10,000 contributions wait, a network that guesses day and night meets one in about
 * 140 days, and learns its state, not its words nor its author. Right numbers are free: a whole town hall shares
 * one address. So are mistyped ones, which the check character tells without a look.
 */
export const WRONG_NUMBERS: Bucket = { capacity: 40, perMinute: 4 };

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
	const number = readFollowNumber(input.number);
	if (number === null) return { refusal: 'proposal.number_malformed' };
	// Taken before the look, so that many guesses at once wait for each other.
	const key = `follow:${input.network}`;
	if (!(await takeToken(trx, key, WRONG_NUMBERS, now))) throw new AppError('rate_limited');
	const followed = await findFollowed(trx, territoryId, number);
	const isPrinted = !followed && (await isPrintedSheet(trx, territoryId, number));
	if (!followed && !isPrinted) return { refusal: 'proposal.number_unknown' };
	await returnToken(trx, key, WRONG_NUMBERS);
	return followed ? { followed } : { refusal: 'proposal.sheet_not_entered' };
}
