import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findBody } from './body-queries.ts';
import { findStanding } from './membership-queries.ts';

/**
 * Ends the actor's own membership; what they wrote stays, and an open body can be joined again.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (left in the meantime)
 */
export async function leaveBody(context: CommandContext, input: { body: string }): Promise<void> {
	const { trx, actor, now } = context;
	const body = found(await findBody(trx, actor, input.body));
	const personId = actor.personId ?? '';
	authorize(actor, 'body.leave', { territoryId: body.territoryId, bodyId: body.id, personId });
	const { standing, membershipId } = await findStanding(trx, body.id, personId);
	if (standing !== 'active' || membershipId === null) {
		throw new AppError('conflict', { reason: 'body.not_member' });
	}
	await trx
		.updateTable('membership')
		.set({ state: 'left', endedAt: now })
		.where('id', '=', membershipId)
		.execute();
	await recordEvent(context, {
		verb: 'body-left',
		subjectKind: 'body',
		subjectId: body.id,
		detail: { membershipId }
	});
}
