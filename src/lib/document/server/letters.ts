/** Letters with their ids, read from a live document, and what an update puts in or takes away. */
import * as Y from 'yjs';
import type { Stretch } from '../attribution.ts';
import { SHORTEST_DOUBTFUL, type Handful } from '../carry-over.ts';

export interface LoggedUpdate {
	seq: number;
	personId: string | null;
	at: Date;
	bytes: Uint8Array;
}

export interface UpdateSize {
	/** Clocks that it brings, by client. */
	ranges: { clientId: number; from: number; to: number }[];
	/** Letters that it puts in and takes away. */
	put: number;
	taken: number;
}

/** Reads the letters that are to be seen in a text, in their order. */
export function lettersOf(live: Y.Doc, text: string): Stretch[] {
	const letters: Stretch[] = [];
	for (let item = live.getText(text)._start; item; item = item.right) {
		const stretch = item.deleted ? null : stretchOf(item);
		if (stretch) letters.push(stretch);
	}
	return letters;
}

/** Says what an update brings, without a document; null when it cannot be read. */
export function sizeOf(bytes: Uint8Array): UpdateSize | null {
	const update = decode(bytes);
	if (!update) return null;
	const { structs, ds } = update;
	const size: UpdateSize = { ranges: [], put: 0, taken: 0 };
	for (const struct of structs) {
		if (struct instanceof Y.Skip) continue;
		const { client: clientId, clock: from } = struct.id;
		const last = size.ranges.at(-1);
		if (last && last.clientId === clientId && last.to === from) last.to += struct.length;
		else size.ranges.push({ clientId, from, to: from + struct.length });
		if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
			size.put += struct.length;
		}
	}
	for (const items of ds.clients.values()) {
		for (const item of items) size.taken += item.len;
	}
	return size;
}

function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
	try {
		return Y.decodeUpdate(bytes);
	} catch {
		return null;
	}
}

/** Applies updates one by one and gathers what each puts in and takes away, side by side. */
export function readHandfuls(
	live: Y.Doc,
	updates: readonly LoggedUpdate[],
	texts: readonly string[],
	authorOf: (clientId: number) => string | null
): { put: Handful[]; taken: Handful[] } {
	const handfuls: { put: Handful[]; taken: Handful[] } = { put: [], taken: [] };
	for (const { bytes, personId, at } of updates) {
		const { put: come, taken: gone } = sizeOf(bytes) ?? { put: 0, taken: 0 };
		const isWorth = come >= SHORTEST_DOUBTFUL || gone >= SHORTEST_DOUBTFUL;
		const look = (transaction: Y.Transaction) => {
			for (const text of texts) {
				const { put, taken } = changedIn(live.getText(text), transaction);
				for (const letters of put) {
					handfuls.put.push({ personId: authorOf(letters[0]?.clientId ?? 0), at, letters });
				}
				for (const letters of taken) handfuls.taken.push({ personId, at, letters });
			}
		};
		if (isWorth) live.once('afterTransaction', look);
		Y.applyUpdate(live, bytes);
		live.off('afterTransaction', look);
	}
	return handfuls;
}

/** Letters are still there when a transaction ends: those taken away lose theirs right after. */
function changedIn(
	text: Y.Text,
	transaction: Y.Transaction
): { put: Stretch[][]; taken: Stretch[][] } {
	const put: Stretch[][] = [];
	const taken: Stretch[][] = [];
	let isPutting = false;
	let isTaking = false;
	for (let item = text._start; item; item = item.right) {
		const stretch = stretchOf(item);
		if (!stretch) continue;
		const isNew = item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0);
		const isTaken = !isNew && Y.isDeleted(transaction.deleteSet, item.id);
		if (isTaken) addTo(taken, stretch, isTaking);
		if (isNew && !item.deleted) addTo(put, stretch, isPutting);
		if (isTaken) isTaking = true;
		else if (!item.deleted) isTaking = false;
		if (isNew && !item.deleted) isPutting = true;
		else if (!item.deleted) isPutting = false;
	}
	return { put, taken };
}

function addTo(groups: Stretch[][], stretch: Stretch, continues: boolean): void {
	const last = groups.at(-1);
	if (continues && last) last.push(stretch);
	else groups.push([stretch]);
}

function stretchOf(item: Y.Item): Stretch | null {
	if (!(item.content instanceof Y.ContentString)) return null;
	return { clientId: item.id.client, from: item.id.clock, text: item.content.str };
}
