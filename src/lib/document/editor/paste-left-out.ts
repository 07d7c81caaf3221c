/** What a paste leaves behind: words that whoever copied them did not mean to publish, and marks without their notes. */
import type { PastedNode } from './clean-paste.ts';

const DROPPED = new Set(
	'SCRIPT STYLE HEAD TITLE META LINK TEMPLATE NOSCRIPT IFRAME OBJECT SVG DEL S STRIKE'.split(' ')
);
// Word: the sign of a list item, the list of comments and one of them, the mark that leads to it, hidden words.
const WORD_STYLES =
	/mso-list:\s*ignore|mso-element:\s*comment(-list)?\b|mso-special-character:\s*comment|mso-hide:\s*all/;
const HIDDEN =
	/(^|[;\s])(display:\s*none|visibility:\s*hidden)|text-decoration[^:;]*:[^;]*line-through/;
const COMMENT_CLASS = /\b(MsoComment\w*|msocom\w+|msoDel)\b/i;
const NOTE_CLASS = /\b(Mso(Footnote|Endnote)Reference|sd(footnote|endnote)(anc|sym))\b/i;
// Word, LibreOffice, Wikipedia and their like.
const NOTE_ADDRESS = /#_?(ftn|edn|sdfootnote|sdendnote|cite_note|cite_ref|footnote|fnref|fn)/i;

/** Tells whether a node is left out with all it holds; `style` is its style in small letters. */
export function isLeftOut(node: PastedNode, name: string, style: string): boolean {
	if (DROPPED.has(name)) return true;
	if (WORD_STYLES.test(style) || HIDDEN.test(style)) return true;
	if ((node.getAttribute?.('hidden') ?? null) !== null) return true;
	const classes = node.getAttribute?.('class') ?? '';
	return COMMENT_CLASS.test(classes) || isNoteMark(node, name, classes);
}

/** Gives the words of a node. */
export function contentOf(node: PastedNode): string {
	if (node.nodeType === 3) return node.nodeValue ?? '';
	return [...node.childNodes].map(contentOf).join('');
}

/** What stands for an image: its description, or the sign that it draws. */
export function wordsOfImage(node: PastedNode): string {
	const described = (node.getAttribute?.('alt') ?? '').trim();
	if (described === '' || /^\p{Extended_Pictographic}/u.test(described)) return described;
	return `[image\u00A0: ${described}]`;
}

function isNoteMark(node: PastedNode, name: string, classes: string): boolean {
	if (NOTE_CLASS.test(classes)) return true;
	if (name !== 'A' || !NOTE_ADDRESS.test(node.getAttribute?.('href') ?? '')) return false;
	return contentOf(node).trim().length <= 12;
}
