/** Edits asked by commands: turned into updates of the person who asked, through the same queue as typing. */
import * as v from 'valibot';
import * as Y from 'yjs';
import { intentSchema, resolveIntent, type Intent } from '#lib/document/intent.ts';
import { isWritable } from '#lib/document/document.ts';
import type { PendingIntent } from '#lib/document/server/document-queries.ts';
import { deltaOf } from '#lib/document/server/live-text.ts';
import type { Store } from './ports.ts';
import type { Room } from './room.ts';
import { authorshipOf, readUpdate } from './update-reading.ts';

/**
 * Applies what waits for a document, in order, and returns once all is durable. An edit that no longer
 * fits ends as a conflict, with its reason: `changed`, `closed` or `invalid`.
 */
export async function applyPendingIntents(room: Room, store: Store): Promise<void> {
	for (const pending of await store.pendingIntents(room.documentId)) {
		// They wait until the document is mended.
		if (room.isClosed || room.isDamaged) return;
		await applyIntent(room, store, pending);
	}
}

async function applyIntent(room: Room, store: Store, pending: PendingIntent): Promise<void> {
	const parsed = v.safeParse(intentSchema, { ...pending.payload, kind: pending.kind });
	if (!parsed.success || !room.texts.has(parsed.output.text)) {
		return store.settleIntent(pending.id, 'conflict', 'invalid');
	}
	if (!isWritable(room.state)) return store.settleIntent(pending.id, 'conflict', 'closed');
	const clientId = await claimNewClient(room, store, pending.personId);
	// What was queued before this came first.
	while (!room.isIdle && !room.isClosed) await committed(room);
	if (room.isClosed) return;
	const edit = editOf(room, parsed.output, clientId);
	if (edit === 'conflict') return store.settleIntent(pending.id, 'conflict', 'changed');
	if (edit === null) return store.settleIntent(pending.id, 'applied', null);
	const update = readUpdate(edit, room.texts);
	const { personId, id: intentId } = pending;
	room.write(update, { personId, ...authorshipOf(update.ranges), bytes: edit, intentId });
	await committed(room);
}

/** Works out the update on a copy, under a client id of the person's own. */
function editOf(room: Room, intent: Intent, clientId: number): Uint8Array | 'conflict' | null {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, room.encode().state);
	copy.clientID = clientId;
	const text = copy.getText(intent.text);
	const result = resolveIntent(deltaOf(copy, intent.text), intent);
	if (result.kind === 'conflict') return 'conflict';
	if (result.kind === 'unchanged') return null;
	const updates: Uint8Array[] = [];
	copy.on('update', (update: Uint8Array) => updates.push(update));
	copy.transact(() => {
		// A last line may lack its end, when nobody has written in the text yet.
		if (!text.toString().endsWith('\n')) text.insert(text.length, '\n', {});
		text.applyDelta(result.changes);
	});
	copy.destroy();
	return updates[0] ?? null;
}

async function claimNewClient(room: Room, store: Store, personId: string | null): Promise<number> {
	for (;;) {
		const clientId = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
		if (room.clients.has(clientId) || room.guests.has(clientId)) continue;
		if (personId === null) return clientId;
		const owner = await store.claim(room.documentId, clientId, personId);
		room.clients.set(clientId, owner);
		if (owner === personId) return clientId;
	}
}

/** Waits for what is queued, or for the room to be let go. */
function committed(room: Room): Promise<void> {
	return new Promise((resolve) => {
		room.afterCommit(resolve);
		room.afterClose(resolve);
	});
}
