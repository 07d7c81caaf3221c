/** Live documents: the one object that the process publishes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { sendFramed } from './framing.ts';
import { HttpDoor } from './http-door.ts';
import { LIMITS, TIMES } from './limits.ts';
import type { CollaborationOptions, LiveActor, LiveSocket, Timer } from './ports.ts';
import { CLOSE } from './protocol.ts';
import { Rooms } from './rooms.ts';
import { Session } from './session.ts';
import { systemClock } from './system-clock.ts';
import { admit, refuse, refuseSchema, type Admission } from './upgrade.ts';

export interface SessionFilter {
	accountId?: string;
	sessionId?: string;
	personId?: string;
	documentId?: string;
}

export interface Collaboration {
	/** Answers the upgrade requests of an HTTP server. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Answers the requests under `/collab/`, for networks that block sockets. */
	request(request: IncomingMessage, response: ServerResponse): Promise<void>;
	/** Makes all durable, tells the clients to come back, and closes. */
	shutdown(): Promise<void>;
	/**
	 * Of the sockets that bear all the ids given, closes those of a session or an account that ended;
	 * for a person or a document whose rights changed, asks again at once and closes who lost them.
	 */
	closeSessions(filter: SessionFilter): void;
	/** Closes every socket: what they wrote in is gone. */
	closeAll(): void;
	/** Applies the edits that commands asked of a document; call it after their commit. */
	applyIntents(documentId: string): Promise<void>;
}

