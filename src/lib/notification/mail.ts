/** Mail that leaves Parvis, or stays in it: which, and how it is laid out. */

export interface MailContent {
	/** One line, without line ends. */
	subject: string;
	text: string;
	html: string;
}

/** A paragraph, a code to copy, or a link on a line of its own. */
export type MailPart = string | { code: string } | { href: string; label: string };

/** What becomes of mail: sent through SMTP, kept in the outbox, or kept and shown on the console. */
export type MailDelivery = 'send' | 'keep' | 'print';

/**
 * What becomes of mail here. The public demonstration sends none, whatever else is set; without a
 * mail server a demonstration keeps it, and a real site prints what its first users need to sign in.
 */
export function mailDelivery(environment: {
	demo: 'local' | 'public' | 'off';
	smtpUrl: string | null;
}): MailDelivery {
	if (environment.demo === 'public') return 'keep';
	if (environment.smtpUrl !== null) return 'send';
	return environment.demo === 'off' ? 'print' : 'keep';
}

const RESERVED = /(?:^|[@.])(?:test|example|invalid|localhost|example\.(?:com|net|org))$/i;

/**
 * Whether an address can reach nobody because its domain is reserved for examples (RFC 2606): the
 * people of the demonstration have such ones, and no mail to them ever leaves.
 */
export function isFictitious(address: string): boolean {
	return RESERVED.test(address.trim());
}

/** Lays parts out as plain text and as HTML that every mail reader shows. */
export function composeMail(mail: {
	locale: 'fr' | 'en';
	subject: string;
	parts: readonly MailPart[];
	/** Who sends this and why: the last lines, apart. */
	footer: readonly string[];
}): MailContent {
	const subject = oneLine(mail.subject);
	const text = [
		...mail.parts.map(asText),
		['-- ', ...mail.footer.map((line) => line.trim())].join('\n')
	].join('\n\n');
	const html = `<!doctype html>
<html lang="${mail.locale}">
<head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;background:#fbf8f1;color:#1d2b26;font:17px/1.6 sans-serif">
<div style="max-width:36em;margin:0 auto">
${mail.parts.map(asHtml).join('\n')}
<hr style="margin:32px 0 16px;border:0;border-top:1px solid #8a9089">
${mail.footer.map((line) => `<p style="margin:0;font-size:14px">${escape(line)}</p>`).join('\n')}
</div>
</body>
</html>
`;
	return { subject, text: `${text}\n`, html };
}

function asText(part: MailPart): string {
	if (typeof part === 'string') return part;
	return 'code' in part ? `    ${part.code}` : `${part.label}\n${part.href}`;
}

function asHtml(part: MailPart): string {
	if (typeof part === 'string') {
		return `<p style="margin:0 0 16px">${escape(part).replaceAll('\n', '<br>')}</p>`;
	}
	if ('code' in part) {
		return `<p style="margin:0 0 16px;font:700 28px/1.3 monospace;letter-spacing:3px">${escape(part.code)}</p>`;
	}
	return `<p style="margin:0 0 16px"><a href="${escape(part.href)}" style="color:#0f4c3a">${escape(part.label)}</a></p>`;
}

// A line end in a subject would be a header of its own.
function oneLine(subject: string): string {
	return subject.replace(/\s+/g, ' ').trim();
}

function escape(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
