import type { ErrorCode } from '#lib/errors.ts';

/** Puts on every answer what keeps browsers from guessing, framing, telling others or keeping. */
export function secureHeaders(
	headers: Headers,
	{ signedIn, https }: { signedIn: boolean; https: boolean }
): void {
	headers.set('x-content-type-options', 'nosniff');
	headers.set('x-frame-options', 'DENY');
	headers.set('referrer-policy', 'same-origin');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set(
		'permissions-policy',
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'
	);
	if (https) headers.set('strict-transport-security', 'max-age=31536000');
	// Kit's print of a page covers its nonce, which no other answer has: a promise that is never kept.
	if (headers.get('content-type')?.startsWith('text/html')) headers.delete('etag');
	// A visitor's browser may keep a page for the way back, so that what was typed in it is there again.
	if (!headers.has('cache-control')) {
		headers.set('cache-control', signedIn ? 'private, no-store' : 'private, no-cache');
	}
}

/**
 * Where to send a visitor who asked for a page that wants someone signed in: the sign-in page, which
 * brings them back. Null in every other case.
 */
export function signInAddress(
	refusal: ErrorCode | undefined,
	territory: { slug: string } | null,
	method: string,
	url: URL
): string | null {
	if (refusal !== 'unauthenticated' || !territory || method !== 'GET') return null;
	const next = new URLSearchParams({ suite: `${url.pathname}${url.search}` });
	return `/${territory.slug}/connexion?${next.toString()}`;
}
