/** What may honestly be said of what someone typed: saved only when the server said that the database has it. */
import type { DocumentRight, DocumentState } from './document.ts';

export type SaveStatus =
	/** The text is not there yet. */
	| 'loading'
	/** The database has everything. */
	| 'saved'
	/** On its way. */
	| 'saving'
	/** Not on its way, but kept in this browser. */
	| 'kept'
	/** In this page alone. */
	| 'unkept'
	/** Typed, but not let in: one may no longer write. */
	| 'held'
	/** One may read, not write. */
	| 'readOnly';

/** Follows one editor: frames sent and acknowledged, the connection, the copy in the browser. */
export class SaveState {
	#isConnected = false;
	#isLoaded = false;
	#hasCopy = false;
	#isCopyBehind = false;
	#isDirty = false;
	#sent = 0;
	#saved = 0;
	#right: DocumentRight = 'write';
	#state: DocumentState = 'open';

	/** Something was typed, or found in the browser's copy, that the server may lack. */
	get isDirty(): boolean {
		return this.#isDirty;
	}

	/** The page may not be left without a warning. */
	get isAtRisk(): boolean {
		return this.#isDirty && (!this.#hasCopy || this.#isCopyBehind);
	}

	/** The server's text is here, or was. */
	get isLoaded(): boolean {
		return this.#isLoaded;
	}

	/** The browser keeps a copy of what is typed. */
	get hasCopy(): boolean {
		return this.#hasCopy;
	}

	/** Whether the connection is there. */
	get isConnected(): boolean {
		return this.#isConnected;
	}

	/** What one may do, by the server's last word. */
	get right(): DocumentRight {
		return this.#right;
	}

	/** The document's state, by the server's last word. */
	get state(): DocumentState {
		return this.#state;
	}

	/** What to say. */
	get status(): SaveStatus {
		if (this.#isDirty && this.#right !== 'write') return 'held';
		if (this.#isDirty && this.#isConnected) return 'saving';
		if (this.#isDirty) return this.#hasCopy ? 'kept' : 'unkept';
		if (!this.#isLoaded) return 'loading';
		return this.#right === 'write' ? 'saved' : 'readOnly';
	}

	/** A socket opened: its counts begin anew, and its first answer will bring what the server lacks. */
	connected(): void {
		this.#isConnected = true;
		this.#sent = 0;
		this.#saved = 0;
	}

	disconnected(): void {
		this.#isConnected = false;
	}

	/** The server's text is here. */
	loaded(): void {
		this.#isLoaded = true;
	}

	/** The browser keeps a copy of what is typed, or no longer can. */
	copyKept(isKept: boolean): void {
		this.#hasCopy = isKept;
	}

	/** The browser is still writing what was typed last, or has written it. */
	copyBehind(isBehind: boolean): void {
		this.#isCopyBehind = isBehind;
	}

	edited(): void {
		this.#isDirty = true;
	}

	/** An update frame left on this socket. */
	frameSent(): void {
		this.#sent++;
	}

	/** The first `count` frames of this socket are in the database. */
	framesSaved(count: number): void {
		this.#saved = Math.max(this.#saved, count);
		if (this.#isConnected && this.#sent > 0 && this.#saved >= this.#sent) this.#isDirty = false;
	}

	/** The server told where the document and the rights stand. */
	stands(right: DocumentRight, state: DocumentState): void {
		this.#right = right;
		this.#state = state;
	}
}
