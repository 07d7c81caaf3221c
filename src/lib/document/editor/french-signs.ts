/** The blanks, quotation marks and apostrophe of French (Imprimerie nationale, Lexique des règles typographiques). */

/** Letters from one place to another. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

interface SignEdit {
	/** The letter of the line that is replaced. */
	at: number;
	/** What comes in its place. */
	text: string;
}

/** Letters counted back from the one that was typed, which is -1, and what comes in their place. */
type Rewrite = readonly (readonly [back: number, text: string])[];

const FINE = '\u202F';
const HARD = '\u00A0';

/** No sentence that a sign depends on is longer. */
const LONGEST_LOOK = 500;

/** An address keeps its signs: « https://… », « www.… », « nom@… », « exemple.fr/… ». */
const IN_ADDRESS = /(?::\/\/|\bwww\.|@|\.\p{L}{2,}\/)\S*$/iu;

const RULES: readonly [RegExp, (match: RegExpExecArray) => Rewrite][] = [
	[/\S [;!?]$/, () => [[-2, FINE]]],
	[/\S [:»]$/, () => [[-2, HARD]]],
	[/« $/, () => [[-1, HARD]]],
	// « 1 000 € », « 12,5 % »: neither the number nor its sign goes to the next line alone.
	[/(?:^|[^\d.,])\d{1,3}((?:\s\d{3})*(?:,\d+)? ?)[%‰€]$/, hardBlanks],
	[/(?:^|[^\d.,\s])\d{4,}((?:,\d+)? )[%‰€]$/, hardBlanks],
	[/(?:^|[\s(])"$/, () => [[-1, `«${HARD}`]]],
	// Behind a word that « opened; elsewhere it stands for inches or seconds.
	[/«[^»]*[^\s(«]"$/, () => [[-1, `${HARD}»`]]],
	[/\p{L}'$/u, apostrophe]
];

/**
 * Gives what the letters that were typed make of a line, each as if it had been typed after the one before
 * it, whether they came one by one or all at once. Only they and the blanks just before them are
 * replaced, and what was replaced is not replaced again.
 */
export function frenchSigns(line: string, typed: readonly Range[]): SignEdit[] {
	const edits = new Map<number, string>();
	const end = Math.min(Math.max(0, ...typed.map(({ to }) => to)), line.length);
	let written = '';
	/** Where each letter that is written was in the line. */
	const places: number[] = [];
	for (let at = 0; at < end; at++) {
		written += line[at] ?? '';
		places.push(at);
		if (!typed.some(({ from, to }) => from <= at && at < to)) continue;
		for (const [back, text] of rewriteOf(written.slice(-LONGEST_LOOK))) {
			const index = written.length + back;
			const place = places[index];
			if (place === undefined) continue;
			edits.set(place, text);
			written = written.slice(0, index) + text + written.slice(index + 1);
			places.splice(index, 1, ...Array.from(text, () => place));
		}
	}
	return [...edits].map(([at, text]) => ({ at, text })).sort((one, other) => one.at - other.at);
}

function rewriteOf(before: string): Rewrite {
	if (!/[ ;!?:»%‰€"']$/.test(before)) return [];
	for (const [sign, rewrite] of RULES) {
		const match = sign.exec(before);
		if (match) return rewrite(match);
	}
	return [];
}

/** Makes the blanks of a number hard, one by one, so that each letter keeps its formats. */
function hardBlanks([, blanks = '']: RegExpExecArray): Rewrite {
	const rewrite: [number, string][] = [];
	for (let at = 0; at < blanks.length; at++) {
		const back = at - blanks.length - 1;
		if (blanks[at] === ' ') rewrite.push([back, back === -2 ? HARD : FINE]);
	}
	return rewrite;
}

/** A quotation that a straight sign began ends with one. */
function apostrophe({ input }: RegExpExecArray): Rewrite {
	if (/(?:^|[\s(«])'[^\s'][^']*'$/.test(input) || IN_ADDRESS.test(input)) return [];
	return [[-1, '’']];
}
