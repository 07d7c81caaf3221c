import { messagesOf, type Locale } from '#lib/messages/messages.ts';
import { composeMail, type MailContent } from '#lib/notification/mail.ts';

/** The mail that tells somebody that their seat in a body has ended, and why. */
export function seatEndedMail(
	locale: Locale,
	seat: { body: string; territory: string; address: string; reason: string }
): MailContent {
	const { mail } = messagesOf(locale).body;
	return composeMail({
		locale,
		subject: mail.seatEndedSubject(seat.body),
		parts: [
			mail.seatEnded(seat.body),
			mail.reason(seat.reason),
			mail.seatEndedStays,
			{ href: seat.address, label: mail.link }
		],
		footer: [mail.footer(seat.territory)]
	});
}
