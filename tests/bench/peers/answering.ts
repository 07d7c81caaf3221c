// What every peer tells whoever started it: where it listens, and, when asked, how it is.
import type { Server } from 'node:http';
import type { ServerState } from '../target-server.ts';

/** Says the port once the server listens, and answers questions. */
export function answer(port: number): void {
	process.on('message', (question) => {
		if (question === 'state') {
			globalThis.gc?.();
			globalThis.gc?.();
		}
		const { heapUsed, external, rss } = process.memoryUsage();
		const state: ServerState = { held: heapUsed + external, rss, commits: [] };
		process.send?.(state);
	});
	process.on('disconnect', () => process.exit());
	process.send?.(port);
}

/** Listens on a free port of this machine, and says which. */
export function listen(server: Server): void {
	server.listen(0, '127.0.0.1', () => {
		const address = server.address();
		answer(typeof address === 'object' && address ? address.port : 0);
	});
}
