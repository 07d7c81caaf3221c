/** Who typed which letters: ranges of letter ids, and what follows a passage that somebody moves. */

/** `carried`: the letters were cut and pasted, their author is whoever typed them first. */
export type Via = 'typed' | 'carried' | 'uncertain';

export interface Attribution {
	clientId: number;
	/** First clock, and the one after the last. */
	from: number;
	to: number;
	/** For what is uncertain, whoever placed it; null when nobody is known. */
	personId: string | null;
	via: Via;
	at: Date;
}

/** Letters whose ids follow one another: the id of the letter at `index` is `from + index`. */
export interface Stretch {
	clientId: number;
	from: number;
	text: string;
}

/** Pauses shorter than this do not make two entries of one person's typing. */
const SITTING = 30 * 60_000;

/** The attributions of a document: disjoint ranges by client, in order. */
export class AuthorBook {
	readonly #ranges = new Map<number, Attribution[]>();

	constructor(attributions: Iterable<Attribution> = []) {
		for (const attribution of attributions) this.#put(attribution);
	}

	/** Every entry, by client and clock. */
	entries(): Attribution[] {
		return [...this.#ranges.keys()]
			.sort((one, other) => one - other)
			.flatMap((clientId) => this.#ranges.get(clientId) ?? []);
	}

	/** Notes what was typed; clocks that are known already keep their author. */
	type(typed: Attribution): void {
		let from = typed.from;
		for (const known of [...(this.#ranges.get(typed.clientId) ?? [])]) {
			if (known.to <= from || known.from >= typed.to) continue;
			if (known.from > from) this.#put({ ...typed, from, to: known.from });
			from = known.to;
		}
		if (from < typed.to) this.#put({ ...typed, from });
	}

	/** Says otherwise of clocks that are known. */
	correct(attribution: Attribution): void {
		const ranges = this.#ranges.get(attribution.clientId) ?? [];
		const kept = ranges.flatMap((range) => [
			{ ...range, to: Math.min(range.to, attribution.from) },
			{ ...range, from: Math.max(range.from, attribution.to) }
		]);
		this.#ranges.set(
			attribution.clientId,
			kept.filter((range) => range.from < range.to)
		);
		this.#put(attribution);
	}

	/** Cuts letters where their attribution changes; null for what nobody is known to have typed. */
	read(stretch: Stretch): { stretch: Stretch; attribution: Attribution | null }[] {
		const pieces: { stretch: Stretch; attribution: Attribution | null }[] = [];
		const ranges = this.#ranges.get(stretch.clientId) ?? [];
		const end = stretch.from + stretch.text.length;
		let at = stretch.from;
		const push = (to: number, attribution: Attribution | null) => {
			const text = stretch.text.slice(at - stretch.from, to - stretch.from);
			if (text !== '') pieces.push({ stretch: { ...stretch, from: at, text }, attribution });
			at = to;
		};
		for (let index = firstEndingAfter(ranges, at); at < end; index++) {
			const range = ranges[index];
			if (!range || range.from >= end) break;
			if (range.from > at) push(range.from, null);
			push(Math.min(range.to, end), range);
		}
		push(end, null);
		return pieces;
	}

	#put(attribution: Attribution): void {
		const ranges = this.#ranges.get(attribution.clientId) ?? [];
		this.#ranges.set(attribution.clientId, ranges);
		const place = firstEndingAfter(ranges, attribution.from);
		const before = ranges[place - 1];
		if (before && continues(before, attribution)) {
			ranges[place - 1] = { ...before, to: attribution.to };
		} else ranges.splice(place, 0, attribution);
	}
}

/** A passage of a text with whoever wrote it. */
export interface Passage {
	text: string;
	personId: string | null;
	via: Via;
	/** When the first of its letters was typed; null when unknown. */
	at: Date | null;
}

/** Reads a text as passages: neighbours of one author are one passage. */
export function passagesOf(letters: readonly Stretch[], book: AuthorBook): Passage[] {
	const passages: Passage[] = [];
	for (const { stretch, attribution } of letters.flatMap((one) => book.read(one))) {
		const { personId = null, via = 'typed', at = null } = attribution ?? {};
		const last = passages.at(-1);
		if (last?.personId === personId && last.via === via) {
			last.text += stretch.text;
			last.at = earliest(last.at, at);
		} else passages.push({ text: stretch.text, personId, via, at });
	}
	return passages;
}

/** Cuts passages into the paragraphs of their text; empty ones are left out. */
export function paragraphsOf(passages: readonly Passage[]): Passage[][] {
	const paragraphs: Passage[][] = [[]];
	for (const passage of passages) {
		passage.text.split('\n').forEach((text, index) => {
			if (index > 0) paragraphs.push([]);
			if (text !== '') paragraphs.at(-1)?.push({ ...passage, text });
		});
	}
	return paragraphs.filter((paragraph) => paragraph.some(({ text }) => text.trim() !== ''));
}

function continues(before: Attribution, after: Attribution): boolean {
	return (
		before.to === after.from &&
		before.personId === after.personId &&
		before.via === after.via &&
		Math.abs(after.at.getTime() - before.at.getTime()) <= SITTING
	);
}

function earliest(one: Date | null, other: Date | null): Date | null {
	if (!one || !other) return one ?? other;
	return one <= other ? one : other;
}

/** Place of the first range that ends after a clock. */
function firstEndingAfter(ranges: readonly { to: number }[], clock: number): number {
	let low = 0;
	let high = ranges.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ranges[middle]?.to ?? 0) > clock) high = middle;
		else low = middle + 1;
	}
	return low;
}
