/** What was typed in a form of the page before its script came: making the page live writes the fields anew. */

/** Read when this file is loaded, which is before the page is made live; empty on the server. */
export const earlyWords: string =
	typeof document === 'undefined'
		? ''
		: [...document.querySelectorAll('textarea')]
				.filter((field) => field.value !== field.defaultValue)
				.map((field) => field.value)
				.join('\n\n');
