/** The mail that brings an answer to an author: what was decided, by whom, when and why. */
import type { Locale } from '#lib/messages/messages.ts';
import { messagesOf } from '#lib/messages/messages.ts';
import { composeMail, type MailContent } from '#lib/notification/mail.ts';
import { formatPlainDate } from '#lib/ui/format.ts';
import type { Outcome } from './answer.ts';

export interface AnswerToTell {
	outcome: Outcome;
	text: string;
	reasons: string;
	redirectedTo: string;
	reviewOn: string | null;
	decidedOn: string | null;
	/** Null when the coordination decided alone. */
	decidedByBodyName: string | null;
	proposalTitle: string;
	sheetCode: string | null;
	sheetTitle: string | null;
	intoTitle: string | null;
}

/** The sentences of an answer, for a mail or a letter, without greeting. */
export function answerParagraphs(locale: Locale, answer: AnswerToTell): string[] {
	const { answer: words } = messagesOf(locale);
	const by = answer.decidedByBodyName ?? words.byCoordination;
	const on = answer.decidedOn === null ? '' : formatPlainDate(answer.decidedOn, locale);
	const paragraphs = [
		words.mail.about(answer.proposalTitle),
		`${words.outcomes[answer.outcome]}${words.mail.stop}`,
		answer.text,
		words.mail.decided(by, on),
		words.mail.because(answer.reasons)
	];
	if (answer.sheetTitle !== null) {
		paragraphs.push(words.mail.sheet(answer.sheetCode ?? '', answer.sheetTitle));
	}
	if (answer.intoTitle !== null) paragraphs.push(words.mail.into(answer.intoTitle));
	if (answer.redirectedTo !== '') paragraphs.push(words.mail.redirected(answer.redirectedTo));
	if (answer.reviewOn !== null) {
		paragraphs.push(words.mail.review(formatPlainDate(answer.reviewOn, locale)));
	}
	return paragraphs;
}

/** The mail of an answer; `address` is the page of the contribution. */
export function answerMail(
	locale: Locale,
	answer: AnswerToTell,
	place: { territory: string; address: string; helpPhone: string }
): MailContent {
	const { answer: words } = messagesOf(locale);
	return composeMail({
		locale,
		subject: words.mail.subject(answer.proposalTitle),
		parts: [
			words.mail.greeting,
			...answerParagraphs(locale, answer),
			{ href: place.address, label: words.mail.read }
		],
		footer: [
			words.mail.footer(place.territory),
			...(place.helpPhone ? [words.mail.help(place.helpPhone)] : [])
		]
	});
}
