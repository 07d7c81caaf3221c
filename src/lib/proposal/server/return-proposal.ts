import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { insertDecision } from '#lib/moderation/server/decision-writes.ts';
import { canBecome } from '../proposal.ts';
import type { returnSchema } from '../proposal-form.ts';
import { tellAuthor } from './delivery-writes.ts';
import { getProposalSubject } from './proposal-queries.ts';
import { setState } from './proposal-writes.ts';

/**
 * Returns a contribution to its author with a reason: they may take it up again.
 * @throws {AppError} not_found, forbidden, conflict when its state does not allow it
 */
export async function returnProposal(
	context: CommandContext,
	input: v.InferOutput<typeof returnSchema>
): Promise<void> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal, { lock: true });
	authorize(actor, 'proposal.review', subject);
	if (!canBecome(subject.state, 'RETURNED')) {
		throw new AppError('conflict', { reason: 'proposal.read_already' });
	}
	await setState(trx, subject.id, 'RETURNED', now);
	await insertDecision(trx, {
		territoryId: subject.territoryId,
		proposalId: subject.id,
		personId: actor.personId,
		decision: 'returned',
		reason: input.reason,

		at: now
	});
	await tellAuthor(trx, subject.id, 'returned', now);
	await recordEvent(context, {
		verb: 'proposal-returned',
		subjectKind: 'proposal',
		subjectId: subject.id
	});
}
