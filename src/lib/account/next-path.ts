/**
 * Where to go after signing in: a page of this site, or the fallback. Whatever a browser could take
 * for another site is refused: schemes, `//host`, backslashes, control characters, and paths that
 * become one of these once their dots are resolved.
 */
export function safeNextPath(wanted: unknown, fallback: string): string {
	if (typeof wanted !== 'string' || wanted.length > 2000) return fallback;
	if (!/^\/(?!\/)[^\\\p{Cc}\p{Z}]*$/u.test(wanted)) return fallback;
	const base = 'https://parvis.invalid';
	if (!URL.canParse(wanted, base)) return fallback;
	const { origin, pathname, search, hash } = new URL(wanted, base);
	return origin === base && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : fallback;
}
