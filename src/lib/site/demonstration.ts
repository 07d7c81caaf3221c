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
