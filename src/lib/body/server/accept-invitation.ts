import { authorize } from '#lib/access/authorize.ts';
import type { BodyRole } from '#lib/access/actor.ts';
import type { CommandContext } from '#lib/command.ts';
import { hashToken } from '#lib/account/server/token.ts';
import { AppError, found } from '#lib/errors.ts';
import { recordEvent } from '#lib/event/server/record-event.ts';
import { appointableRole } from '#lib/territory/roles.ts';
import { insertAppointment } from '#lib/territory/server/appointment-writes.ts';
import { invitationState } from '../invitation.ts';
import { findInvitation } from './membership-queries.ts';
import { activateMembership, insertMembership } from './membership-writes.ts';

const BODY_ROLES: readonly BodyRole[] = ['member', 'lead', 'chair', 'secretary'];

/**
 * Takes up an invitation with its token: the actor becomes a member of the body, or gets the role.
 * An invitation serves once; someone who is already a member keeps their seat.
 * @throws {AppError} not_found, unauthenticated, forbidden, closed (expired or used), conflict
 */
export async function acceptInvitation(
	context: CommandContext,
	input: { token: string; body?: string | undefined }
): Promise<{ bodyId: string | null }> {
	const { trx, actor, now } = context;
	const territoryId = found(actor.territoryId);
	const invitation = found(await findInvitation(trx, territoryId, hashToken(input.token)));
	if (input.body !== undefined && input.body !== invitation.bodyId) {
		throw new AppError('not_found');
	}
	authorize(actor, 'invitation.accept', { territoryId });
	const personId = found(actor.personId);
	if (invitationState(invitation, now) !== 'valid') {
		throw new AppError('closed', { reason: 'body.invitation_over' });
	}
	const taken = await trx
		.updateTable('invitation')
		.set({ acceptedAt: now })
		.where('id', '=', invitation.id)
		.where('acceptedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (!taken) throw new AppError('closed', { reason: 'body.invitation_over' });
	if (invitation.bodyId === null) {
		const role = appointableRole(invitation.role);
		if (role) await insertAppointment(trx, { territoryId, personId, role, at: now });
	} else {
		const role = BODY_ROLES.find((known) => known === invitation.role) ?? 'member';
		const seat = { bodyId: invitation.bodyId, personId, role, at: now };
		if ((await activateMembership(trx, seat)) === null) {
			await insertMembership(trx, { ...seat, state: 'active' });
		}
	}
	await recordEvent(context, {
		verb: 'invitation-accepted',
		subjectKind: invitation.bodyId === null ? 'territory' : 'body',
		subjectId: invitation.bodyId ?? territoryId,
		detail: { invitationId: invitation.id, role: invitation.role }
	});
	return { bodyId: invitation.bodyId };
}
