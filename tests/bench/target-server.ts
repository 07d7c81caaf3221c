// The process of Parvis under load: all of it, pages included, but for the measures that one session
// could not pass. It tells whoever started it how it is.
import { subscribe } from 'node:diagnostics_channel';
import { startApplication } from '#server/application.ts';

export interface ServerState {
	/** Bytes held by objects and buffers; once the garbage is collected, when the whole state is asked. */
	held: number;
	rss: number;
	/** Milliseconds that each commit took since the last question. */
	commits: number[];
}

let commits: number[] = [];
subscribe('parvis:commit', (message) => {
	const took: unknown = Reflect.get(Object(message), 'milliseconds');
	if (typeof took === 'number' && commits.length < 1_000_000) commits.push(took);
});

await startApplication({ liveLimits: false });
await import('../../server/main.mjs');
process.on('message', (question) => {
	if (question === 'state') {
		globalThis.gc?.();
		globalThis.gc?.();
	}
	const { heapUsed, external, rss } = process.memoryUsage();
	const state: ServerState = { held: heapUsed + external, rss, commits };
	commits = [];
	process.send?.(state);
});
process.send?.('ready');
