import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin } from 'vite';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

function publishedUpgrade(): Upgrade | null {
	const parvis: unknown = Reflect.get(globalThis, '__parvis');
	if (typeof parvis !== 'object' || parvis === null || !('upgrade' in parvis)) return null;
	const { upgrade } = parvis;
	if (typeof upgrade !== 'function') return null;
	return (request, socket, head) => {
		Reflect.apply(upgrade, parvis, [request, socket, head]);
	};
}

/**
 * Makes live documents work under `vite dev`: passes WebSocket upgrades to the handler that the
 * hooks published, and leaves Vite's own (hot reload) alone.
 */
export function liveDocuments(): Plugin {
	return {
		name: 'live-documents',
		apply: 'serve',
		configureServer(server) {
			// No HTTP server under Vitest and in middleware mode.
			server.httpServer?.on('upgrade', (request, socket, head) => {
				if (request.headers['sec-websocket-protocol']?.startsWith('vite-')) return;
				const upgrade = publishedUpgrade();
				if (upgrade) upgrade(request, socket, head);
				else socket.destroy();
			});
		}
	};
}
