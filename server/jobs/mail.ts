// Sends the mails that commands queued, through SMTP, until the mail server took each of them.
import type { Kysely } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Database } from '#lib/database/schema.ts';
import {
	beginMailAttempt,
	markMailFailed,
	markMailSent
} from '#lib/notification/server/mail-writes.ts';

export interface Postman {
	/** Sends one mail. Throws when it is worth another try; a final refusal is noted and returns. */
	deliver(mailId: string, attempt: { isLast: boolean }): Promise<'sent' | 'failed' | 'gone'>;
	close(): void;
}

// A code that arrives after it expired only puzzles its reader.
const CODE_LASTS = 30 * 60_000;

/** Opens the way to a mail server. Nothing is connected before the first mail. */
export function openPostman(options: {
	db: Kysely<Database>;
	smtpUrl: string;
	mailFrom: string;
	now?: () => Date;
}): Postman {
	const { db, mailFrom } = options;
	const now = options.now ?? (() => new Date());
	const host = mailFrom.replace(/^.*@/, '').replace(/>.*$/, '');
	const transport = createTransport({
		url: options.smtpUrl,
		connectionTimeout: 15_000,
		greetingTimeout: 15_000,
		socketTimeout: 30_000,
		disableFileAccess: true,
		disableUrlAccess: true
	});

	return {
		async deliver(mailId, { isLast }) {
			const mail = await beginMailAttempt(db, mailId);
			if (!mail) return 'gone';
			if (mail.kind === 'sign-in-code' && now().getTime() - mail.createdAt.getTime() > CODE_LASTS) {
				await markMailFailed(db, mailId, 'expired', true);
				return 'failed';
			}
			try {
				await transport.sendMail({
					from: mailFrom,
					// As an object: an address that was typed is never parsed into several.
					to: { name: '', address: mail.recipient },
					subject: mail.subject,
					text: mail.text,
					html: mail.html,
					// The same at each attempt: a server that took a mail twice can tell.
					messageId: `<${mail.id}@${host}>`,
					headers: { 'Auto-Submitted': 'auto-generated' }
				});
			} catch (error) {
				const { reason, isFinal } = refusalOf(error);
				await markMailFailed(db, mailId, reason, isFinal || isLast);
				if (isFinal) return 'failed';
				throw new Error(`mail not taken: ${reason}`);
			}
			await markMailSent(db, mailId, now());
			return 'sent';
		},
		close: () => transport.close()
	};
}

/** Reduces what the mail server said to its code: its sentence may repeat the address. */
function refusalOf(error: unknown): { reason: string; isFinal: boolean } {
	if (!(error instanceof Error)) return { reason: 'unknown', isFinal: false };
	const response: unknown = Reflect.get(error, 'responseCode');
	const code: unknown = Reflect.get(error, 'code');
	const status = typeof response === 'number' ? response : null;
	// 5xx about the message is the server's last word; about signing in to it, it is our setting,
	// which somebody will correct.
	return {
		reason: [typeof code === 'string' ? code : 'ERROR', status].filter(Boolean).join(' '),
		isFinal: status !== null && status >= 500 && code !== 'EAUTH'
	};
}
