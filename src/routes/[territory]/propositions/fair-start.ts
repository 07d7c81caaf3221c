/** Where a visitor's fair order starts, kept in a cookie that says nothing of them. */
import type { RequestEvent } from '@sveltejs/kit';
import { isHttps } from '#lib/site/visit.ts';

const DAYS = 30;

/** The visitor's starting point, 0–1: the one that their browser keeps, or a new one. */
export function fairStart(event: Pick<RequestEvent, 'cookies' | 'url'>): number {
	const https = isHttps(event);
	const name = https ? '__Host-parvis-order' : 'parvis-order';
	const kept = event.cookies.get(name);
	if (kept !== undefined && /^0\.\d{1,9}$/.test(kept)) return Number(kept);
	const start = Math.random().toFixed(6).replace(/^1.*/, '0.0');
	event.cookies.set(name, start, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: https,
		maxAge: DAYS * 86_400
	});
	return Number(start);
}
