/** Mails to the author of a contribution. They never hold what was written: health stories travel by no mail. */
import { messagesOf, type Locale } from '#lib/messages/messages.ts';
import { composeMail, type MailContent } from '#lib/notification/mail.ts';

interface About {
	locale: Locale;
	territoryName: string;
	followNumber: string;
	/** Page on which the number is typed. */
	followAddress: string;
}

/** Leaves when a contribution arrives: its number, who reads it, when it will be answered. */
export function acknowledgementMail(
	about: About & { answerDays: number; published: boolean }
): MailContent {
	const words = messagesOf(about.locale).proposal.acknowledgementMail;
	return composeMail({
		locale: about.locale,
		subject: words.subject(about.followNumber),
		parts: [
			words.thanks(about.territoryName),
			words.number,
			{ code: about.followNumber },
			about.published ? words.published : words.toRead,
			words.answer(about.answerDays),
			{ href: about.followAddress, label: words.follow }
		],
		footer: [words.footer(about.territoryName)]
	});
}

/** Leaves when something happens to a contribution before its answer: what, and where to read why. */
export function newsMail(
	about: About & { news: 'published' | 'rewritten' | 'returned' | 'redirected' }
): MailContent {
	const words = messagesOf(about.locale).proposal.newsMail;
	return composeMail({
		locale: about.locale,
		subject: words.subject(about.followNumber),
		parts: [
			words.greeting(about.territoryName),
			words.news[about.news],
			{ href: about.followAddress, label: words.follow },
			words.number(about.followNumber)
		],
		footer: [words.footer(about.territoryName)]
	});
}
