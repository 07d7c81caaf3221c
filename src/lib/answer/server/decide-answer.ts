import type * as v from 'valibot';
import { authorize } from '#lib/access/authorize.ts';
import { can } from '#lib/access/permissions.ts';
import { findBodyName } from '#lib/action-sheet/server/sheet-choices-queries.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import type { DecideAnswerFormSchema } from '../answer-form.ts';
import { coordinationDecides, dayIn, isOpen } from '../answer.ts';
import { findAnswer } from './answer-queries.ts';
import { updateAnswer } from './answer-writes.ts';

/**
 * Records who decided an answer, when and why: a body, or the coordination alone for what is outside
 * the contract and passed on. The chair or secretary of a body records what was put to that body.
 * @throws {AppError} not_found, forbidden, conflict when decided or stale, invalid for a day to come
 */
export async function decideAnswer(
	context: CommandContext,
	input: v.InferOutput<typeof DecideAnswerFormSchema>
): Promise<{ answerId: string; proposalId: string }> {
	const { trx, actor, now } = context;
	const answer = found(await findAnswer({ db: trx, actor }, input.answerId));
	const { bodyId } = input;
	if (bodyId === null && !coordinationDecides(answer.outcome)) {
		throw new AppError('forbidden', { reason: 'answer.body_must_decide', field: 'bodyId' });
	}
	authorize(actor, 'answer.decide', { ...answer, bodyId });
	if (!can(actor, 'answer.prepare', answer) && answer.proposedToBodyId !== bodyId) {
		throw new AppError('forbidden', { reason: 'answer.other_body', field: 'bodyId' });
	}
	if (!isOpen(answer.state)) throw new AppError('conflict', { reason: 'answer.decided' });
	if (bodyId !== null && (await findBodyName(trx, answer.contractId, bodyId)) === null) {
		throw new AppError('invalid', { reason: 'body.unknown', field: 'bodyId' });
	}
	const { timeZone } = await trx
		.selectFrom('territory')
		.select('timeZone')
		.where('id', '=', answer.territoryId)
		.executeTakeFirstOrThrow();
	if (input.decidedOn > dayIn(now, timeZone)) {
		throw new AppError('invalid', { reason: 'answer.day_to_come', field: 'decidedOn' });
	}
	await updateAnswer(trx, answer.id, input.version, {
		state: 'decided',
		reasons: input.reasons,
		decidedByBodyId: bodyId,
		decidedByCoordination: bodyId === null,
		decidedOn: input.decidedOn
	});
	await recordEvent(context, {
		verb: 'answer-decided',
		subjectKind: 'proposal',
		subjectId: answer.proposalId,
		detail: { answerId: answer.id, bodyId, outcome: answer.outcome }
	});
	return { answerId: answer.id, proposalId: answer.proposalId };
}
