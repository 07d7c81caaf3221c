import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { takeToken } from '#lib/account/server/rate-limit.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { firstStateOf, isPublic } from '../proposal.ts';
import type { Draft, Reply } from '../proposal-form.ts';
import { mayAnswer } from '../window-rule.ts';
import { ensureAuthor, type Identity } from './author-writes.ts';
import { acknowledge } from './delivery-writes.ts';
import { checkPlaces } from './place-queries.ts';
import {
	findBySubmissionToken,
	insertProposal,
	lockContract,
	newFollowNumber
} from './proposal-writes.ts';
import { publishWords } from './publication-writes.ts';
import { findAccountEmail, findWindowSubject } from './window-queries.ts';

export interface SubmitProposal {
	draft: Draft;
	/** The address is needed of nobody: an account has its own, and e-mail needs an account. */
	reply: Exclude<Reply, { replyChannel: 'email' }> | { replyChannel: 'email'; email?: string };
	/** Who someone is from now on; null for those who have a public name here. */
	identity: Identity | null;
	/** Of the form, so that two posts are one contribution. */
	token: string;
	/** Network that asks, as `networkOf` gives it. */
	network?: string;
}

export interface Submitted {
	proposalId: string;
	followNumber: string;
	state: 'RECEIVED' | 'PUBLISHED';
}

/**
 * Receives a contribution: numbered, acknowledged at once, and read before publication when it is the
 * first of its author or a testimony. The same token twice gives the same contribution.
 * @throws {AppError} not_found, closed outside the window, unauthenticated for an answer by e-mail
 * without account, invalid, rate_limited
 */
export async function submitProposal(
	context: CommandContext,
	input: SubmitProposal
): Promise<Submitted> {
	const { trx, actor, now } = context;
	const { draft, token, network } = input;
	const window = found(await findWindowSubject({ db: trx, actor }, draft.windowId));
	authorize(actor, 'proposal.submit', window);
	await lockContract(trx, window.contractId);
	const before = await findBySubmissionToken(trx, window.contractId, token);
	if (before) {
		const { id, followNumber, state } = before;
		return { proposalId: id, followNumber, state: isPublic(state) ? 'PUBLISHED' : 'RECEIVED' };
	}
	const college = actor.named ? actor.college : (input.identity?.college ?? actor.college);
	mayAnswer(window, now, { college, memberships: actor.memberships.length }, draft);
	await refuseFlood(context, network);
	const reply = await completeReply(context, input.reply);
	if (!actor.named && input.identity === null) {
		throw new AppError('invalid', { reason: 'proposal.name_required', field: 'publicName' });
	}
	await checkPlaces(trx, window, {
		...draft,
		townHallCommuneId: reply.replyChannel === 'town_hall' ? reply.townHallCommuneId : null
	});
	const kind = draft.testimony ? 'testimony' : 'idea';
	const state = firstStateOf({ trusted: actor.trusted, kind });
	const authorId = await ensureAuthor(trx, actor, window.territoryId, input.identity, now);
	const followNumber = newFollowNumber(window.territoryName);
	const { id, number } = await insertProposal(trx, {
		...draft,
		territoryId: window.territoryId,
		contractId: window.contractId,
		kind,
		college,
		channel: 'online',
		authorId,
		enteredById: null,
		reply,
		consent: 'form',
		followNumber,
		token,
		now
	});
	if (state === 'PUBLISHED') {
		const { territoryId } = window;
		await publishWords(trx, { ...draft, proposalId: id, territoryId, authorId, now });
	}
	await acknowledge(trx, id, now);
	await recordEvent(
		{ trx, now, actor: { ...actor, personId: authorId } },
		{
			verb: 'proposal-submitted',
			subjectKind: 'proposal',
			subjectId: id,
			detail: { number, channel: 'online', state }
		}
	);
	return { proposalId: id, followNumber, state };
}

async function refuseFlood({ trx, actor, now }: CommandContext, network: string | undefined) {
	const key = actor.personId === null ? network : actor.personId;
	if (key === undefined) return;
	if (!(await takeToken(trx, `proposal:${key}`, { capacity: 30, perMinute: 2 }, now))) {
		throw new AppError('rate_limited');
	}
}

async function completeReply(
	{ trx, actor }: CommandContext,
	reply: SubmitProposal['reply']
): Promise<Reply> {
	if (reply.replyChannel !== 'email') return reply;
	const address = await findAccountEmail(trx, actor.accountId);
	if (address === null) {
		throw new AppError('unauthenticated', { reason: 'common.unauthenticated' });
	}
	return { replyChannel: 'email', email: address };
}
