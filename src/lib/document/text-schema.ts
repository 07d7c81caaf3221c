/** Which form of text an editor knows: the server takes no word from one that knows another. */

/**
 * The number of the form that texts have now. Raise it when an editor of before could misread or
 * destroy what one of after writes: an attribute whose meaning changes, a line end of a new kind that
 * the old one would turn into a paragraph, another name for a text. Not for what old editors leave
 * alone, as they do formats that they do not know. Pages that are open then are told to load anew.
 */
export const TEXT_SCHEMA = 1;

/** How a client announces it in the address of a live document; one of ours that does not knows the first. */
export const SCHEMA_PARAMETER = 'schema';

/** Tells whether a client of ours that announces this may write: null is none. */
export function isKnownSchema(announced: string | null): boolean {
	return (announced ?? '1') === String(TEXT_SCHEMA);
}
