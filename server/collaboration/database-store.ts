/** The store over our database; one way for Postgres and the embedded one. */
import type { Kysely } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { attributeDocument } from '#lib/document/server/attribution-writes.ts';
import { appendUpdates } from '#lib/document/server/append-updates.ts';
import {
	findStored,
	listDocumentHeads,
	listDocumentsWithIntents,
	listPendingIntents,
	listUpdatesAfter
} from '#lib/document/server/document-queries.ts';
import {
	claimClient,
	markDamaged,
	markMended,
	settleIntent
} from '#lib/document/server/document-writes.ts';
import { buildSound } from '#lib/document/server/live-text.ts';
import { findSound } from '#lib/document/server/recovery-queries.ts';
import { saveSnapshot } from '#lib/document/server/snapshot-writes.ts';
import { saveRendered, type Rendering } from '#lib/document/server/render-document.ts';
import { gathered } from '../gathered.ts';
import type { Store } from './ports.ts';

/** Makes the store of a database; `knownSources` is lineage's, since documents stand below it. */
export function databaseStore(
	db: Kysely<Database>,
	knownSources: Store['knownSources'] = () => Promise.resolve(new Set())
): Store {
	const saveAll = gathered(async (renderings: readonly Rendering[]) => {
		await saveRendered(db, renderings);
		return renderings.map(() => undefined);
	});
	// Sent a hundred times a second: nothing of it needs its names changed.
	const plain = db.withoutPlugins();
	return {
		load: async (documentId) => {
			const stored = await findStored(db, documentId);
			const isMended = typeof stored?.damagedSeq === 'number' && readsWhole(stored.parts);
			if (isMended) await markMended(db, documentId);
			return stored;
		},
		append: (appends) => appendUpdates(plain, appends),
		updatesAfter: (documentId, seq) => listUpdatesAfter(db, documentId, seq),
		claim: (documentId, clientId, personId) => claimClient(db, documentId, clientId, personId),
		heads: (documentIds) => listDocumentHeads(db, documentIds),
		saveSnapshot: (snapshot) => saveSnapshot(db, snapshot),
		saveRendered: (documentId, seq, rendered) => saveAll({ documentId, seq, rendered }),
		pendingIntents: (documentId) => listPendingIntents(db, documentId),
		documentsWithIntents: () => listDocumentsWithIntents(db),
		settleIntent: (intentId, state, outcome) => settleIntent(db, intentId, state, outcome),
		recover: async (documentId) => {
			const stored = await findSound(db, documentId);
			if (stored?.damage) await markDamaged(db, documentId, stored.damage.seq);
			return stored;
		},
		attribute: (documentId) => attributeDocument(db, documentId),
		knownSources
	};
}

function readsWhole(parts: readonly Uint8Array[]): boolean {
	const live = buildSound(parts);
	live?.destroy();
	return live !== null;
}
