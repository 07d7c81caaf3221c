/** Authors go along with a passage that is cut and pasted: the same person takes letters away and puts the same ones back within a moment. */
import type { Attribution, AuthorBook, Stretch } from './attribution.ts';

/** What one person put in, or took away, in one go: letters that stand side by side. */
export interface Handful {
	personId: string | null;
	at: Date;
	letters: readonly Stretch[];
}

/** Shorter passages are too often the same by chance. */
export const SHORTEST_CARRIED = 20;
/** From here to the shortest carried one, letters put back leave their author uncertain. */
export const SHORTEST_DOUBTFUL = 8;
/** Between cutting and pasting, in milliseconds; either may come first. */
export const MOMENT = 5 * 60_000;

// The same twenty letters over and over: a few of their places are enough.
const MOST_PLACES = 8;

interface Match {
	/** Place in what was put in, and in what was taken away. */
	at: number;
	from: number;
	length: number;
	taken: Handful;
}

/**
 * Corrects the book for passages that were moved, oldest first, since what is moved twice has its
 * author from the first time. Letters that could come from several authors are uncertain.
 */
export function carryAuthors(
	book: AuthorBook,
	put: readonly Handful[],
	taken: readonly Handful[]
): void {
	const inOrder = [...put].sort((one, other) => one.at.getTime() - other.at.getTime());
	for (const handful of inOrder) {
		const text = wordsOf(handful);
		if (text.trim().length < SHORTEST_DOUBTFUL) continue;
		const near = taken.filter((one) => isNear(handful, one) && !shares(handful, one));
		if (near.length === 0) continue;
		const corrections = text.length >= SHORTEST_CARRIED ? carried(book, handful, text, near) : [];
		if (corrections.length === 0) corrections.push(...doubtful(book, handful, text, near));
		for (const correction of corrections) book.correct(correction);
	}
}

/** Gives the places where two strings read the same for twenty letters or more, the longest first at each place. */
export function commonPassages(
	put: string,
	taken: string
): { at: number; from: number; length: number }[] {
	const places = placesIn(taken);
	const found: { at: number; from: number; length: number }[] = [];
	for (let at = 0; at + SHORTEST_CARRIED <= put.length;) {
		const [best] = (places.get(put.slice(at, at + SHORTEST_CARRIED)) ?? [])
			.map((from) => ({ at, from, length: sameLength(put, at, taken, from) }))
			.sort((one, other) => other.length - one.length);
		if (best) found.push(best);
		at += best?.length ?? 1;
	}
	return found;
}

function carried(
	book: AuthorBook,
	handful: Handful,
	text: string,
	near: readonly Handful[]
): Attribution[] {
	const matches = near
		.flatMap((taken): Match[] =>
			commonPassages(text, wordsOf(taken)).map((match) => ({ ...match, taken }))
		)
		.sort((one, other) => other.length - one.length || one.at - other.at);
	const corrections: Attribution[] = [];
	const done: Match[] = [];
	for (const match of matches) {
		if (done.some((other) => overlaps(match, other))) continue;
		done.push(match);
		const rivals = matches.filter(
			(other) => other.at === match.at && other.length === match.length
		);
		const isSure = new Set(rivals.map((rival) => authorsOf(book, rival))).size === 1;
		corrections.push(...(isSure ? fromSource(book, handful, match) : unsure(handful, match)));
	}
	return corrections;
}

/** A short passage put back whole, that was not one's own. */
function doubtful(
	book: AuthorBook,
	handful: Handful,
	text: string,
	near: readonly Handful[]
): Attribution[] {
	const trimmed = text.trim();
	if (trimmed.length >= SHORTEST_CARRIED) return [];
	const others = near.some(
		(taken) =>
			wordsOf(taken).trim() === trimmed &&
			taken.letters
				.flatMap((letters) => book.read(letters))
				.some(({ attribution }) => attribution?.personId !== handful.personId)
	);
	return others ? unsure(handful, { at: 0, length: text.length }) : [];
}

function fromSource(book: AuthorBook, handful: Handful, match: Match): Attribution[] {
	const corrections: Attribution[] = [];
	let at = match.at;
	for (const source of part(match.taken.letters, match.from, match.length)) {
		for (const { stretch, attribution } of book.read(source)) {
			const isOwn = attribution?.personId === handful.personId && attribution.via === 'typed';
			if (attribution && !isOwn) {
				const via = attribution.via === 'uncertain' ? 'uncertain' : 'carried';
				for (const target of part(handful.letters, at, stretch.text.length)) {
					corrections.push({ ...attribution, ...idsOf(target), via });
				}
			}
			at += stretch.text.length;
		}
	}
	return corrections;
}

function unsure(handful: Handful, match: { at: number; length: number }): Attribution[] {
	const { personId, at } = handful;
	return part(handful.letters, match.at, match.length).map((target) => ({
		...idsOf(target),
		personId,
		via: 'uncertain',
		at
	}));
}

/** The authors of what was taken, as a key to compare by. */
function authorsOf(book: AuthorBook, match: Match): string {
	return part(match.taken.letters, match.from, match.length)
		.flatMap((source) => book.read(source))
		.map(({ stretch, attribution }) =>
			`${attribution?.personId ?? ''} ${attribution?.via ?? ''};`.repeat(stretch.text.length)
		)
		.join('');
}

/** The letters between two places of a row of stretches. */
function part(letters: readonly Stretch[], at: number, length: number): Stretch[] {
	const found: Stretch[] = [];
	let start = 0;
	for (const { clientId, from, text } of letters) {
		const first = Math.max(at - start, 0);
		const last = Math.min(at + length - start, text.length);
		if (first < last) found.push({ clientId, from: from + first, text: text.slice(first, last) });
		start += text.length;
	}
	return found;
}

function idsOf({ clientId, from, text }: Stretch): { clientId: number; from: number; to: number } {
	return { clientId, from, to: from + text.length };
}

function wordsOf(handful: Handful): string {
	return handful.letters.map(({ text }) => text).join('');
}

function isNear(put: Handful, taken: Handful): boolean {
	return (
		put.personId === taken.personId && Math.abs(put.at.getTime() - taken.at.getTime()) <= MOMENT
	);
}

/** What takes away the very letters that were put in is no move. */
function shares(put: Handful, taken: Handful): boolean {
	return put.letters.some((one) =>
		taken.letters.some(
			(other) =>
				one.clientId === other.clientId &&
				one.from < other.from + other.text.length &&
				other.from < one.from + one.text.length
		)
	);
}

function overlaps(one: Match, other: Match): boolean {
	return one.at < other.at + other.length && other.at < one.at + one.length;
}

function placesIn(text: string): Map<string, number[]> {
	const places = new Map<string, number[]>();
	for (let at = 0; at + SHORTEST_CARRIED <= text.length; at++) {
		const gram = text.slice(at, at + SHORTEST_CARRIED);
		const known = places.get(gram);
		if (!known) places.set(gram, [at]);
		else if (known.length < MOST_PLACES) known.push(at);
	}
	return places;
}

function sameLength(one: string, at: number, other: string, from: number): number {
	let length = SHORTEST_CARRIED;
	while (
		at + length < one.length &&
		from + length < other.length &&
		one.charCodeAt(at + length) === other.charCodeAt(from + length)
	) {
		length++;
	}
	return length;
}
