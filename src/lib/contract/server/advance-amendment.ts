import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { isId } from '#lib/database/ids.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { nextAmendmentState } from '../amendment.ts';
import { findAmendment } from './amendment-queries.ts';

/**
 * Moves an amendment to the next step of its circuit, with the day (YYYY-MM-DD) on which it was
 * passed. The form names the step that it showed: pressing twice is advancing once.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (advanced in the meantime)
 */
export async function advanceAmendment(
	context: CommandContext,
	input: { amendment: string; state: string; on: string }
): Promise<void> {
	const { trx, actor } = context;
	const territoryId = found(actor.territoryId);
	const amendment = found(
		isId(input.amendment) ? await findAmendment(trx, territoryId, input.amendment) : null
	);
	authorize(actor, 'contract.edit', { territoryId });
	const next = nextAmendmentState(amendment.state);
	if (next === null || next !== input.state) {
		throw new AppError('conflict', { reason: 'contract.amendment_moved' });
	}
	const advanced = await trx
		.updateTable('amendment')
		.set({ state: next })
		.where('id', '=', amendment.id)
		.where('state', '=', amendment.state)
		.returning('id')
		.executeTakeFirst();
	if (!advanced) throw new AppError('conflict', { reason: 'contract.amendment_moved' });
	await recordEvent(context, {
		verb: 'amendment-advanced',
		subjectKind: 'amendment',
		subjectId: amendment.id,
		detail: { state: next, on: input.on }
	});
}
