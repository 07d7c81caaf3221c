import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compress.ts';

const page = 'La santé se prépare ici. '.repeat(200);
const html = () =>
	new Response(page, { status: 404, headers: { 'content-type': 'text/html', etag: 'x' } });

test('a page is compressed for who takes it, with its status, headers and length', async () => {
	const answer = await compressed(html(), 'br, gzip');
	const bytes = new Uint8Array(await answer.arrayBuffer());
	expect(answer.status).toBe(404);
	expect(answer.headers.get('content-encoding')).toBe('gzip');
	expect(answer.headers.get('content-length')).toBe(String(bytes.byteLength));
	expect(answer.headers.get('etag')).toBe('x');
	expect(answer.headers.get('vary')).toBe('accept-encoding');
	expect(gunzipSync(bytes).toString()).toBe(page);
});

test('who does not take it gets the page as it is', async () => {
	const answer = await compressed(html(), null);
	expect(answer.headers.get('content-encoding')).toBeNull();
	expect(await answer.text()).toBe(page);
});

test('streams of events and pictures are left alone', async () => {
	const events = new Response('data: x\n\n', { headers: { 'content-type': 'text/event-stream' } });
	expect(await compressed(events, 'gzip')).toBe(events);
	const picture = new Response('x', { headers: { 'content-type': 'image/png' } });
	expect(await compressed(picture, 'gzip')).toBe(picture);
});
