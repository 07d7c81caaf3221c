import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { getProposalSubject } from './proposal-queries.ts';
import { addSupport } from './support-writes.ts';

/**
 * Supports a proposal in debate: once a person, however often it is asked.
 * @throws {AppError} not_found, unauthenticated, forbidden once it is no longer in debate
 */
export async function supportProposal(
	context: CommandContext,
	input: { proposal: string }
): Promise<{ changed: boolean }> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal);
	authorize(actor, 'proposal.support', subject);
	const changed = await addSupport(trx, subject.id, actor.personId, now);
	if (changed) {
		await recordEvent(context, {
			verb: 'proposal-supported',
			subjectKind: 'proposal',
			subjectId: subject.id
		});
	}
	return { changed };
}
