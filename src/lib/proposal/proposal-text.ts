/** From the fields of a form to the first text of a document. Pure. */
import { blocksFromPlainText, withoutControls } from '#lib/document/plain-text.ts';
import { PLAIN, writeBlocks, type Block } from '#lib/document/blocks.ts';
import type { Insert } from '#lib/document/delta.ts';

/** What the fields become: the idea first, then « pour qui » and « où » under their own headings. */
export function textOfProposal(
	words: { what: string; forWhom: string; location: string },
	headings: { forWhom: string; location: string }
): Insert[] {
	const section = (heading: string, text: string): Block[] =>
		withoutControls(text).trim() === ''
			? []
			: [
					{ kind: 'h2', depth: 0, runs: [{ text: heading, ...PLAIN }] },
					...blocksFromPlainText(text)
				];
	return writeBlocks([
		...blocksFromPlainText(words.what),
		...section(headings.forWhom, words.forWhom),
		...section(headings.location, words.location)
	]);
}
