import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { insertDecision } from '#lib/moderation/server/decision-writes.ts';
import { isRewritten, isToRead, originalOf } from '../proposal.ts';
import type { publishSchema } from '../proposal-form.ts';
import { setClassification } from './classification-writes.ts';
import { tellAuthor } from './delivery-writes.ts';
import { checkPlaces } from './place-queries.ts';
import { getProposalSubject } from './proposal-queries.ts';
import { findSubmission } from './review-queries.ts';
import { publishWords } from './publication-writes.ts';

/**
 * Publishes a contribution as it is, or as a version rewritten for the general interest: then the
 * words received are kept apart for 30 days and erased.
 * @throws {AppError} not_found, forbidden, conflict when it is no longer to read, invalid
 */
export async function publishProposal(
	context: CommandContext,
	input: v.InferOutput<typeof publishSchema>
): Promise<{ rewritten: boolean }> {
	const { trx, actor, now } = context;
	const reader = { db: trx, actor };
	const subject = await getProposalSubject(reader, input.proposal, { lock: true });
	authorize(actor, 'proposal.review', subject);
	if (!isToRead(subject.state)) throw new AppError('conflict', { reason: 'proposal.read_already' });
	await checkPlaces(trx, subject, input);
	const received = await findSubmission(trx, subject.id);
	const rewritten = isRewritten(received, input);
	await publishWords(trx, {
		...input,
		proposalId: subject.id,
		territoryId: subject.territoryId,
		authorId: subject.authorIds[0] ?? null,
		now,
		...(rewritten ? { original: received.originalText || originalOf(received) } : {})
	});
	await setClassification(trx, subject.id, input, now);
	await insertDecision(trx, {
		territoryId: subject.territoryId,
		proposalId: subject.id,
		personId: actor.personId,
		decision: 'published',
		rewritten,
		at: now
	});
	await tellAuthor(trx, subject.id, rewritten ? 'rewritten' : 'published', now);
	await recordEvent(context, {
		verb: 'proposal-published',
		subjectKind: 'proposal',
		subjectId: subject.id,
		detail: { rewritten }
	});
	return { rewritten };
}
