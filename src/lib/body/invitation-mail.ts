import { messagesOf, type Locale } from '#lib/messages/messages.ts';
import { composeMail, type MailContent } from '#lib/notification/mail.ts';
import { appointableRole } from '#lib/territory/roles.ts';
import { INVITATION_DAYS } from './invitation.ts';

/** The mail of an invitation, into a body or (without body) to a role of the territory. */
export function invitationMail(
	locale: Locale,
	invitation: {
		body: string | null;
		role: string;
		territory: string;
		/** Public name, or empty. */
		invitedBy: string;
		address: string;
	}
): MailContent {
	const m = messagesOf(locale);
	const { body, role, territory, invitedBy, address } = invitation;
	const known = appointableRole(role);
	const text =
		body === null
			? m.body.mail.invitationRole(invitedBy, known ? m.territory.roles[known] : role)
			: m.body.mail.invitationBody(invitedBy, body);
	return composeMail({
		locale,
		subject: m.body.mail.invitationSubject(territory),
		parts: [
			text,
			{ href: address, label: m.body.mail.invitationLink },
			m.body.mail.invitationValid(INVITATION_DAYS)
		],
		footer: [m.body.mail.footer(territory), m.body.mail.ignore]
	});
}
