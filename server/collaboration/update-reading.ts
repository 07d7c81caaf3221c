/** What an update says before it is let in: whose letters, what they rest on, and nothing but text. */
import * as Y from 'yjs';
import { LIMITS } from './limits.ts';
import { CLOSE, Refusal } from './protocol.ts';

export interface Range {
	client: number;
	from: number;
	to: number;
}

export interface ReadUpdate {
	/** Clocks that the update brings, by client, in order. */
	ranges: Range[];
	/** Clocks that it deletes. */
	deletes: Range[];
	/** Clocks that its structures rest on. */
	needs: { client: number; clock: number }[];
}

/** An update as it came through a socket, which counts its frames. */
export interface SentUpdate {
	update: ReadUpdate;
	bytes: Uint8Array;
	number: number;
	/** It answers our question for all that the sender has. */
	isAnswer: boolean;
}

/**
 * Reads an update and lets only letters, formats and deletions in known texts pass.
 * @throws {Refusal} malformed, unknown text or content, too large
 */
export function readUpdate(bytes: Uint8Array, texts: ReadonlySet<string>): ReadUpdate {
	const { structs, ds } = decode(bytes);
	const update: ReadUpdate = { ranges: [], deletes: [], needs: [] };
	for (const struct of structs) {
		if (struct instanceof Y.Skip) continue;
		const { client, clock } = struct.id;
		const to = clock + struct.length;
		if (!isCounter(client) || to > LIMITS.clock) {
			throw new Refusal(CLOSE.tooLarge, 'clock out of range');
		}
		if (struct instanceof Y.Item) checkItem(struct, texts, update);
		const last = update.ranges.at(-1);
		if (last && last.client === client && last.to === clock) last.to = to;
		else update.ranges.push({ client, from: clock, to });
	}
	for (const [client, items] of ds.clients) {
		for (const item of items) {
			if (!isCounter(client) || item.clock + item.len > LIMITS.clock) {
				throw new Refusal(CLOSE.tooLarge, 'clock out of range');
			}
			update.deletes.push({ client, from: item.clock, to: item.clock + item.len });
		}
	}
	return update;
}

/** The client id and clocks to write beside an update; none when it has several: whose they are is known from their claims. */
export function authorshipOf(ranges: readonly Range[]): {
	clientId: number | null;
	clockFrom: number | null;
	clockTo: number | null;
} {
	const [range, another] = ranges;
	if (!range || another) return { clientId: null, clockFrom: null, clockTo: null };
	return { clientId: range.client, clockFrom: range.from, clockTo: range.to };
}

function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
	try {
		return Y.decodeUpdate(bytes);
	} catch {
		throw new Refusal(CLOSE.malformed, 'unreadable update');
	}
}

function checkItem(item: Y.Item, texts: ReadonlySet<string>, update: ReadUpdate): void {
	const { content } = item;
	const isText =
		content instanceof Y.ContentString ||
		content instanceof Y.ContentDeleted ||
		(content instanceof Y.ContentFormat && isSmall(content));
	if (!isText) throw new Refusal(CLOSE.content, 'content that is no text');
	// A text has no named children, and nothing is nested in it.
	const parent: unknown = item.parent;
	if (item.parentSub !== null || (parent !== null && typeof parent !== 'string')) {
		throw new Refusal(CLOSE.content, 'content outside the texts');
	}
	if (typeof parent === 'string' && !texts.has(parent)) {
		throw new Refusal(CLOSE.content, 'unknown text');
	}
	if (parent === null && item.origin === null && item.rightOrigin === null) {
		throw new Refusal(CLOSE.content, 'content outside the texts');
	}
	if (item.origin) update.needs.push(item.origin);
	if (item.rightOrigin) update.needs.push(item.rightOrigin);
}

function isSmall(format: Y.ContentFormat): boolean {
	const value = JSON.stringify(format.value) ?? '';
	return format.key.length + value.length <= LIMITS.format;
}

function isCounter(value: number): boolean {
	return Number.isSafeInteger(value) && value >= 0;
}
