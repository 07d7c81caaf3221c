import { sitsIn } from '#lib/access/actor.ts';
import { authorize } from '#lib/access/authorize.ts';
import type { CommandContext } from '#lib/command.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findBody } from './body-queries.ts';
import { activateMembership, insertMembership } from './membership-writes.ts';

/**
 * Makes the actor a member of an open body at once. Pressing twice is joining once.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function joinBody(context: CommandContext, input: { body: string }): Promise<void> {
	const { trx, actor, now } = context;
	const body = found(await findBody(trx, actor, input.body));
	if (sitsIn(actor, body.id)) return;
	authorize(actor, 'body.join', body);
	const personId = found(actor.personId);
	const who = { bodyId: body.id, personId, at: now };
	// An application sent while the body was on application is met by its opening.
	const membershipId =
		(await activateMembership(trx, who)) ??
		(await insertMembership(trx, { ...who, state: 'active' }));
	if (membershipId === null) return;
	await recordEvent(context, {
		verb: 'body-joined',
		subjectKind: 'body',
		subjectId: body.id,
		detail: { membershipId }
	});
}
