import type { Plugin, ViteDevServer } from 'vite';

const developmentPort = '5173';

/**
 * Makes `vite dev` the whole of Parvis, as `server/main.mjs` makes the build: opens the application,
 * passes WebSocket upgrades to the handler that the hooks published, says how to sign in, and closes
 * the database at the end. Vite's own sockets (hot reload) are left alone.
 */
export function liveDocuments(): Plugin {
	return {
		name: 'live-documents',
		apply: (_config, { command, mode }) => command === 'serve' && mode === 'development',
		config({ server }) {
			// The origin that forms and sockets are checked against follows from these two.
			const host = typeof server?.host === 'string' ? server.host : process.env.HOST;
			process.env.HOST = host || '127.0.0.1';
			process.env.PORT = String(server?.port ?? (process.env.PORT || developmentPort));
			return {
				server: { host: process.env.HOST, port: Number(process.env.PORT), strictPort: true }
			};
		},
		configureServer(server) {
			server.middlewares.use((request, response, next) => {
				const isLive = request.url?.startsWith('/collab/');
				if (!isLive || !published('request', request, response)) next();
			});
			// No HTTP server in middleware mode.
			server.httpServer?.on('upgrade', (request, socket, head) => {
				if (request.headers['sec-websocket-protocol']?.startsWith('vite-')) return;
				if (!published('upgrade', request, socket, head)) socket.destroy();
			});
			server.httpServer?.once('listening', () => void openApplication(server));
			stopBeforeVite(server);
		}
	};
}

// The hooks run at the first request: make one, so that the first visitor does not wait.
async function openApplication(server: ViteDevServer): Promise<void> {
	const [address] = server.resolvedUrls?.local ?? [
		`http://127.0.0.1:${server.config.server.port}/`
	];
	try {
		const answer = await fetch(new URL('/healthz', address));
		if (answer.ok) await published('announce')?.done;
	} catch (error) {
		server.config.logger.error(error instanceof Error ? error.message : String(error));
	}
}

// Vite ends the process itself as soon as its own server is closed: it has to wait for the database.
function stopBeforeVite(server: ViteDevServer): void {
	let stopped: Promise<void> | null = null;
	const closeVite = server.close.bind(server);
	server.close = async () => {
		await stopped;
		await closeVite();
	};
	process.prependOnceListener('SIGTERM', () => {
		stopped ??= stop();
	});
	process.once('SIGINT', () => {
		stopped ??= stop();
		void stopped.finally(() => process.exit());
	});
}

async function stop(): Promise<void> {
	await published('closeSockets')?.done;
	await published('shutdown')?.done;
}

/** Calls what the hooks published under a name; null when they did not. */
function published(name: string, ...given: unknown[]): { done: unknown } | null {
	const parvis: unknown = Reflect.get(globalThis, '__parvis');
	if (typeof parvis !== 'object' || parvis === null) return null;
	const method: unknown = Reflect.get(parvis, name);
	return typeof method === 'function' ? { done: Reflect.apply(method, parvis, given) } : null;
}
