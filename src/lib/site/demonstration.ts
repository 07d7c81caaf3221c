import { withInventedAddresses } from '#lib/account/demonstration.ts';
import { AppError } from '#lib/errors.ts';
import { mailDelivery } from '#lib/notification/mail.ts';
import { environment, isLoopback } from '#lib/env.ts';

/**
 * Whether one-click sign-in and the outbox exist: with DEMO on, on an address that only this machine
 * reaches, or with DEMO=public written out.
 */
export function demonstrationIsOpen(): boolean {
	const { demo, host, origin } = environment();
	if (demo === 'public') return true;
	return demo === 'local' && isLoopback(host) && isLoopback(new URL(origin).hostname);
}

/** Whether anybody on the internet may be anybody of the demonstration. */
export function demonstrationIsPublic(): boolean {
	return environment().demo === 'public';
}

/** Whether mail to somebody real stays here, where they may read it: the outbox of a machine of one's own. */
export function mailStays(): boolean {
	return (
		demonstrationIsOpen() && !demonstrationIsPublic() && mailDelivery(environment()) === 'keep'
	);
}

/**
 * Refuses to promise a code by e-mail on the public demonstration, which sends none and shows its
 * outbox to everybody.
 * @throws {AppError} closed, at the field `email`
 */
export function refuseCodes(): void {
	if (!demonstrationIsPublic() || mailDelivery(environment()) !== 'keep') return;
	throw new AppError('closed', { reason: 'account.no_mail_here', field: 'email' });
}

/**
 * What a form says, without the addresses of a visitor when everybody may read what the coordination
 * reads: they are replaced before they are kept anywhere.
 */
export function withoutVisitorAddresses<T extends object>(typed: T): T {
	return demonstrationIsPublic() ? withInventedAddresses(typed) : typed;
}
