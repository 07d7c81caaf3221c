import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { findBodyName } from '#lib/action-sheet/server/sheet-choices-queries.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { ProposeAnswerFormSchema } from '../answer-form.ts';
import { isOpen } from '../answer.ts';
import { findAnswer } from './answer-queries.ts';
import { updateAnswer } from './answer-writes.ts';

/**
 * Puts a prepared answer to the body that decides on it. Its reasons must be written by then.
 * @throws {AppError} not_found, forbidden, conflict when decided or stale, invalid without reasons
 */
export async function proposeAnswer(
	context: CommandContext,
	input: v.InferOutput<typeof ProposeAnswerFormSchema>
): Promise<{ answerId: string; proposalId: string }> {
	const { trx, actor } = context;
	const answer = found(await findAnswer({ db: trx, actor }, input.answerId));
	authorize(actor, 'answer.prepare', answer);
	if (!isOpen(answer.state)) throw new AppError('conflict', { reason: 'answer.decided' });
	if (answer.reasons === '') {
		throw new AppError('invalid', { reason: 'answer.reasons_required', field: 'reasons' });
	}
	if ((await findBodyName(trx, answer.contractId, input.bodyId)) === null) {
		throw new AppError('invalid', { reason: 'body.unknown', field: 'bodyId' });
	}
	await updateAnswer(trx, answer.id, input.version, {
		state: 'proposed',
		proposedToBodyId: input.bodyId
	});
	await recordEvent(context, {
		verb: 'answer-proposed',
		subjectKind: 'proposal',
		subjectId: answer.proposalId,
		detail: { answerId: answer.id, bodyId: input.bodyId }
	});
	return { answerId: answer.id, proposalId: answer.proposalId };
}
