/** For tests of live documents: a real server on loopback over a real database, and clients as browsers have them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Kysely } from 'kysely';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Actor } from '#lib/access/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { DocumentRight } from '#lib/document/document.ts';
import { createDocument } from '#lib/document/server/document-writes.ts';
import { createCollaboration, type Collaboration } from './collaboration.ts';
import { databaseStore } from './database-store.ts';
import type { Store } from './ports.ts';

export const ORIGIN = 'https://parvis.example';

export interface LiveHouse {
	collaboration: Collaboration;
	url: string;
	failures: unknown[];
	refusals: Record<string, unknown>[];
	/** What it said to its log, in order. */
	moments: string[];
	/** Rights by person and document; write when absent. */
	rights: Map<string, DocumentRight>;
	/** Who wrote, as those who ask for rights are told. */
	acted: Set<string>;
	stop(): Promise<void>;
}

export interface Client {
	live: Y.Doc;
	text: Y.Text;
	provider: WebsocketProvider;
	/** Close codes seen, in order. */
	closes: number[];
	/** Highest count of frames said to be saved. */
	saved: number;
	/** Update frames sent. */
	sent: number;
	/** Standings told by private messages. */
	standings: Record<string, unknown>[];
}

/** Starts live documents over a database, with these people able to sign in (`person=<id>` as cookie). */
export async function startHouse(
	db: Kysely<Database>,
	people: readonly Actor[],
	change: (store: Store) => Store = (store) => store
): Promise<LiveHouse> {
	const failures: unknown[] = [];
	const refusals: Record<string, unknown>[] = [];
	const moments: string[] = [];
	const rights = new Map<string, DocumentRight>();
	const acted = new Set<string>();
	const collaboration = createCollaboration<Actor>({
		store: change(databaseStore(db)),
		authenticate: (request) => {
			const id = /person=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
			return Promise.resolve(people.find((person) => person.personId === id) ?? null);
		},
		rightOf: (actor, documentId, hasActed) => {
			if (hasActed) acted.add(actor.personId ?? '');
			return (
				rights.get(`${actor.personId ?? ''} ${documentId}`) ?? rights.get(documentId) ?? 'write'
			);
		},
		origins: () => [ORIGIN],
		log: {
			moment: (moment, facts) => {
				moments.push(moment);
				if (moment === 'live-refused') refusals.push(facts);
			},
			failure: (error) => failures.push(error)
		}
	});
	const server = createServer((request, response) => {
		void collaboration.request(request, response);
	});
	server.on('upgrade', (request, socket, head: Buffer) =>
		collaboration.upgrade(request, socket, head)
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address: AddressInfo | string | null = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		collaboration,
		url: `ws://127.0.0.1:${port}/collab`,
		failures,
		refusals,
		moments,
		rights,
		acted,
		async stop() {
			await collaboration.shutdown();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

/** A browser's WebSocket: its cookie and its origin go along. */
export function browserSocket(
	person: { personId: string | null } | null,
	origin: string | null = ORIGIN
): typeof globalThis.WebSocket {
	class BrowserSocket extends WebSocket {
		constructor(address: string, protocols?: string | string[]) {
			super(address, protocols, {
				headers: {
					...(person?.personId && { cookie: `person=${person.personId}` }),
					...(origin !== null && { origin })
				}
			});
		}
	}
	// ws and browsers differ in a few types that the provider does not use.
	return BrowserSocket as unknown as typeof globalThis.WebSocket;
}

/** Opens a document as the stock client does; `ours` announces our messages and counts what is saved. */
export function openClient(
	house: LiveHouse,
	documentId: string,
	person: Actor,
	options: { ours?: boolean; live?: Y.Doc; params?: Record<string, string> } = {}
): Client {
	const live = options.live ?? new Y.Doc();
	const provider = new WebsocketProvider(house.url, documentId, live, {
		WebSocketPolyfill: browserSocket(person),
		disableBc: true,
		params: { ...(options.ours && { parvis: '1' }), ...options.params }
	});
	const client: Client = {
		live,
		text: live.getText('body'),
		provider,
		closes: [],
		saved: 0,
		sent: 0,
		standings: []
	};
	provider.on('connection-close', (event) => client.closes.push(event?.code ?? 0));
	live.on('update', (_update: Uint8Array, origin: unknown) => {
		if (origin !== provider && provider.wsconnected) client.sent++;
	});
	if (options.ours) hear(client);
	return client;
}

/** Waits until something holds, five seconds at most. */
export async function until(holds: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
	const end = Date.now() + 5000;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`${what} did not happen in time`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** Closes clients, so that their timers end. */
export function leave(...clients: Client[]): void {
	for (const client of clients) {
		client.provider.destroy();
		client.live.destroy();
	}
}

/** Makes a document with one text. */
export function aDocument(
	db: Kysely<Database>,
	territoryId: string,
	personId: string,
	text = 'Une navette'
): Promise<string> {
	return inTransaction(db, (trx) =>
		createDocument(trx, {
			territoryId,
			kind: 'proposal',
			texts: { body: text },
			personId,
			now: new Date()
		})
	);
}

/** Counts what a client is told by our own messages. */
export function hear(client: Client): void {
	const { messageHandlers } = client.provider;
	messageHandlers[100] = (_encoder, decoder) => {
		let value = 0;
		let factor = 1;
		for (;;) {
			const byte = decoder.arr[decoder.pos++] ?? 0;
			value += (byte & 127) * factor;
			if (byte < 128) break;
			factor *= 128;
		}
		client.saved = value;
	};
	const standing: (typeof messageHandlers)[number] = (_encoder, decoder) => {
		const json = new TextDecoder().decode(decoder.arr.subarray(decoder.pos + 1));
		client.standings.push(JSON.parse(json.slice(json.indexOf('{'))));
	};
	messageHandlers[101] = standing;
	messageHandlers[102] = standing;
}
