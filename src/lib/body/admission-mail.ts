import { messagesOf, type Locale } from '#lib/messages/messages.ts';
import { composeMail, type MailContent } from '#lib/notification/mail.ts';

/** The mail that answers an application: welcome, or no with its reason. */
export function admissionMail(
	locale: Locale,
	answer: { body: string; territory: string; address: string } & (
		{ admitted: true } | { admitted: false; reason: string }
	)
): MailContent {
	const m = messagesOf(locale);
	const { body, territory, address } = answer;
	const link = { href: address, label: m.body.mail.link };
	return composeMail({
		locale,
		subject: answer.admitted ? m.body.mail.admittedSubject(body) : m.body.mail.refusedSubject(body),
		parts: answer.admitted
			? [m.body.mail.admitted(body), link]
			: [m.body.mail.refused(body), m.body.mail.reason(answer.reason), m.body.mail.other, link],
		footer: [m.body.mail.footer(territory)]
	});
}
