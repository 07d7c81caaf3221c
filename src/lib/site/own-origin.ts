/** Which requests may change something: those that a page of this very site sends. */
import type { Locale } from '#lib/messages/messages.ts';

/** Where the answer to them is written. Territories cannot have its word. */
export const REFUSED_PATH = '/envoi-refuse';

/** What reads and changes nothing (RFC 9110 §9.2.1), and what browsers send from anywhere. */
const READING = ['GET', 'HEAD'];

/**
 * Whether a request that may change something came from elsewhere than a page of the site. Every method
 * but reading, every kind of content, every address: browsers say `Origin` with all of them, so that one
 * that is missing, `null` (a sandboxed frame, a file, a redirection between sites) or of another scheme,
 * host or port is refused alike. `own` is the configured origin: what proxies make of `Host` is nothing to it.
 */
export function isFromElsewhere(method: string, origin: string | null, own: string): boolean {
	return !READING.includes(method.toUpperCase()) && origin !== own;
}

/**
 * The language of an answer: the one that its reader chose, else French. Browsers withhold our cookie from
 * what another site sends: there the language that they ask for first stands in for it.
 */
export function localeOf(chosen: string | undefined, acceptLanguage: string | null): Locale {
	const [first = ''] = (chosen ?? acceptLanguage ?? '').toLowerCase().split(/[,;]/);
	return /^\s*en\b/.test(first) ? 'en' : 'fr';
}