/** Opens live documents on a store. */
export function createCollaboration<Actor extends LiveActor>(
	options: CollaborationOptions<Actor>
): Collaboration {
	const { store, log, clock = systemClock, limits = true } = options;
	const rooms = new Rooms(store, clock, log);
	const server = new WebSocketServer({
		noServer: true,
		maxPayload: LIMITS.frame,
		perMessageDeflate: false
	});
	const sessions = new Set<Session>();
	let sweep: Timer | null = null;
	let isIdle = false;
	let isStopping = false;

	function start(admission: Admission<Actor>, socket: LiveSocket): Session {
		const { actor, documentId } = admission;
		const session = new Session({
			...admission,
			socket,
			askRight: (hasActed) => options.rightOf(actor, documentId, hasActed),
			leftRoom: (room) => rooms.left(room),
			store,
			clock,
			log,
			limits
		});
		sessions.add(session);
		void enter(session);
		wake();
		return session;
	}

	function left(session: Session): void {
		sessions.delete(session);
		session.left();
	}

	function open(websocket: WebSocket, connection: Duplex, admission: Admission<Actor>): void {
		const session = start(admission, liveSocket(websocket, connection));
		websocket.on('message', (data, isBinary) => {
			if (isBinary) return session.receive(bytesOf(data));
			refuseSocket(session, CLOSE.malformed, 'text frames mean nothing here');
		});
		websocket.on('pong', () => session.pong());
		websocket.on('error', (error) => {
			const tooLarge = Reflect.get(error, 'code') === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
			if (tooLarge) refuseSocket(session, CLOSE.tooLarge, 'message too large');
		});
		websocket.on('close', () => left(session));
	}

	function refuseSocket(session: Session, code: number, reason: string): void {
		log.moment('live-refused', { documentId: session.documentId, code, reason });
		session.close(code, reason);
	}

	function isCrowded({ accountId }: LiveActor): boolean {
		const own = [...sessions].filter(({ actor }) => actor.accountId === accountId);
		return own.length >= LIMITS.sockets;
	}

	const door = new HttpDoor<Actor>({
		...options,
		open: (admission, socket) =>
			isStopping || (limits && isCrowded(admission.actor)) ? null : start(admission, socket),
		left,
		now: () => clock.now()
	});

	async function enter(session: Session): Promise<void> {
		try {
			const room = await rooms.enter(session.documentId);
			if (room) session.enter(room);
			else session.close(CLOSE.gone, 'no such document');
		} catch (error) {
			log.failure(error, { moment: 'live-load', documentId: session.documentId });
			session.close(CLOSE.later, 'the document cannot be read now');
		}
	}

	function look(): void {
		isIdle = false;
		void lookAfter().finally(() => {
			if (isStopping) return;
			// Not never: the word that an edit was asked may be lost with a connection.
			isIdle = sessions.size === 0 && rooms.open.length === 0 && door.isEmpty;
			sweep = clock.after(isIdle ? TIMES.idleSweep : TIMES.sweep, look);
		});
	}

	/** Somebody is there: looks begin at their ordinary pace. */
	function wake(): void {
		if (!isIdle) return;
		isIdle = false;
		sweep?.cancel();
		sweep = clock.after(TIMES.sweep, look);
	}

	async function lookAfter(): Promise<void> {
		door.look();
		try {
			// All at once: whoever answers about rights looks them up together.
			await Promise.all([rooms.look(), ...[...sessions].map((session) => session.look())]);
		} catch (error) {
			log.failure(error, { moment: 'live-sweep' });
		}
	}

	// Edits asked before a sudden stop are still waiting.
	sweep = clock.after(TIMES.sweep, look);

	return {
		upgrade(request, socket, head) {
			// A client that leaves in between must not end the process.
			const ignore = (): void => {
				socket.destroy();
			};
			socket.on('error', ignore);
			void admit(request, options).then((answer) => {
				if (socket.destroyed) return;
				if (isStopping) return refuse(socket, 503);
				if (answer.status === 426) {
					socket.off('error', ignore);
					return refuseSchema(server, request, socket, head);
				}
				if (answer.status !== 101) return refuse(socket, answer.status);
				if (limits && isCrowded(answer.admission.actor)) return refuse(socket, 503);
				socket.off('error', ignore);
				server.handleUpgrade(request, socket, head, (websocket) =>
					open(websocket, socket, answer.admission)
				);
			});
		},
		request: (request, response) => door.answer(request, response),
		async shutdown() {
			isStopping = true;
			sweep?.cancel();
			for (const session of sessions) session.stopReading();
			// A database that is away must not hold the stop: what it lacks was never said to be saved.
			await Promise.race([rooms.finish(), after(TIMES.stop)]);
			for (const session of [...sessions]) session.close(CLOSE.restart, 'restarting');
			await gone(server, sessions);
		},
		closeSessions(filter) {
			for (const session of [...sessions]) {
				if (!isMeant(session, filter)) continue;
				if (filter.accountId ?? filter.sessionId) session.close(CLOSE.signedOut, 'signed out');
				else void session.recheck();
			}
		},
		closeAll() {
			for (const session of [...sessions]) session.close(CLOSE.gone, 'the documents are gone');
		},
		applyIntents(documentId) {
			wake();
			return rooms.applyIntents(documentId);
		}
	};

	async function gone(closing: WebSocketServer, open: ReadonlySet<Session>): Promise<void> {
		const until = Date.now() + 1000;
		while (open.size > 0 && Date.now() < until) {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		for (const session of open) session.cut();
		closing.close();
	}
}

function after(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

function isMeant(session: Session, filter: SessionFilter): boolean {
	const { accountId, sessionId, personId } = session.actor;
	const ids = { accountId, sessionId, personId, documentId: session.documentId };
	const asked = [
		[filter.accountId, ids.accountId],
		[filter.sessionId, ids.sessionId],
		[filter.personId, ids.personId],
		[filter.documentId, ids.documentId]
	].filter(([wanted]) => wanted !== undefined);
	return asked.length > 0 && asked.every(([wanted, has]) => wanted === has);
}

function liveSocket(websocket: WebSocket, connection: Duplex): LiveSocket {
	// Asked before each message: most of the time the answer to the last one is enough.
	let waits = false;
	return {
		get buffered() {
			return waits ? websocket.bufferedAmount : 0;
		},
		send(frame) {
			waits = sendFramed(websocket, connection, frame);
		},
		ping: () => {
			if (websocket.readyState === websocket.OPEN) websocket.ping();
		},
		close: (code, reason) => websocket.close(code, reason),
		terminate: () => websocket.terminate()
	};
}

function bytesOf(data: RawData): Uint8Array {
	if (Array.isArray(data)) return Buffer.concat(data);
	return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
