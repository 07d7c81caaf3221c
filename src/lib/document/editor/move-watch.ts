/** Notices that somebody else moved the passage that was moved here: it is then twice in the text. */
import type * as Y from 'yjs';
import { MOMENT, SHORTEST_CARRIED } from '../carry-over.ts';

export interface MoveWatchOptions {
	text: Y.Text;
	/** Milliseconds. */
	now: () => number;
	/** The passage that is there twice; null when it is no longer. */
	onTwice: (passage: string | null) => void;
}

/** After a choice, the other person may have made the opposite one for so long. */
const CROSSING = 60_000;

export class MoveWatch {
	readonly #text: Y.Text;
	readonly #options: MoveWatchOptions;
	/** The text before the event that comes. */
	#words: string;
	#taken: { passage: string; at: number } | null = null;
	#moved: { passage: string; at: number } | null = null;
	#twice: string | null = null;
	#kept: { passage: string; at: number; index: number; end: string } | null = null;

	constructor(options: MoveWatchOptions) {
		this.#text = options.text;
		this.#options = options;
		this.#words = options.text.toString();
		this.#text.observe(this.#onText);
	}

	/** Takes one of the two away, as an edit like another. */
	keep(which: 'first' | 'second' | 'both'): void {
		const passage = this.#twice;
		this.#tell(null);
		this.#moved = null;
		const places = passage === null ? [] : placesOf(this.#words, passage);
		const gone = places[which === 'first' ? 1 : 0];
		if (passage === null || which === 'both' || gone === undefined || places.length < 2) return;
		// A passage that fills its lines takes its line end with it.
		const fills = isLineStart(this.#words, gone) && this.#words[gone + passage.length] === '\n';
		const end = fills ? '\n' : '';
		if (which === 'first') {
			this.#kept = { passage, at: this.#options.now(), index: places[0] ?? 0, end };
		}
		this.#text.doc?.transact(() => this.#text.delete(gone, passage.length + end.length), this);
	}

	/** Lets go of the text. */
	destroy(): void {
		this.#text.unobserve(this.#onText);
	}

	readonly #onText = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
		const before = this.#words;
		this.#words = this.#text.toString();
		const { put, taken } = readEvent(event, before);
		if (transaction.local) this.#own(put, taken);
		else this.#others(put, before);
		const isOver = this.#twice !== null && placesOf(this.#words, this.#twice).length < 2;
		if (isOver) this.#tell(null);
	};

	#own(put: string, taken: string): void {
		const at = this.#options.now();
		if (taken.trim().length >= SHORTEST_CARRIED) this.#taken = { passage: taken.trim(), at };
		const known = this.#taken;
		if (known && at - known.at <= MOMENT && put.includes(known.passage)) {
			this.#moved = { passage: known.passage, at };
		}
	}

	#others(put: string, before: string): void {
		const at = this.#options.now();
		const moved = this.#moved;
		if (moved && at - moved.at <= 2 * MOMENT && put.includes(moved.passage)) {
			const isMore =
				placesOf(this.#words, moved.passage).length > placesOf(before, moved.passage).length;
			if (isMore && placesOf(this.#words, moved.passage).length > 1) this.#tell(moved.passage);
		}
		const kept = this.#kept;
		const isGone = kept && at - kept.at <= CROSSING && !this.#words.includes(kept.passage);
		if (!isGone) return;
		// Each kept another one, so that both are gone: who kept the first puts it back.
		this.#kept = null;
		const index = lineStartNear(this.#words, kept.index);
		// Not within the event: an editor that hears of it now would be told in the wrong order.
		queueMicrotask(() =>
			this.#text.doc?.transact(() => this.#text.insert(index, `${kept.passage}\n`, {}), this)
		);
	}

	#tell(passage: string | null): void {
		if (passage === this.#twice) return;
		this.#twice = passage;
		this.#options.onTwice(passage);
	}
}

function readEvent(event: Y.YTextEvent, before: string): { put: string; taken: string } {
	let at = 0;
	let put = '';
	let taken = '';
	for (const op of event.delta) {
		if (typeof op.insert === 'string') put += op.insert;
		else if (op.delete !== undefined) {
			taken += before.slice(at, at + op.delete);
			at += op.delete;
		} else at += op.retain ?? 0;
	}
	return { put, taken };
}

/** The places where a passage stands, none within another. */
function placesOf(words: string, passage: string): number[] {
	const places: number[] = [];
	for (let at = words.indexOf(passage); at >= 0; at = words.indexOf(passage, at + passage.length)) {
		places.push(at);
	}
	return places;
}

function isLineStart(words: string, at: number): boolean {
	return at === 0 || words[at - 1] === '\n';
}

function lineStartNear(words: string, at: number): number {
	return words.lastIndexOf('\n', Math.min(at, words.length) - 1) + 1;
}
