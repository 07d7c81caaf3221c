import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { reviseSchema } from '../proposal-form.ts';
import { getProposalSubject } from './proposal-queries.ts';
import { reviseWords } from './proposal-writes.ts';

/**
 * Takes up again what was returned, or not yet read: the author's new words replace the ones sent,
 * and are read before publication.
 * @throws {AppError} not_found, forbidden once public or for anyone but an author
 */
export async function reviseProposal(
	context: CommandContext,
	input: v.InferOutput<typeof reviseSchema>
): Promise<void> {
	const { trx, actor, now } = context;
	const subject = await getProposalSubject({ db: trx, actor }, input.proposal, { lock: true });
	authorize(actor, 'proposal.revise', subject);
	await reviseWords(trx, subject.id, input, now);
	await recordEvent(context, {
		verb: 'proposal-revised',
		subjectKind: 'proposal',
		subjectId: subject.id
	});
}
