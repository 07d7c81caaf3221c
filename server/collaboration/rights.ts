/** What one may do in a document, asked again all along: a right taken away ends within two seconds. */
import { rightWithin, type DocumentRight, type DocumentState } from '#lib/document/document.ts';
import { TIMES } from './limits.ts';
import type { Clock } from './ports.ts';

export class Rights {
	readonly #ask: () => Promise<DocumentRight> | DocumentRight;
	readonly #clock: Clock;
	#right: DocumentRight;
	#at: number;

	constructor(
		right: DocumentRight,
		ask: () => Promise<DocumentRight> | DocumentRight,
		clock: Clock
	) {
		this.#right = right;
		this.#ask = ask;
		this.#clock = clock;
		this.#at = clock.now();
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
		const right = await this.#ask();
		const isSame = right === this.#right;
		this.#right = right;
		this.#at = at;
		if (right === 'none') return 'gone';
		return isSame ? 'same' : 'changed';
	}
}
