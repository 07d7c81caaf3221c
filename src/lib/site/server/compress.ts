/** Pages are compressed as they leave: on a slow connection their words weigh more than their fonts. */
import { Readable } from 'node:stream';
import { createGzip, constants } from 'node:zlib';

/** Fast rather than small: the last tenth costs a third of the time. */
const LEVEL = 4;
const COMPRESSED = /^(text\/|application\/json|image\/svg)/;

/**
 * The answer, compressed when its reader can take it and it is worth it. Pages hold no secret beside
 * words that a stranger chooses, so that their length tells nothing (BREACH).
 */
export function compressed(answer: Response, accepted: string | null): Response {
	const type = answer.headers.get('content-type') ?? '';
	const takes = /\bgzip\b/.test(accepted ?? '') && COMPRESSED.test(type);
	if (!takes || !answer.body || answer.headers.has('content-encoding')) return answer;
	const headers = new Headers(answer.headers);
	headers.set('content-encoding', 'gzip');
	headers.append('vary', 'accept-encoding');
	headers.delete('content-length');
	const gzip = createGzip({ level: LEVEL, flush: constants.Z_NO_FLUSH });
	const body = Readable.toWeb(Readable.fromWeb(answer.body).pipe(gzip));
	return new Response(body, { status: answer.status, headers });
}
