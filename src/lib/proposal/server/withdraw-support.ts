import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { getProposalSubject } from './proposal-queries.ts';
import { removeSupport } from './support-writes.ts';

/**
 * Takes one's support back while the proposal is in debate, however often it is asked.
 * @throws {AppError} not_found, unauthenticated, forbidden once it is no longer in debate
 */
export async function withdrawSupport(
	context: CommandContext,
	input: { proposal: string }
): Promise<{ changed: boolean }> {
	const { trx, actor } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal);
	authorize(actor, 'proposal.support', subject);
	const changed = await removeSupport(trx, subject.id, actor.personId);
	if (changed) {
		await recordEvent(context, {
			verb: 'proposal-support-withdrawn',
			subjectKind: 'proposal',
			subjectId: subject.id
		});
	}
	return { changed };
}
