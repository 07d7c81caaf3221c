/** The three doors through which live documents touch the world, so that a simulator can stand behind them. */
import type { IncomingMessage } from 'node:http';
import type { DocumentRight, DocumentState } from '#lib/document/document.ts';
import type { DocumentAppend } from '#lib/document/server/append-updates.ts';
import type { PendingIntent, StoredDocument } from '#lib/document/server/document-queries.ts';
import type { Rendered } from '#lib/document/server/render-document.ts';

export interface Timer {
	cancel(): void;
}

export interface Clock {
	/** Milliseconds; only differences mean something. */
	now(): number;
	/** Calls once after so many milliseconds. */
	after(milliseconds: number, work: () => void): Timer;
}

/** One open socket, seen from the session that it is bound to. */
export interface LiveSocket {
	/** Bytes that wait to leave. */
	readonly buffered: number;
	send(frame: Uint8Array): void;
	ping(): void;
	close(code: number, reason: string): void;
	/** Cuts at once, without a word. */
	terminate(): void;
}

export interface HeadOf {
	id: string;
	state: DocumentState;
	epoch: number;
	headSeq: number;
}

export interface Store {
	/** Null when there is no such document. */
	load(documentId: string): Promise<StoredDocument | null>;
	/** The documents that took their updates; when it returns, these are durable. */
	append(appends: readonly DocumentAppend[]): Promise<Set<string>>;
	updatesAfter(documentId: string, seq: number): Promise<{ seq: number; bytes: Uint8Array }[]>;
	/** Whose the client id is, once claimed for this person unless it was another's. */
	claim(documentId: string, clientId: number, personId: string): Promise<string>;
	heads(documentIds: readonly string[]): Promise<HeadOf[]>;
	saveSnapshot(snapshot: {
		documentId: string;
		seq: number;
		epoch: number;
		state: Uint8Array;
		stateVector: Uint8Array;
	}): Promise<void>;
	saveRendered(documentId: string, seq: number, rendered: readonly Rendered[]): Promise<void>;
	pendingIntents(documentId: string): Promise<PendingIntent[]>;
	documentsWithIntents(): Promise<string[]>;
	settleIntent(
		intentId: string,
		state: 'applied' | 'conflict',
		outcome: string | null
	): Promise<void>;
	/** Reads as far as can be trusted a document that `load` could not, and remembers it; when absent, it stays closed. */
	recover?(documentId: string): Promise<StoredDocument | null>;
	/** Stores who typed what, once the text was kept. */
	attribute?(documentId: string): Promise<void>;
	/** References of `source` formats that the document's lineage knows. */
	knownSources(documentId: string): Promise<ReadonlySet<string>>;
}

/** Who is behind a socket. */
export interface LiveActor {
	accountId: string | null;
	sessionId: string | null;
	personId: string | null;
	publicName: string | null;
}

export interface Log {
	/** Identifiers and counts alone, never contents. */
	moment(moment: string, facts: Record<string, string | number | boolean>): void;
	failure(error: unknown, facts: Record<string, string | number | boolean | null>): void;
}

export interface CollaborationOptions<Actor extends LiveActor = LiveActor> {
	store: Store;
	/** The signed-in actor of an upgrade request, or null. */
	authenticate: (request: IncomingMessage) => Promise<Actor | null>;
	/**
	 * The actor's right on a document now; `none` for what is unknown too. Asked again all along, with
	 * word of whether they wrote since: a socket that is merely open is no sign of its person.
	 */
	rightOf: (
		actor: Actor,
		documentId: string,
		hasActed?: boolean
	) => Promise<DocumentRight> | DocumentRight;
	/** Addresses whose pages may open sockets, such as `https://parvis.example`. */
	origins: () => readonly string[];
	log: Log;
	clock?: Clock;
	/** Off for load tests alone. */
	limits?: boolean;
}
