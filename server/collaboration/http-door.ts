/**
 * The second door of live documents, by ordinary requests under the address of the first:
 * `POST /collab/<document>` opens a link, `POST …/<link>?n=<number>` brings frames from that number on,
 * `GET …/<link>?next=<number>` waits for answers. The same questions are asked as for a socket, of
 * every request.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as decoding from 'lib0/decoding';
import { HttpSocket } from './http-socket.ts';
import { LIMITS, TIMES } from './limits.ts';
import type { CollaborationOptions, LiveActor } from './ports.ts';
import { CLOSE } from './protocol.ts';
import type { Session } from './session.ts';
import { admit, type Admission } from './upgrade.ts';

interface Link<Actor extends LiveActor> {
	actor: Actor;
	documentId: string;
	socket: HttpSocket;
	session: Session;
	/** Milliseconds of its last request. */
	at: number;
}

export interface HttpDoorOptions<Actor extends LiveActor> extends Pick<
	CollaborationOptions<Actor>,
	'authenticate' | 'rightOf' | 'origins' | 'log' | 'limits'
> {
	/** Makes the session of an admitted link; null when there is no room for one more. */
	open(admission: Admission<Actor>, socket: HttpSocket): Session | null;
	/** The session is over. */
	left(session: Session): void;
	now(): number;
}

const PATH = /^\/collab\/([0-9a-f-]{36})(?:\/([0-9a-f-]{36}))?$/;

export class HttpDoor<Actor extends LiveActor> {
	readonly #options: HttpDoorOptions<Actor>;
	readonly #links = new Map<string, Link<Actor>>();

	constructor(options: HttpDoorOptions<Actor>) {
		this.#options = options;
	}

	/** Answers a request; never throws. */
	async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		try {
			await this.#answer(request, response);
		} catch (error) {
			this.#options.log.failure(error, { moment: 'live-request' });
			if (!response.headersSent) finish(response, 503);
		}
	}

	/** Whether there is no link to look after. */
	get isEmpty(): boolean {
		return this.#links.size === 0;
	}

	/** Ends the links from which nothing was heard for long. */
	look(): void {
		for (const [id, link] of this.#links) {
			if (this.#options.now() - link.at <= TIMES.link) continue;
			this.#links.delete(id);
			link.socket.terminate();
		}
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '', 'http://parvis.invalid');
		const [, documentId, linkId] = PATH.exec(url.pathname) ?? [];
		if (documentId === undefined) return finish(response, 404);
		if (!this.#isOurs(request)) return finish(response, 403);
		if (linkId === undefined) {
			return request.method === 'POST' ? this.#open(request, response) : finish(response, 405);
		}
		const link = this.#links.get(linkId);
		// The process began anew, or the link was let go: the client opens another.
		if (link?.documentId !== documentId) return finish(response, 410);
		const actor = await this.#options.authenticate(request);
		const isSame =
			actor?.personId === link.actor.personId && actor?.sessionId === link.actor.sessionId;
		if (!isSame) return finish(response, 401);
		link.at = this.#options.now();
		if (request.method === 'POST') return this.#take(link, url, request, response);
		if (request.method === 'GET') return this.#give(link, linkId, url, response);
		if (request.method !== 'DELETE') return finish(response, 405);
		this.#links.delete(linkId);
		link.socket.close(1000, 'left');
		finish(response, 204);
	}

	/** A page of another site can neither send this header nor read the answers. */
	#isOurs(request: IncomingMessage): boolean {
		const { origin } = request.headers;
		if (request.headers['x-parvis'] !== '1') return false;
		if (origin === undefined) return request.method === 'GET';
		return this.#options.origins().includes(origin);
	}

	async #open(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const answer = await admit(request, this.#options);
		if (answer.status !== 101) return finish(response, answer.status);
		const socket = new HttpSocket({
			alive: () => session?.pong(),
			ended: () => session && this.#options.left(session)
		});
		const session = this.#options.open(answer.admission, socket);
		if (!session) return finish(response, 503);
		const { actor, documentId } = answer.admission;
		if (this.#options.limits !== false) this.#forgetEnded(actor);
		const linkId = randomUUID();
		this.#links.set(linkId, { actor, documentId, socket, session, at: this.#options.now() });
		response.writeHead(201, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
		response.end(linkId);
	}

	/** Ended links wait for their last request: no more of them than an account may have sockets. */
	#forgetEnded({ accountId }: Actor): void {
		const own = [...this.#links].filter(([, { actor }]) => actor.accountId === accountId);
		const ended = own.filter(([, { socket }]) => socket.end !== null);
		const excess = own.length + 1 - LIMITS.sockets;
		for (const [id] of ended.slice(0, Math.max(excess, 0))) this.#links.delete(id);
	}

	async #take(
		link: Link<Actor>,
		url: URL,
		request: IncomingMessage,
		response: ServerResponse
	): Promise<void> {
		const body = await readBody(request);
		if (!body) return finish(response, 413);
		let number = Number(url.searchParams.get('n') ?? 'none');
		if (!Number.isSafeInteger(number)) return finish(response, 400);
		// One before it never came: the client begins anew, rather than go on unheard.
		if (number > link.socket.received) return finish(response, 409);
		try {
			const decoder = decoding.createDecoder(body);
			while (decoding.hasContent(decoder)) {
				const frame = decoding.readVarUint8Array(decoder).slice();
				// What is sent again after an answer was lost has come already.
				if (link.socket.receives(number++)) link.session.receive(frame);
			}
		} catch {
			const { documentId, session } = link;
			this.#options.log.moment('live-refused', { documentId, code: CLOSE.malformed });
			session.close(CLOSE.malformed, 'unreadable frames');
		}
		finish(response, 204);
	}

	async #give(
		link: Link<Actor>,
		linkId: string,
		url: URL,
		response: ServerResponse
	): Promise<void> {
		const { socket } = link;
		const next = Number(url.searchParams.get('next') ?? 'none');
		if (Number.isSafeInteger(next)) socket.acknowledge(next);
		const waiting = socket.wait(TIMES.fetch);
		response.on('close', waiting.letGo);
		await waiting.done;
		link.at = this.#options.now();
		if (response.destroyed) return;
		const { end } = socket;
		if (end) this.#links.delete(linkId);
		response.writeHead(200, {
			'content-type': 'application/octet-stream',
			'cache-control': 'no-store',
			...(end && { 'x-parvis-close': `${end.code} ${plain(end.reason)}` })
		});
		response.end(socket.encode());
	}
}

/** Headers bear ASCII alone. */
function plain(reason: string): string {
	return reason.replaceAll('’', "'").replace(/[^\x20-\x7e]/g, '?');
}

function finish(response: ServerResponse, status: number): void {
	response.writeHead(status, { 'cache-control': 'no-store', 'content-length': '0' });
	response.end();
}

/** Null when it is longer than one socket may have waiting. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		if (!Buffer.isBuffer(chunk)) continue;
		size += chunk.length;
		if (size > LIMITS.frame + 1024) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
