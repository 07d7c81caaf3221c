import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import type { AnswerFormSchema } from '../answer-form.ts';
import { findAnswer } from './answer-queries.ts';
import { publishOne } from './publish-one.ts';

/**
 * Makes a decided answer public and tells its author.
 * @throws {AppError} not_found, forbidden, conflict when it is not decided, sent already or stale
 */
export async function publishAnswer(
	context: CommandContext,
	input: v.InferOutput<typeof AnswerFormSchema>
): Promise<{ proposalId: string }> {
	const { trx, actor } = context;
	const answer = found(await findAnswer({ db: trx, actor }, input.answerId));
	authorize(actor, 'answer.publish', answer);
	await publishOne(context, answer, input.version);
	return { proposalId: answer.proposalId };
}
