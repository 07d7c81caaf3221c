/** Reads of documents. What someone may see of one is decided by the noun that has it, before these are asked. */
import { sql, type Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { DamagedDocument } from '../damaged.ts';
import type { DocumentState } from '../document.ts';
import { isIntact, type Checked } from './checksum.ts';
import { findSnapshot, listTexts } from './moment-queries.ts';

export interface DocumentHead {
	id: string;
	territoryId: string;
	kind: string;
	state: DocumentState;
	/** Rises when the text is made anew; a client of an older one must reload. */
	epoch: number;
	/** Number of the last update. */
	headSeq: number;
	/** The update from which on it could not be read when last opened; null when it could. */
	damagedSeq?: number | null;
}

export interface RenderedText {
	text: string;
	html: string;
	plain: string;
	seq: number;
	renderedAt: Date;
}

export interface StoredDocument extends DocumentHead {
	texts: string[];
	/** Newest state and the updates after it, in order. */
	snapshotSeq: number;
	parts: Uint8Array[];
	/** Whose each client id is. */
	clients: Map<number, string>;
	/** Set when only the state before this update could be read: nothing is to be written on it. */
	damage?: { seq: number };
}

export interface PendingIntent {
	id: string;
	kind: string;
	payload: Record<string, unknown>;
	personId: string | null;
}

const HEAD = ['id', 'territoryId', 'kind', 'state', 'epoch', 'headSeq', 'damagedSeq'] as const;

/** Finds a document by its id. */
export async function findDocument(
	db: Kysely<Database>,
	documentId: string
): Promise<DocumentHead | null> {
	const row = await db
		.selectFrom('document')
		.select(HEAD)
		.where('id', '=', documentId)
		.executeTakeFirst();
	return row ?? null;
}

/** Lists the heads of some documents: which of them are sealed, or moved on elsewhere. */
export async function listDocumentHeads(
	db: Kysely<Database>,
	documentIds: readonly string[]
): Promise<DocumentHead[]> {
	if (documentIds.length === 0) return [];
	return db
		.selectFrom('document')
		.select(HEAD)
		.where('id', 'in', [...documentIds])
		.orderBy('id')
		.limit(documentIds.length)
		.execute();
}

/** Finds the rendering of one text. */
export async function findRendered(
	db: Kysely<Database>,
	documentId: string,
	text: string
): Promise<RenderedText | null> {
	const row = await db
		.selectFrom('documentRender')
		.select(['text', 'html', 'plain', 'seq', 'renderedAt'])
		.where('documentId', '=', documentId)
		.where('text', '=', text)
		.executeTakeFirst();
	return row ?? null;
}

/**
 * Reads all that makes a live document.
 * @throws {DamagedDocument} when an update is missing or not what was written: it is then not opened,
 * rather than opened with a hole
 */
export async function findStored(
	db: Kysely<Database>,
	documentId: string
): Promise<StoredDocument | null> {
	const head = await findDocument(db, documentId);
	if (!head) return null;
	const snapshot = await findSnapshot(db, documentId, { epoch: head.epoch });
	const snapshotSeq = snapshot?.seq ?? 0;
	const updates = await listUpdatesAfter(db, documentId, snapshotSeq);
	const hole = updates.findIndex((update, index) => update.seq !== snapshotSeq + index + 1);
	// Read last to first, another process may have written meanwhile: never fewer than the head says.
	const headSeq = snapshotSeq + updates.length;
	if (hole >= 0 || headSeq < head.headSeq) {
		throw new DamagedDocument(`document ${documentId} lacks an update`);
	}
	if (!updates.every(isIntact)) {
		throw new DamagedDocument(`an update of document ${documentId} is not what was written`);
	}
	return {
		...head,
		headSeq,
		texts: await listTexts(db, documentId),
		snapshotSeq,
		parts: [...(snapshot ? [snapshot.state] : []), ...updates.map((update) => update.bytes)],
		clients: await readOwners(db, documentId)
	};
}

/** Reads whose each client id of a document is. */
export async function readOwners(
	db: Kysely<Database>,
	documentId: string
): Promise<Map<number, string>> {
	const rows = await db
		.selectFrom('documentClient')
		.select(['clientId', 'personId'])
		.where('documentId', '=', documentId)
		.execute();
	return new Map(rows.map((row) => [row.clientId, row.personId]));
}

/** Lists the updates of a document after one of them, in order. */
export async function listUpdatesAfter(
	db: Kysely<Database>,
	documentId: string,
	seq: number
): Promise<({ seq: number } & Checked)[]> {
	return db
		.selectFrom('documentUpdate')
		.select(['seq', 'bytes', 'checksum'])
		.where('documentId', '=', documentId)
		.where('seq', '>', seq)
		.orderBy('seq')
		.execute();
}

/** Lists the edits that commands asked of a document and that wait to be applied, oldest first. */
export async function listPendingIntents(
	db: Kysely<Database>,
	documentId: string
): Promise<PendingIntent[]> {
	return db
		.selectFrom('documentIntent')
		.select(['id', 'kind', 'payload', 'personId'])
		.where('documentId', '=', documentId)
		.where('state', '=', 'pending')
		.orderBy('createdAt')
		.orderBy('id')
		.limit(100)
		.execute();
}

/** Lists documents in which an edit waits; one that could not be read is tried again after a minute. */
export async function listDocumentsWithIntents(db: Kysely<Database>): Promise<string[]> {
	const rows = await db
		.selectFrom('documentIntent')
		.innerJoin('document', 'document.id', 'documentIntent.documentId')
		.select('documentIntent.documentId')
		.distinct()
		.where('documentIntent.state', '=', 'pending')
		.where((or) =>
			or.or([
				or('document.damagedAt', 'is', null),
				or('document.damagedAt', '<', sql<Date>`now() - interval '1 minute'`)
			])
		)
		.orderBy('documentIntent.documentId')
		.limit(100)
		.execute();
	return rows.map((row) => row.documentId);
}

/** Finds what became of an edit that a command asked for. */
export async function findIntent(
	db: Kysely<Database>,
	intentId: string
): Promise<{ state: 'pending' | 'applied' | 'conflict'; outcome: string | null } | null> {
	const row = await db
		.selectFrom('documentIntent')
		.select(['state', 'outcome'])
		.where('id', '=', intentId)
		.executeTakeFirst();
	return row ?? null;
}
