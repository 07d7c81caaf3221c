import { messagesOf, type Locale } from '#lib/messages/messages.ts';
import { composeMail, type MailContent } from '#lib/notification/mail.ts';
import { shownCode } from './sign-in-code.ts';

/** The mail with a one-time code: the same for an address that is known and for one that is not. */
export function signInMail(about: {
	locale: Locale;
	territoryName: string;
	code: string;
	/** Page that the link opens, address and all. */
	link: string;
}): MailContent {
	const { signInMail: words } = messagesOf(about.locale).account;
	return composeMail({
		locale: about.locale,
		subject: words.subject(shownCode(about.code), about.territoryName),
		parts: [
			words.greeting,
			words.code(about.territoryName),
			{ code: shownCode(about.code) },
			words.lasts,
			{ href: about.link, label: words.link },
			words.notYou
		],
		footer: [words.footer(about.territoryName)]
	});
}
