/** What typing turns into something else; Backspace right after takes it back. */
import { InputRule, inputRules } from 'prosemirror-inputrules';
import type { EditorState, Plugin, Transaction } from 'prosemirror-state';
import { listStarts } from './list-starts.ts';

/**
 * Light rules: `- ` and `1. ` at the start of a paragraph begin a list. In French also its blanks,
 * quotation marks and apostrophe (Imprimerie nationale, Lexique des règles typographiques).
 */
export function typingRules(locale: string): Plugin[] {
	const rules = inputRules({ rules: locale.startsWith('fr') ? frenchRules() : [] });
	return [rules, listStarts(rules)];
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
		new InputRule(
			/(?:^|[\s(\u00A0])(")$/,
			rewrite(() => '«\u00A0', 1)
		),
		new InputRule(
			/[^\s(\u00A0](")$/,
			rewrite(() => '\u00A0»', 1)
		),
		new InputRule(
			/\p{L}(')$/u,
			rewrite(() => '’', 1)
		)
	];
}

/** Replaces the last `length` letters of what was matched, the one being typed among them. */
function rewrite(write: (sign: string) => string, length: number) {
	return (state: EditorState, match: RegExpMatchArray, _start: number, end: number): Transaction =>
		// The letter being typed is not in the document yet.
		state.tr.insertText(write(match[1] ?? ''), end - (length - 1), end);
}
