import { withInventedAddresses } from '#lib/account/demonstration.ts';
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

/**
 * What a form says, without the addresses of a visitor when everybody may read what the coordination
 * reads: they are replaced before they are kept anywhere.
 */
export function withoutVisitorAddresses<T extends object>(typed: T): T {
	return demonstrationIsPublic() ? withInventedAddresses(typed) : typed;
}
