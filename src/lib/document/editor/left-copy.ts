/** What somebody wrote and never saw saved, out of the copy that their browser keeps. */
import * as Y from 'yjs';
import { toDelta, type Delta, type Insert } from '../delta.ts';
import { toPlainText } from '../plain-text.ts';
import { readStored } from './stored-copy.ts';

export interface LeftCopy {
	title: string | null;
	/** The lines in which something was typed since the server was known to have all; the whole text when that is not known. */
	words: string;
	/** All texts of the document, as they are in the copy. */
	whole: string;
}

/** Reads a copy by its name; null when it cannot be read. */
export async function readLeftCopy(name: string): Promise<LeftCopy | null> {
	const stored = await readStored(name);
	return stored && { title: stored.title, ...wordsOf(stored.updates, stored.saved) };
}

/** Gives the words of a copy, made of these updates, and of them those that came after a state that was saved. */
export function wordsOf(
	updates: readonly Uint8Array[],
	saved: ReadonlyMap<number, number> | null
): { words: string; whole: string } {
	const live = new Y.Doc();
	live.transact(() => {
		for (const update of updates) Y.applyUpdate(live, update);
	});
	const texts = [...live.share.keys()].map((name) => live.getText(name));
	const whole = join(texts.map((text) => toPlainText(toDelta(text.toDelta()))));
	if (!saved) return { words: whole, whole };
	const now = Y.snapshot(live);
	const before = new Y.Snapshot(now.ds, new Map(saved));
	const added = texts.map((text) => toPlainText(linesAdded(toDelta(text.toDelta(now, before)))));
	return { words: join(added), whole };
}

function join(parts: readonly string[]): string {
	return parts.filter((part) => part !== '').join('\n\n');
}

/** The lines of which letters are marked as added. */
function linesAdded(delta: Delta): Insert[] {
	const kept: Insert[] = [];
	let line: Insert[] = [];
	let isAdded = false;
	for (const { insert, attributes = {} } of delta) {
		for (const piece of insert.split(/(\n)/)) {
			if (piece === '') continue;
			line.push({ insert: piece, attributes });
			if (piece !== '\n') {
				isAdded ||= attributes['ychange'] !== undefined;
				continue;
			}
			if (isAdded) kept.push(...line);
			line = [];
			isAdded = false;
		}
	}
	return isAdded ? [...kept, ...line] : kept;
}
