/** What is durable in a simulation: it outlives every process, and is read as the database is. */
import * as Y from 'yjs';
import type { DocumentState } from '#lib/document/document.ts';
import type { DocumentAppend, NewUpdate } from '#lib/document/server/append-updates.ts';

export interface Row extends NewUpdate {
	seq: number;
}

export interface Snapshot {
	seq: number;
	epoch: number;
	state: Uint8Array;
}

/** One stored document, and beside it all its updates applied, by which everyone is judged. */
export interface DiskDocument {
	readonly id: string;
	state: DocumentState;
	readonly epoch: number;
	headSeq: number;
	readonly rows: Row[];
	snapshots: Snapshot[];
	readonly clients: Map<number, string>;
	rendered: { seq: number; plain: string };
	/** Never forgets what was deleted, so that nothing escapes the judge. */
	readonly mirror: Y.Doc;
}

export const TEXT = 'body';

export class SimulatedDisk {
	readonly documents = new Map<string, DiskDocument>();

	/** Puts down a document with its first text. */
	create(id: string, plain: string, personId: string, clientId: number): DiskDocument {
		const live = new Y.Doc({ gc: false });
		live.clientID = clientId;
		live.getText(TEXT).insert(0, `${plain}\n`);
		const bytes = Y.encodeStateAsUpdate(live);
		const document: DiskDocument = {
			id,
			state: 'open',
			epoch: 1,
			headSeq: 1,
			rows: [{ seq: 1, personId, clientId, clockFrom: 0, clockTo: plain.length + 1, bytes }],
			snapshots: [],
			clients: new Map([[clientId, personId]]),
			rendered: { seq: 1, plain },
			mirror: live
		};
		this.documents.set(id, document);
		return document;
	}

	/** Gives a document that is there. */
	get(id: string): DiskDocument {
		const document = this.documents.get(id);
		if (!document) throw new Error(`no document ${id}`);
		return document;
	}

	/** Takes updates as the one statement does: all of a document, or none. */
	append(appends: readonly DocumentAppend[]): Set<string> {
		const taken = new Set<string>();
		for (const { documentId, epoch, headSeq, updates } of appends) {
			const document = this.documents.get(documentId);
			if (document?.state !== 'open') continue;
			if (document.epoch !== epoch || document.headSeq !== headSeq) continue;
			for (const update of updates) {
				document.headSeq++;
				document.rows.push({ ...update, seq: document.headSeq });
				document.mirror.transact((transaction) => {
					Y.applyUpdate(document.mirror, update.bytes);
					// Else Yjs would tidy formats: the judge holds what is stored and nothing else.
					transaction.local = true;
				});
			}
			taken.add(documentId);
		}
		return taken;
	}

	/** Gives a client id to whoever asks first. */
	claim(documentId: string, clientId: number, personId: string): string {
		const { clients } = this.get(documentId);
		const owner = clients.get(clientId) ?? personId;
		clients.set(clientId, owner);
		return owner;
	}

	/** Keeps a snapshot, and the two before it. */
	saveSnapshot(documentId: string, snapshot: Snapshot): void {
		const document = this.get(documentId);
		if (document.snapshots.some(({ seq }) => seq === snapshot.seq)) return;
		document.snapshots = [...document.snapshots, snapshot].sort((a, b) => a.seq - b.seq).slice(-3);
	}

	/** Keeps a rendering, unless a newer one is there. */
	saveRendered(documentId: string, seq: number, plain: string): void {
		const document = this.get(documentId);
		if (document.rendered.seq <= seq) document.rendered = { seq, plain };
	}
}
