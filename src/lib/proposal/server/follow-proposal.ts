import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { takeToken } from '#lib/account/server/rate-limit.ts';
import { AppError, found } from '#lib/errors.ts';
import { readFollowNumber } from '../follow-number.ts';
import { findFollowed, isPrintedSheet, type Followed } from './follow-queries.ts';

/**
 * What became of the contribution that bears a number: for whoever holds it, account or not. Reads
 * alone, and writes nothing but the limit of attempts.
 * @throws {AppError} invalid for a number that is wrong, unknown or not entered yet, rate_limited
 */
export async function followProposal(
	context: CommandContext,
	input: { number: string; network: string }
): Promise<Followed> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	authorize(actor, 'territory.read', { territoryId });
	const bucket = { capacity: 20, perMinute: 4 };
	if (!(await takeToken(trx, `follow:${input.network}`, bucket, now))) {
		throw new AppError('rate_limited');
	}
	const number = readFollowNumber(input.number);
	const refusal = (reason: string) => new AppError('invalid', { reason, field: 'number' });
	if (number === null) throw refusal('proposal.number_malformed');
	const followed = await findFollowed(trx, territoryId, number);
	if (followed) return followed;
	if (await isPrintedSheet(trx, territoryId, number)) throw refusal('proposal.sheet_not_entered');
	throw refusal('proposal.number_unknown');
}
