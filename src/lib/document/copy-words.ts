/** Copying what a field holds, where there is no secure address for the clipboard's own door too. */

/** Selects the words of a field and copies them; false when the browser leaves that to the hand. */
export function copyWords(field: HTMLTextAreaElement): boolean {
	field.focus();
	field.select();
	return document.execCommand('copy');
}
