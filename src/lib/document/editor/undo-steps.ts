/** Where one step of undo ends and the next begins: no more is taken back at once than a person remembers writing. */
import type { Change } from '../delta.ts';
import { indexAfter } from './caret.ts';

/** Pause that ends a step whatever is written, in milliseconds. */
export const STEP_PAUSE = 1000;

/** From so many letters on, a step ends with its word. */
const LONG_STEP = 40;

const SENTENCE_END = /[.!?…:;][»”)\]\u00A0\u202F]*\s+$/;

interface Edit {
	changes: readonly Change[];
	/** Where the caret is afterwards, in the text. */
	caret: number;
	/** Pasted, cut, dropped or rewritten by a rule: a step by itself. */
	isApart: boolean;
}

type Kind = 'typed' | 'line' | 'deleted' | 'other';

/** Follows the edits of one person. */
export class UndoSteps {
	#kind: Kind = 'other';
	/** Where the caret was after the last edit; null when it has moved since. */
	#place: number | null = null;
	/** What this step has typed. */
	#typed = '';

	/** Takes an edit in; tells whether it begins a step: a line, a sentence, another place, letters taken away after letters typed. */
	begins({ changes, caret, isApart }: Edit): boolean {
		const { from, removed, inserted, isFormat } = read(changes);
		const kind = isApart || isFormat ? 'other' : kindOf(inserted);
		const begins = !this.#goesOn(kind, from, removed, inserted);
		this.#kind = kind;
		this.#place = caret;
		this.#typed = begins ? inserted : this.#typed + inserted;
		return begins;
	}

	/** Others changed the text. */
	follow(changes: readonly Change[]): void {
		if (this.#place !== null) this.#place = indexAfter(changes, this.#place, -1, false);
	}

	/** The next edit begins a step: the caret was moved, something was taken back. */
	end(): void {
		this.#place = null;
	}

	#goesOn(kind: Kind, from: number, removed: number, inserted: string): boolean {
		if (this.#place === null) return false;
		if (kind === 'deleted') {
			const adjoins = from === this.#place || from + removed === this.#place;
			return this.#kind === 'deleted' && adjoins;
		}
		if (kind !== 'typed' || (this.#kind !== 'typed' && this.#kind !== 'line')) return false;
		// An accent that comes after its letter replaces it.
		if (removed > 1 || from + removed !== this.#place) return false;
		if (/^\s/.test(inserted)) return true;
		const isLong = this.#typed.length >= LONG_STEP && /\s$/.test(this.#typed);
		return !isLong && !SENTENCE_END.test(this.#typed);
	}
}

function kindOf(inserted: string): Kind {
	if (inserted === '') return 'deleted';
	return inserted.includes('\n') ? 'line' : 'typed';
}

function read(changes: readonly Change[]): {
	from: number;
	removed: number;
	inserted: string;
	isFormat: boolean;
} {
	const edit = { from: 0, removed: 0, inserted: '', isFormat: false };
	let at = 0;
	for (const change of changes) {
		if ('retain' in change) {
			if (change.attributes) edit.isFormat = true;
			at += change.retain;
			continue;
		}
		if (edit.inserted === '' && edit.removed === 0) edit.from = at;
		if ('insert' in change) edit.inserted += change.insert;
		else edit.removed += change.delete;
	}
	// A line end may change the kind of the lines it parts.
	if (edit.inserted !== '' || edit.removed > 0) edit.isFormat = false;
	return edit;
}
