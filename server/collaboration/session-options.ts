/** What a session is made of. */
import type { DocumentRight } from '#lib/document/document.ts';
import type { Clock, LiveActor, LiveSocket, Log, Store } from './ports.ts';
import type { Room } from './room.ts';

export interface SessionOptions {
	documentId: string;
	actor: LiveActor;
	socket: LiveSocket;
	right: DocumentRight;
	askRight: (hasActed: boolean) => Promise<DocumentRight> | DocumentRight;
	/** The client said that it knows our messages. */
	knowsUs: boolean;
	/** The epoch that the client's text is of, when it says. */
	epoch: number | null;
	/** Called when the socket has left its room. */
	leftRoom: (room: Room) => void;
	store: Store;
	clock: Clock;
	log: Log;
	limits: boolean;
}
