/** Counts what a client sent and may believe saved: the first n of its update frames, never one that was not let in. */
export class Acknowledgements {
	#received = 0;
	#saved = 0;
	#hasGap = false;
	#asked = 0;
	#answered = 0;
	readonly #tell: (count: number) => void;
	#isTelling = false;

	/** `tell` says how many are saved, once for all that became so together. */
	constructor(tell: (count: number) => void) {
		this.#tell = tell;
	}

	/** Something was not let in, so that nothing counts as saved until the client has sent all it has. */
	get hasGap(): boolean {
		return this.#hasGap;
	}

	/** An answer to our question for all is still to come. */
	get isAsking(): boolean {
		return this.#answered < this.#asked;
	}

	/** An update frame came; gives its number. */
	receive(isAnswer: boolean): number {
		if (isAnswer) this.#answered++;
		return ++this.#received;
	}

	/** The client was asked for all that the document lacks. */
	ask(): void {
		this.#asked++;
	}

	/** A frame was not let in. */
	miss(): void {
		this.#hasGap = true;
	}

	/** A frame was let in; tells whether it will count as saved once durable. An answer holds all that was missed before. */
	admit(isAnswer: boolean): boolean {
		if (isAnswer) this.#hasGap = false;
		return !this.#hasGap;
	}

	/** A frame is durable. */
	save(number: number): void {
		if (number <= this.#saved) return;
		this.#saved = number;
		if (this.#isTelling) return;
		this.#isTelling = true;
		queueMicrotask(() => {
			this.#isTelling = false;
			this.#tell(this.#saved);
		});
	}
}
