/** What an author is told when their comment is hidden: what, why, and whom to ask. */
export interface ModerationMailWords {
	subject: (territory: string) => string;
	text: (reason: string, phone: string) => string;
}

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The mail as subject, plain text and HTML, without the comment itself. */
export function moderationMail(
	words: ModerationMailWords,
	facts: { name: string; reason: string; helpPhone: string }
): { subject: string; text: string; html: string } {
	const text = words.text(facts.reason, facts.helpPhone);
	const html = text
		.split('\n\n')
		.map((paragraph) => `<p>${escape(paragraph)}</p>`)
		.join('\n');
	return { subject: words.subject(facts.name), text, html };
}
