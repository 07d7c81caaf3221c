/** An account signs in, from one or more devices; a person contributes. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface SessionLifetime {
	/** Milliseconds without a request after which the session is over. */
	idle: number;
	/** Milliseconds after sign-in when the session is over, whatever happened. */
	absolute: number;
}

/** How long a sign-in lasts (ASVS 5.0 §7.3: both an idle and an absolute lifetime). */
export function sessionLifetime(sharedComputer: boolean): SessionLifetime {
	return sharedComputer
		? { idle: 20 * MINUTE, absolute: 12 * HOUR }
		: { idle: 7 * DAY, absolute: 30 * DAY };
}

/**
 * How long what a visitor wrote is kept while they say who they are, in milliseconds: no longer than
 * the session on a computer that others use.
 */
export function pendingActLifetime(sharedComputer: boolean): number {
	return sharedComputer ? sessionLifetime(true).idle : 7 * DAY;
}

const BROWSERS: readonly [RegExp, string][] = [
	[/\bEdg(?:e|A|iOS)?\//, 'Edge'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\bOPR\//, 'Opera'],
	[/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];

const SYSTEMS: readonly [RegExp, string][] = [
	[/\bAndroid\b/, 'Android'],
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bWindows\b/, 'Windows'],
	[/\bCrOS\b/, 'ChromeOS'],
	[/\bMac OS X\b/, 'Mac'],
	[/\bLinux\b/, 'Linux']
];

/**
 * What a person recognises a device by, such as « Firefox · Android »: two names out of a closed
 * list, since the header is whatever a browser sends. Empty when neither is known.
 */
export function deviceLabel(userAgent: string): string {
	const nameIn = (list: readonly [RegExp, string][]) =>
		list.find(([pattern]) => pattern.test(userAgent))?.[1];
	return [nameIn(BROWSERS), nameIn(SYSTEMS)].filter(Boolean).join(' · ');
}
