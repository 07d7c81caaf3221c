import { authorize } from '#lib/access/authorize.ts';
import { sitsIn, type Actor, type BodyRole } from '#lib/access/actor.ts';
import { can } from '#lib/access/permissions.ts';
import type { CommandContext } from '#lib/command.ts';
import { newToken } from '#lib/account/server/token.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { findBody } from './body-queries.ts';
import { sendInvitation } from './send-invitation.ts';

/**
 * Invites an address into a body, whether or not it has an account: the answer is the same. The link
 * is valid for 30 days and a new one replaces those sent before.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function inviteMember(
	context: CommandContext,
	input: { body: string; email: string; role: BodyRole }
): Promise<{ token: string }> {
	const { actor, trx } = context;
	const body = found(await findBody(trx, actor, input.body));
	authorize(actor, 'body.invite', body);
	if (!mayOffer(actor, body, input.role)) {
		throw new AppError('forbidden', { reason: 'common.forbidden', field: 'role' });
	}
	const token = newToken();
	const invitationId = await sendInvitation(context, {
		territoryId: body.territoryId,
		body,
		role: input.role,
		email: input.email,
		token
	});
	await recordEvent(context, {
		verb: 'body-member-invited',
		subjectKind: 'body',
		subjectId: body.id,
		detail: { invitationId, role: input.role }
	});
	return { token };
}

/**
 * Whether someone who invites may offer this role: chairs and secretaries record what the body decides,
 * so that a leader does not make one.
 */
export function mayOffer(
	actor: Actor,
	body: { territoryId: string; bodyId: string },
	role: BodyRole
): boolean {
	if (role === 'member' || role === 'lead') return true;
	return can(actor, 'body.edit', body) || sitsIn(actor, body.bodyId, 'chair');
}
