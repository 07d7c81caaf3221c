import { expect, test } from 'vitest';
import { secureHeaders } from './headers.ts';

const visitor = { signedIn: false, https: true };

function sent(given: Record<string, string>, visit = visitor): Headers {
	const headers = new Headers(given);
	secureHeaders(headers, visit);
	return headers;
}

test('a page has no tag: its nonce makes each answer another, so that none would ever match', () => {
	expect(sent({ 'content-type': 'text/html', etag: '"x"' }).has('etag')).toBe(false);
	expect(sent({ 'content-type': 'text/html; charset=utf-8', etag: '"x"' }).has('etag')).toBe(false);
	expect(sent({ 'content-type': 'text/csv', etag: '"x"' }).get('etag')).toBe('"x"');
});

test('a page is asked for again each time, and is not kept at all for somebody signed in', () => {
	expect(sent({}).get('cache-control')).toBe('private, no-cache');
	const own = sent({}, { signedIn: true, https: true });
	expect(own.get('cache-control')).toBe('private, no-store');
	expect(sent({ 'cache-control': 'public, max-age=60' }).get('cache-control')).toContain('public');
});

test('https is asked for where there is https', () => {
	expect(sent({}).has('strict-transport-security')).toBe(true);
	const plain = sent({}, { signedIn: false, https: false });
	expect(plain.has('strict-transport-security')).toBe(false);
});
