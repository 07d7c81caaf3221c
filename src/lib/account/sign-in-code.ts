/** The one-time code that a person receives by e-mail: eight characters, half an hour, five attempts. */

/** Without 0 O, 1 I L: nobody confuses two of them on paper or on the telephone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** Attempts at one code, the right one included. */
export const CODE_ATTEMPTS = 5;

/** How long a code is valid, in milliseconds. */
export const CODE_LASTS = 30 * 60_000;

/** Makes a code out of random bytes; those that would favour some characters are skipped. */
export function codeFrom(bytes: Uint8Array): string {
	const even = 256 - (256 % ALPHABET.length);
	let code = '';
	for (const byte of bytes) {
		if (byte < even) code += ALPHABET[byte % ALPHABET.length];
		if (code.length === LENGTH) return code;
	}
	throw new Error('too few random bytes for a code');
}

/** The code as it is shown, in two groups. */
export function shownCode(code: string): string {
	return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What a person typed, without what does not count: case, spaces, hyphens. */
export function typedCode(typed: string): string {
	return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
