/** Names and attributes of the cookies that Parvis sets. */

export interface CookieAttributes {
	path: '/';
	httpOnly: true;
	sameSite: 'lax';
	secure: boolean;
	/** Seconds; absent on a cookie that ends with the browser. */
	maxAge?: number;
}

const DAY = 86_400;

/**
 * Name of a cookie of the site. With https the browser itself then refuses one that another host or
 * path set (`__Host-`); plain http has no such names.
 */
function hostCookie(name: string, https: boolean): string {
	return https ? `__Host-parvis-${name}` : `parvis-${name}`;
}

function attributes(https: boolean, maxAge?: number): CookieAttributes {
	const base = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;
	return maxAge === undefined ? base : { ...base, maxAge };
}

/** Holds the session's token. */
export function sessionCookieName(https: boolean): string {
	return hostCookie('session', https);
}

/** Lasts as long as the session may; on a shared computer it ends with the browser. */
export function sessionCookieAttributes(https: boolean, sharedComputer: boolean): CookieAttributes {
	return attributes(https, sharedComputer ? undefined : 30 * DAY);
}

/** Holds the token of what a visitor wrote before saying who they are. */
export function pendingActCookieName(https: boolean): string {
	return hostCookie('pending', https);
}

/** Lasts as long as the pending act; on a shared computer it ends with the browser. */
export function pendingActCookieAttributes(
	https: boolean,
	sharedComputer: boolean
): CookieAttributes {
	return attributes(https, sharedComputer ? undefined : 7 * DAY);
}

/** Ties a one-time code to the browser that asked for it. */
export function browserCookieName(https: boolean): string {
	return hostCookie('browser', https);
}

/** Lasts as long as the code. */
export function browserCookieAttributes(https: boolean): CookieAttributes {
	return attributes(https, 30 * 60);
}

/** Holds the language that a reader chose. */
export function localeCookieName(https: boolean): string {
	return hostCookie('locale', https);
}

/** Lasts a year. */
export function localeCookieAttributes(https: boolean): CookieAttributes {
	return attributes(https, 365 * DAY);
}
