/** A sign and a blank at the start of a paragraph begin a list, a heading or a quotation, however the keyboard brings them. */
import type { Transaction } from 'prosemirror-state';
import type { BlockKind } from '../blocks.ts';
import { blockAttributes } from './editor-schema.ts';
import type { Range } from './french-signs.ts';

const SIGNS: readonly [BlockKind, RegExp][] = [
	['bullet', /^\s?[-*•]\s/],
	['numbered', /^\s?1[.)]\s/],
	['h2', /^\s?##\s/],
	['h3', /^\s?###\s/],
	['h4', /^\s?####\s/],
	['quote', /^\s?>\s/]
];

/** Begins it where the caret's paragraph begins with such a sign, some of which was just typed, and the caret is behind it. */
export function beginList(tr: Transaction, typed: readonly Range[]): void {
	const { $from } = tr.selection;
	if ($from.depth !== 1 || blockAttributes($from.parent).kind !== 'paragraph') return;
	for (const [kind, sign] of SIGNS) {
		const length = sign.exec($from.parent.textContent)?.[0].length ?? 0;
		if (length === 0 || $from.parentOffset < length) continue;
		const start = $from.start();
		if (!typed.some(({ from, to }) => from < start + length && to > start)) continue;
		tr.delete(start, start + length).setNodeMarkup(start - 1, null, { kind, depth: 0 });
		return;
	}
}
