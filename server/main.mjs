// The process: one HTTP server for pages and live documents, from its start to its graceful stop.
// It imports the built site, which holds the one copy of everything that has state; of the sources
// only the environment and the log, which have none.
import { createServer } from 'node:http';
import { environment, isLoopback } from '../src/lib/env.ts';
import { logFailure, logMoment } from '../src/lib/log.ts';

/**
 * What the site's hooks publish.
 *
 * @typedef {object} Parvis
 * @property {Promise<unknown>} ready
 * @property {(request: import('node:http').IncomingMessage, socket: import('node:stream').Duplex, head: Buffer) => unknown} upgrade
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} request
 * @property {() => unknown} [closeSockets]
 * @property {() => unknown} shutdown
 * @property {() => unknown} announce
 */
/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => unknown} Handler */

// What Parvis writes is for its own account alone.
process.umask(0o077);

const patience = { requests: 5_000, everything: 12_000, sameSignal: 500 };

/** @type {Handler | null} */
let handler = null;
/** @type {number | null} */
let stoppingSince = null;

const settings = orExit(() => environment());
const origin = new URL(settings.origin);
const headers = new Map([
	['x-content-type-options', 'nosniff'],
	['referrer-policy', 'same-origin'],
	['x-frame-options', 'DENY'],
	['cross-origin-opener-policy', 'same-origin'],
	['cross-origin-resource-policy', 'same-origin'],
	['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()']
]);
if (origin.protocol === 'https:') {
	headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

const server = createServer((request, response) => {
	response.setHeaders(headers);
	if (stoppingSince !== null) response.setHeader('connection', 'close');
	const elsewhere = addressToUse(request);
	if (elsewhere) return void response.writeHead(307, { location: elsewhere }).end();
	if (!handler) return refuseForNow(response);
	addClientAddress(request);
	// For networks that block sockets, what would go through them comes as ordinary requests.
	if (request.url?.startsWith('/collab/')) return void published()?.request(request, response);
	handler(request, response, () => response.writeHead(404).end());
});
server.keepAliveTimeout = 65_000;
server.on('upgrade', (request, socket, head) => {
	const parvis = published();
	if (handler && parvis && stoppingSince === null)
		return void parvis.upgrade(request, socket, head);
	socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
});

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
process.on('uncaughtException', (error) => {
	logFailure(error, { moment: 'uncaught' });
	process.exitCode = 1;
	stop();
});

try {
	await listen();
	handler = await loadSite();
	logMoment('started', { pid: process.pid, database: settings.database.kind });
	warnAboutOrigin();
	await published()?.announce();
} catch (error) {
	await Promise.resolve(published()?.shutdown()).catch(() => {});
	exitWith(error);
}

async function listen() {
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(settings.port, settings.host, () => resolve(undefined));
	});
}

/** @returns {Promise<Handler>} */
async function loadSite() {
	// The site reads these two as it loads: without an origin it would take every http for https and
	// refuse all forms.
	process.env.ORIGIN = settings.origin;
	if (settings.trustedProxies > 0) {
		process.env.ADDRESS_HEADER = 'x-forwarded-for';
		process.env.XFF_DEPTH = String(settings.trustedProxies);
	}
	const site = await import(new URL('../build/handler.js', import.meta.url).href);
	await published()?.ready;
	return site.handler;
}

/** @returns {Parvis | undefined} */
function published() {
	return Reflect.get(globalThis, '__parvis');
}

/**
 * A page read under another name of this machine would have its forms refused: send the reader to
 * the one that is configured.
 *
 * @param {import('node:http').IncomingMessage} request
 */
function addressToUse({ method, headers: { host = '' }, url = '/' }) {
	if (method !== 'GET' && method !== 'HEAD') return null;
	if (host === origin.host || !isLoopback(origin.hostname)) return null;
	if (!URL.canParse(`http://${host}`) || !isLoopback(new URL(`http://${host}`).hostname))
		return null;
	if (url === '/healthz' || url === '/readyz') return null;
	return `${settings.origin}${url.startsWith('/') ? url : '/'}`;
}

/** @param {import('node:http').ServerResponse} response */
function refuseForNow(response) {
	response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
	response.end(
		'Parvis démarre, réessayez dans un instant.\nParvis is starting, try again in a moment.\n'
	);
}

/**
 * A request that came around the proxy, such as a health check, bears no address header, which the
 * site takes for a mistake.
 *
 * @param {import('node:http').IncomingMessage} request
 */
function addClientAddress(request) {
	if (settings.trustedProxies > 0) {
		const missing = settings.trustedProxies - countAddresses(request.headers['x-forwarded-for']);
		if (missing <= 0) return;
		const own = Array(missing).fill(request.socket.remoteAddress ?? '127.0.0.1');
		request.headers['x-forwarded-for'] = own.join(', ');
	}
}

/** @param {string | string[] | undefined} header */
function countAddresses(header) {
	return header === undefined ? 0 : String(header).split(',').length;
}

function warnAboutOrigin() {
	if (settings.isOriginGiven || isLoopback(settings.host)) return;
	process.stderr.write(
		`Attention : ORIGIN n’est pas indiqué. Les formulaires ne marcheront que depuis ${settings.origin}.\n`
	);
}

// Sockets first, since the server waits for them; then the requests under way; then the database.
async function stop() {
	const now = performance.now();
	if (stoppingSince !== null) {
		// A terminal's Ctrl+C reaches us from several parents at once: that is one wish, not two.
		if (now - stoppingSince > patience.sameSignal) process.exit(1);
		return;
	}
	stoppingSince = now;
	setTimeout(() => process.exit(1), patience.everything).unref();
	try {
		const closed = new Promise((resolve) => server.close(resolve));
		await published()?.closeSockets?.();
		setTimeout(() => server.closeAllConnections(), patience.requests).unref();
		await closed;
		await published()?.shutdown();
		logMoment('stopped', { milliseconds: Math.round(performance.now() - now) });
	} catch (error) {
		logFailure(error, { moment: 'stop' });
		process.exitCode = 1;
	}
	process.exit();
}

/**
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
function orExit(work) {
	try {
		return work();
	} catch (error) {
		return exitWith(error);
	}
}

/**
 * One clear sentence, and no more than that, for what the operator can mend.
 *
 * @param {unknown} error
 * @returns {never}
 */
function exitWith(error) {
	process.stderr.write(`${sentenceFor(error)}\n`);
	process.exit(1);
}

/** @param {unknown} error */
function sentenceFor(error) {
	if (!(error instanceof Error)) return `Parvis n’a pas pu démarrer : ${String(error)}`;
	if (error.name === 'StartError') return error.message;
	const code = 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE') {
		return `Le port ${settings.port} est déjà pris sur ${settings.host} : arrêtez le programme qui l’occupe, ou indiquez un autre port avec PORT.`;
	}
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return `L’adresse ${settings.host} n’existe pas sur cette machine : corrigez HOST.`;
	}
	if (code === 'EACCES') {
		return `Le port ${settings.port} est réservé au système, ou le dossier de données est interdit : corrigez PORT ou DATA_DIR.`;
	}
	return `Parvis n’a pas pu démarrer : ${error.message}\n${error.stack ?? ''}`;
}
