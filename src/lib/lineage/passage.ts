/** Cuts a text into the passages that one can choose, and checks that words are really in it. */

export interface Paragraph {
	sentences: string[];
}

/** Longest passage that can be taken at once, in characters. */
export const LONGEST_PASSAGE = 5000;

// A sentence ends at its point, when a blank and a capital, a figure or a quote follow.
const SENTENCE_END = /(?<=[.!?…]["»”)]?)[\s\u00A0\u202F]+(?=["«“(]?[\p{Lu}\p{N}])/u;

/** The paragraphs of a plain text, each cut into its sentences; nothing is lost but blanks. */
export function paragraphsOf(text: string): Paragraph[] {
	return text
		.split(/\n+/)
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => ({ sentences: line.split(SENTENCE_END).filter((part) => part !== '') }));
}

/** Whether these words stand in the text, one after the other; blanks between them do not count. */
export function isExtract(text: string, quote: string): boolean {
	const words = flat(quote);
	return words !== '' && flat(text).includes(words);
}

/**
 * The passage made of the sentences that were ticked, in the order of the text: side by side in a
 * paragraph, « […] » where something was left out. Null when one of them is not in the text any more.
 */
export function quoteOf(text: string, chosen: readonly string[]): string | null {
	const wanted = new Set(chosen.map(flat).filter((sentence) => sentence !== ''));
	const found = new Set<string>();
	let quote = '';
	let skipped = false;
	for (const paragraph of paragraphsOf(text)) {
		let first = true;
		for (const sentence of paragraph.sentences) {
			const key = flat(sentence);
			if (!wanted.has(key) || found.has(key)) {
				skipped ||= quote !== '';
				continue;
			}
			found.add(key);
			const gap = skipped ? ' […] ' : first ? '\n' : ' ';
			quote = quote === '' ? sentence : `${quote}${gap}${sentence}`;
			skipped = false;
			first = false;
		}
	}
	return found.size === wanted.size && quote !== '' ? quote : null;
}

function flat(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
