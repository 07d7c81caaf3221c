/** What one may do in a document, asked again all along: a right taken away ends within two seconds. */
import { rightWithin, type DocumentRight, type DocumentState } from '#lib/document/document.ts';
import { TIMES } from './limits.ts';
import type { Clock } from './ports.ts';

export class Rights {
	readonly #ask: (hasActed: boolean) => Promise<DocumentRight> | DocumentRight;
	readonly #clock: Clock;
	#right: DocumentRight;
	#at: number;
	#hasActed = false;

	constructor(
		right: DocumentRight,
		ask: (hasActed: boolean) => Promise<DocumentRight> | DocumentRight,
		clock: Clock
	) {
		this.#right = right;
		this.#ask = ask;
		this.#clock = clock;
		this.#at = clock.now();
	}

	/** The person wrote something. */
	acted(): void {
		this.#hasActed = true;
	}

	/** The answer is to be asked again before anything is let in on it. */
	get isOld(): boolean {
		return this.#clock.now() - this.#at > TIMES.rights;
	}

	/** The right, the document's state counted. */
	within(state: DocumentState): DocumentRight {
		return rightWithin(state, this.#right);
	}

	/** Asks again, and tells whether the answer is another one. */
	async refresh(): Promise<'same' | 'changed' | 'gone'> {
		const at = this.#clock.now();
		const hasActed = this.#hasActed;
		this.#hasActed = false;
		const right = await this.#ask(hasActed);
		const isSame = right === this.#right;
		this.#right = right;
		this.#at = at;
		if (right === 'none') return 'gone';
		return isSame ? 'same' : 'changed';
	}
}
