import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findBody } from './body-queries.ts';
import { insertMembership } from './membership-writes.ts';

/**
 * Asks to enter a body that admits on application. Those who lead it answer.
 * @throws {AppError} not_found, unauthenticated, forbidden, conflict (already asked or a member)
 */
export async function applyToBody(
	context: CommandContext,
	input: { body: string; motivation: string }
): Promise<{ membershipId: string }> {
	const { trx, actor, now } = context;
	const body = found(await findBody(trx, actor, input.body));
	authorize(actor, 'body.apply', body);
	const membershipId = await insertMembership(trx, {
		bodyId: body.id,
		personId: found(actor.personId),
		state: 'applied',
		motivation: input.motivation,
		at: now
	});
	if (membershipId === null) throw new AppError('conflict', { reason: 'body.already_asked' });
	await recordEvent(context, {
		verb: 'body-applied-to',
		subjectKind: 'body',
		subjectId: body.id,
		detail: { membershipId }
	});
	return { membershipId };
}
