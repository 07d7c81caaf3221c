import { messagesOf, type Locale } from '#lib/messages/messages.ts';
import { composeMail, type MailContent } from '#lib/notification/mail.ts';

interface About {
	locale: Locale;
	territory: string;
	/** The page where the person reads the decision, or the territory's home once it is lifted. */
	address: string;
}

/** What somebody is told when they are suspended: what, why, until when, and whom to ask (DSA, article 17). */
export function suspendedMail(
	about: About & {
		reason: string;
		ground: string;
		/** The last day, in words; null when it lasts until it is lifted. */
		lastDay: string | null;
		helpPhone: string;
		helpEmail: string;
	}
): MailContent {
	const words = messagesOf(about.locale).moderation.suspension;
	return composeMail({
		locale: about.locale,
		subject: words.mail.subject(about.territory),
		parts: [
			words.mail.greeting,
			words.mail.decided(about.territory),
			about.lastDay === null ? words.untilLifted : words.untilDay(about.lastDay),
			words.mail.ground(about.ground),
			words.mail.facts(about.reason),
			words.may,
			words.mayNot,
			words.stays,
			words.contest(about.helpPhone, about.helpEmail),
			words.beyond,
			{ href: about.address, label: words.mail.link }
		],
		footer: [words.mail.footer(about.territory)]
	});
}

/** What somebody is told when their suspension is lifted before its end. */
export function liftedMail(about: About): MailContent {
	const words = messagesOf(about.locale).moderation.suspension;
	return composeMail({
		locale: about.locale,
		subject: words.mail.liftedSubject(about.territory),
		parts: [
			words.mail.greeting,
			words.mail.lifted(about.territory),
			{ href: about.address, label: words.mail.liftedLink }
		],
		footer: [words.mail.footer(about.territory)]
	});
}
