/** What a document is and what its state allows. Rights come from the permission table; this is the document's own part. */

export type DocumentState = 'open' | 'frozen' | 'sealed';

/** What someone may do with a document, as the permission table answers for live documents. */
export type DocumentRight = 'none' | 'read' | 'comment' | 'write';

/** Longest paste taken at once, in UTF-16 units: with its formats it stays within one message of 2 MiB. */
export const LONGEST_PASTE = 500_000;

/** The name of the only text of a document that has one. */
export const MAIN_TEXT = 'body';

/** Tells whether letters may be added or taken away: only in an open document. */
export function isWritable(state: DocumentState): boolean {
	return state === 'open';
}

/** Tells whether a document may pass from one state to another: a seal is for ever, a freeze is not. */
export function canBecome(from: DocumentState, to: DocumentState): boolean {
	if (from === to || from === 'sealed') return false;
	return true;
}

/** Gives the right that is left once the document's state is counted: nobody writes in a frozen or sealed one. */
export function rightWithin(state: DocumentState, right: DocumentRight): DocumentRight {
	return right === 'write' && !isWritable(state) ? 'comment' : right;
}

/** Tells whether a name may be that of a text: short, lowercase, without blanks. */
export function isTextName(name: string): boolean {
	return /^[a-z][a-z0-9_-]{0,39}$/.test(name);
}

/** Tells whether a string has the form of a document's id. */
export function isDocumentId(value: string): boolean {
	return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
}
