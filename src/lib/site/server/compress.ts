/** Pages are compressed as they leave: on a slow connection their words weigh more than their fonts. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Fast rather than small: the last tenth costs a third of the time. */
const LEVEL = 4;
/** Below this many bytes the answer fits in a packet anyhow. */
const WORTH = 1024;
const COMPRESSED = /^(text\/(html|csv|plain|css)|application\/json|image\/svg)/;

const compress = promisify(gzip);

/**
 * The answer, compressed when its reader can take it and it is worth it. Pages hold no secret beside
 * words that a stranger chooses, so that their length tells nothing (BREACH).
 */
export async function compressed(answer: Response, accepted: string | null): Promise<Response> {
	const type = answer.headers.get('content-type') ?? '';
	const takes = /\bgzip\b/.test(accepted ?? '') && COMPRESSED.test(type);
	if (!takes || !answer.body || answer.headers.has('content-encoding')) return answer;
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const { status } = answer;
	const headers = new Headers(answer.headers);
	headers.append('vary', 'accept-encoding');
	if (bytes.byteLength < WORTH) return new Response(bytes, { status, headers });
	const small = new Uint8Array(await compress(bytes, { level: LEVEL }));
	headers.set('content-encoding', 'gzip');
	headers.set('content-length', String(small.byteLength));
	return new Response(small, { status, headers });
}
