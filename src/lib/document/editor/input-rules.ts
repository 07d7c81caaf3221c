/** What typing turns into something else; Backspace right after takes it back. */
import type { Plugin, Transaction } from 'prosemirror-state';
import { schema } from './editor-schema.ts';
import { frenchSigns, type Range } from './french-signs.ts';
import { kindKeys } from './kind-keys.ts';
import { beginList } from './list-starts.ts';
import { rewrites } from './rewrites.ts';
import { typedHere } from './typed-here.ts';

/**
 * Light rules: `- ` and `1. ` at the start of a paragraph begin a list, `## ` to `#### ` a heading, `> ` a quotation. In French also its blanks,
 * quotation marks and apostrophe.
 */
export function typingRules(locale: string): Plugin[] {
	const rules = locale.startsWith('fr') ? [writeFrenchSigns, beginList] : [beginList];
	return [rewrites(), typedHere(rules), kindKeys()];
}

function writeFrenchSigns(tr: Transaction, typed: readonly Range[]): void {
	const { doc } = tr;
	const first = Math.min(...typed.map(({ from }) => from));
	const last = Math.max(...typed.map(({ to }) => to));
	doc.nodesBetween(first, last, (block, position) => {
		const start = position + 1;
		const here = typed.map(({ from, to }) => ({ from: from - start, to: to - start }));
		for (const { at, text } of frenchSigns(block.textContent, here)) {
			const place = tr.mapping.map(start + at);
			const marks = doc.nodeAt(start + at)?.marks ?? [];
			tr.replaceWith(place, place + 1, schema.text(text, marks));
		}
		return false;
	});
}
