import { authorize } from '#lib/access/authorize.ts';
import type { BodyRole } from '#lib/access/actor.ts';
import type { CommandContext } from '#lib/command.ts';
import { newToken } from '#lib/account/server/token.ts';
import { found } from '#lib/errors.ts';
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
