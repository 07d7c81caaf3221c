/** The door of live documents: every question is asked before a socket opens or a word of the text is read. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocketServer } from 'ws';
import { isDocumentId, type DocumentRight } from '#lib/document/document.ts';
import { isKnownSchema, SCHEMA_PARAMETER } from '#lib/document/text-schema.ts';
import type { CollaborationOptions, LiveActor } from './ports.ts';
import { CLOSE } from './protocol.ts';

export interface Admission<Actor extends LiveActor> {
	documentId: string;
	actor: Actor;
	right: DocumentRight;
	knowsUs: boolean;
	epoch: number | null;
}

export type Answer<Actor extends LiveActor> =
	{ status: 101; admission: Admission<Actor> } | { status: 401 | 403 | 404 | 426 | 503 };

const PREFIX = '/collab/';
const OTHER_SCHEMA = 'another form of text';

/**
 * Decides on an upgrade request: 404 for another path, an unknown document and one that this person
 * may not see, alike; 403 for a page of another site; 401 without a session; 426 for an editor of ours
 * that knows another form of text.
 */
export async function admit<Actor extends LiveActor>(
	request: IncomingMessage,
	options: Pick<CollaborationOptions<Actor>, 'authenticate' | 'rightOf' | 'origins' | 'log'>
): Promise<Answer<Actor>> {
	const url = readUrl(request.url);
	if (!url?.pathname.startsWith(PREFIX)) return { status: 404 };
	const { origin } = request.headers;
	if (origin === undefined || !options.origins().includes(origin)) return { status: 403 };
	try {
		const actor = await options.authenticate(request);
		if (!actor) return { status: 401 };
		const documentId = url.pathname.slice(PREFIX.length);
		if (!isDocumentId(documentId)) return { status: 404 };
		const right = await options.rightOf(actor, documentId);
		if (right === 'none') return { status: 404 };
		const knowsUs = url.searchParams.get('parvis') === '1';
		if (knowsUs && !isKnownSchema(url.searchParams.get(SCHEMA_PARAMETER))) {
			options.log.moment('live-refused', { documentId, code: CLOSE.schema, reason: OTHER_SCHEMA });
			return { status: 426 };
		}
		const epoch = Number(url.searchParams.get('epoch') ?? 'none');
		return {
			status: 101,
			admission: {
				documentId,
				actor,
				right,
				knowsUs,
				epoch: Number.isSafeInteger(epoch) ? epoch : null
			}
		};
	} catch (error) {
		options.log.failure(error, { moment: 'live-upgrade' });
		return { status: 503 };
	}
}

const REASONS = {
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	503: 'Service Unavailable'
} as const;

/** Answers a refused upgrade in HTTP and ends the connection. */
export function refuse(socket: Duplex, status: 401 | 403 | 404 | 503): void {
	socket.end(
		`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\n\r\n`
	);
}

/** Opens a socket to close it at once: a page cannot read the status of an upgrade, only a close code. */
export function refuseSchema(
	server: WebSocketServer,
	request: IncomingMessage,
	socket: Duplex,
	head: Buffer
): void {
	server.handleUpgrade(request, socket, head, (websocket) => {
		websocket.on('error', () => websocket.terminate());
		websocket.close(CLOSE.schema, OTHER_SCHEMA);
	});
}

function readUrl(path: string | undefined): URL | null {
	try {
		return new URL(path ?? '', 'http://parvis.invalid');
	} catch {
		return null;
	}
}
