import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { insertDecision } from '#lib/moderation/server/decision-writes.ts';
import { canBecome } from '../proposal.ts';
import type { holdSchema } from '../proposal-form.ts';

import { getProposalSubject } from './proposal-queries.ts';
import { setState } from './proposal-writes.ts';
import { unpublishWords } from './publication-writes.ts';

/**
 * Holds a contribution that tells too much of somebody: it is hidden at once, the coordination calls
 * its author back. A public text goes back into the row that can be erased.
 * @throws {AppError} not_found, forbidden, conflict when its state does not allow it
 */
export async function holdProposal(
	context: CommandContext,
	input: v.InferOutput<typeof holdSchema>
): Promise<void> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal, { lock: true });
	authorize(actor, 'proposal.review', subject);
	if (!canBecome(subject.state, 'HELD_PRIVACY')) {
		throw new AppError('conflict', { reason: 'proposal.read_already' });
	}
	await setState(trx, subject.id, 'HELD_PRIVACY', now);
	if (subject.documentId !== null) await unpublishWords(trx, subject.id, subject.documentId, now);
	await insertDecision(trx, {
		territoryId: subject.territoryId,
		proposalId: subject.id,
		personId: actor.personId,
		decision: 'held',
		reason: input.reason,

		at: now
	});

	await recordEvent(context, {
		verb: 'proposal-held',
		subjectKind: 'proposal',
		subjectId: subject.id
	});
}
