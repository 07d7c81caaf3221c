import { authorize } from '#lib/access/authorize.ts';
import type { Role } from '#lib/access/actor.ts';
import type { CommandContext } from '#lib/command.ts';
import { newToken } from '#lib/account/server/token.ts';
import { found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { sendInvitation } from './send-invitation.ts';

/**
 * Invites an address to a role of the territory, whether or not it has an account.
 * @throws {AppError} not_found, unauthenticated, forbidden
 */
export async function inviteToRole(
	context: CommandContext,
	input: { email: string; role: Role }
): Promise<{ token: string }> {
	const { actor } = context;
	const territoryId = found(actor.territoryId);
	authorize(actor, 'person.appoint', { territoryId });
	const token = newToken();
	const { email, role } = input;
	const invitationId = await sendInvitation(context, {
		territoryId,
		body: null,
		role,
		email,
		token
	});
	await recordEvent(context, {
		verb: 'role-offered',
		subjectKind: 'territory',
		subjectId: territoryId,
		detail: { invitationId, role }
	});
	return { token };
}
