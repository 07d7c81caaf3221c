import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { AnswerFormSchema } from '../answer-form.ts';
import { findAnswer } from './answer-queries.ts';
import { updateAnswer } from './answer-writes.ts';

/**
 * Makes a decided answer a draft again before it is sent, when the decision was recorded by mistake.
 * @throws {AppError} not_found, forbidden, conflict when it is not decided, or sent already
 */
export async function reopenAnswer(
	context: CommandContext,
	input: v.InferOutput<typeof AnswerFormSchema>
): Promise<{ answerId: string; proposalId: string }> {
	const { trx, actor } = context;
	const answer = found(await findAnswer({ db: trx, actor }, input.answerId));
	authorize(actor, 'answer.prepare', answer);
	if (answer.state !== 'decided') throw new AppError('conflict', { reason: 'answer.not_decided' });
	await updateAnswer(trx, answer.id, input.version, {
		state: 'draft',
		proposedToBodyId: null,
		decidedByBodyId: null,
		decidedByCoordination: false,
		decidedOn: null
	});
	await recordEvent(context, {
		verb: 'answer-reopened',
		subjectKind: 'proposal',
		subjectId: answer.proposalId,
		detail: { answerId: answer.id }
	});
	return { answerId: answer.id, proposalId: answer.proposalId };
}
