/** The door of live documents: every question is asked before a socket opens or a word of the text is read. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isDocumentId, type DocumentRight } from '#lib/document/document.ts';
import type { CollaborationOptions, LiveActor } from './ports.ts';

export interface Admission<Actor extends LiveActor> {
	documentId: string;
	actor: Actor;
	right: DocumentRight;
	knowsUs: boolean;
	epoch: number | null;
}

export type Answer<Actor extends LiveActor> =
	{ status: 101; admission: Admission<Actor> } | { status: 401 | 403 | 404 | 503 };

const PREFIX = '/collab/';

/**
 * Decides on an upgrade request: 404 for another path, an unknown document and one that this person
 * may not see, alike; 403 for a page of another site; 401 without a session.
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
		const epoch = Number(url.searchParams.get('epoch') ?? 'none');
		return {
			status: 101,
			admission: {
				documentId,
				actor,
				right,
				knowsUs: url.searchParams.get('parvis') === '1',
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

function readUrl(path: string | undefined): URL | null {
	try {
		return new URL(path ?? '', 'http://parvis.invalid');
	} catch {
		return null;
	}
}
