/** What typing turns into something else; Backspace right after takes it back. */
import { InputRule, inputRules } from 'prosemirror-inputrules';
import type { EditorState, Plugin, Transaction } from 'prosemirror-state';
import { kindKeys } from './kind-keys.ts';
import { listStarts } from './list-starts.ts';

/**
 * Light rules: `- ` and `1. ` at the start of a paragraph begin a list, `## ` to `#### ` a heading, `> ` a quotation. In French also its blanks,
 * quotation marks and apostrophe (Imprimerie nationale, Lexique des règles typographiques).
 */
export function typingRules(locale: string): Plugin[] {
	const rules = inputRules({ rules: locale.startsWith('fr') ? frenchRules() : [] });
	return [rules, listStarts(rules), kindKeys()];
}

function frenchRules(): InputRule[] {
	return [
		new InputRule(
			/[^\s\u00A0\u202F] ([;!?])$/,
			rewrite((sign) => `\u202F${sign}`, 2)
		),
		new InputRule(
			/[^\s\u00A0\u202F] (:)$/,
			rewrite((sign) => `\u00A0${sign}`, 2)
		),
		new InputRule(
			/«( )$/,
			rewrite(() => '\u00A0', 1)
		),
		new InputRule(
			/[^\s\u00A0\u202F] (»)$/,
			rewrite((sign) => `\u00A0${sign}`, 2)
		),
		// « 1 000 € », « 12,5 % »: neither the number nor its sign goes to the next line alone.
		new InputRule(
			/(?:^|[^\d.,])\d{1,3}((?:[ \u00A0\u202F]\d{3})*(?:,\d+)? ?)([%‰€])$/,
			withHardBlanks
		),
		new InputRule(/(?:^|[^\d.,\u00A0\u202F ])\d{4,}((?:,\d+)? )([%‰€])$/, withHardBlanks),
		new InputRule(
			/(?:^|[\s(\u00A0])(")$/,
			rewrite(() => '«\u00A0', 1)
		),
		// Behind a word that « opened; elsewhere it stands for inches or seconds.
		new InputRule(
			/«[^»]*[^\s(\u00A0«](")$/,
			rewrite(() => '\u00A0»', 1)
		),
		new InputRule(/\p{L}(')$/u, apostrophe)
	];
}

/** A quotation that a straight sign began ends with one. */
function apostrophe(
	state: EditorState,
	match: RegExpMatchArray,
	start: number,
	end: number
): Transaction | null {
	const { $from } = state.selection;
	const before = $from.parent.textContent.slice(0, end - $from.start());
	if (/(?:^|[\s(\u00A0«])'[^\s'][^']*$/.test(before)) return null;
	return rewrite(() => '’', 1)(state, match, start, end);
}

/** Makes the blanks before the last sign hard, one by one, so that each letter keeps its formats. */
function withHardBlanks(
	state: EditorState,
	match: RegExpMatchArray,
	_start: number,
	end: number
): Transaction | null {
	const [, blanks = '', sign = ''] = match;
	if (!blanks.includes(' ')) return null;
	const { tr } = state;
	for (let at = 0; at < blanks.length; at++) {
		if (blanks[at] !== ' ') continue;
		const place = end - blanks.length + at;
		tr.insertText(at === blanks.length - 1 ? '\u00A0' : '\u202F', place, place + 1);
	}
	return tr.insertText(sign, end);
}

/** Replaces the last `length` letters of what was matched, the one being typed among them. */
function rewrite(write: (sign: string) => string, length: number) {
	return (state: EditorState, match: RegExpMatchArray, _start: number, end: number): Transaction =>
		// The letter being typed is not in the document yet.
		state.tr.insertText(write(match[1] ?? ''), end - (length - 1), end);
}
