import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { insertDecision } from '#lib/moderation/server/decision-writes.ts';
import { canBecome } from '../proposal.ts';
import type { redirectSchema } from '../proposal-form.ts';
import { tellAuthor } from './delivery-writes.ts';
import { getProposalSubject } from './proposal-queries.ts';
import { setState } from './proposal-writes.ts';

/**
 * Sends an off-topic contribution to who can answer it, with the reasons told to its author.
 * @throws {AppError} not_found, forbidden, conflict when its state does not allow it
 */
export async function redirectProposal(
	context: CommandContext,
	input: v.InferOutput<typeof redirectSchema>
): Promise<void> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal, { lock: true });
	authorize(actor, 'proposal.review', subject);
	if (!canBecome(subject.state, 'REDIRECTED')) {
		throw new AppError('conflict', { reason: 'proposal.read_already' });
	}
	await setState(trx, subject.id, 'REDIRECTED', now);
	await insertDecision(trx, {
		territoryId: subject.territoryId,
		proposalId: subject.id,
		personId: actor.personId,
		decision: 'redirected',
		reason: input.reason,
		redirectedTo: input.redirectedTo,
		at: now
	});
	await tellAuthor(trx, subject.id, 'redirected', now);
	await recordEvent(context, {
		verb: 'proposal-redirected',
		subjectKind: 'proposal',
		subjectId: subject.id
	});
}
