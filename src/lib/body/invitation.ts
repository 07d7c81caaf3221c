/** Invitations by e-mail, into a body or to a role. */

/** Days during which an invitation can be accepted. */
export const INVITATION_DAYS = 30;

export type InvitationState = 'valid' | 'expired' | 'accepted';

/** Whether an invitation can still be accepted at an instant. */
export function invitationState(
	invitation: { expiresAt: Date; acceptedAt: Date | null },
	at: Date
): InvitationState {
	if (invitation.acceptedAt !== null) return 'accepted';
	return at < invitation.expiresAt ? 'valid' : 'expired';
}
