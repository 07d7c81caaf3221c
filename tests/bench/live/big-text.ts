// Texts that took long to write.
import * as Y from 'yjs';
import { TEXT } from '../target-seed.ts';
import { letterUpdate } from './wire.ts';

const PEOPLE = 4;

/** A text of so many bytes, written by four people who took turns every hundred letters, as one update. */
export function bigText(bytes: number): { update: Uint8Array; clocks: Map<number, number> } {
	const live = new Y.Doc();
	const text = live.getText(TEXT);
	const passage = 'une phrase de cent lettres '.repeat(4).slice(0, 100);
	for (let n = 0; n * 100 < bytes; n++) {
		live.clientID = 500_000 + (n % PEOPLE);
		text.insert(text.length, passage);
	}
	const update = Y.encodeStateAsUpdate(live);
	return { update, clocks: Y.decodeStateVector(Y.encodeStateVector(live)) };
}

/** A document that four people typed letter by letter: its updates in order, each with its client and clock. */
export function* typedLetters(
	count: number
): Generator<{ client: number; clock: number; bytes: Uint8Array }> {
	const clocks = new Map<number, number>();
	for (let n = 0; n < count; n++) {
		const client = 600_000 + (n % PEOPLE);
		const clock = clocks.get(client) ?? 0;
		clocks.set(client, clock + 1);
		// Words of seven letters.
		yield { client, clock, bytes: letterUpdate(client, clock, clock % 8 === 7 ? ' ' : 'e') };
	}
}
