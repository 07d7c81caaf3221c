import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { getProposalSubject } from './proposal-queries.ts';
import { setState } from './proposal-writes.ts';
import { planErasure } from './publication-writes.ts';

/**
 * Takes a contribution back at its author's wish: nobody but its authors and the coordination reads it
 * from now on, and its words are erased after 30 days.
 * @throws {AppError} not_found, forbidden once it was answered or for anyone but an author
 */
export async function withdrawProposal(
	context: CommandContext,
	input: { proposal: string }
): Promise<void> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal, { lock: true });
	authorize(actor, 'proposal.withdraw', subject);
	await setState(trx, subject.id, 'WITHDRAWN', now);
	await planErasure(trx, subject.id, now);
	await recordEvent(context, {
		verb: 'proposal-withdrawn',
		subjectKind: 'proposal',
		subjectId: subject.id
	});
}
