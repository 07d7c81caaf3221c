/**
 * Numbers by which an author follows a proposal, and that sheets bear: `VO-7K4M-2Q9F`. Read aloud,
 * copied by hand, typed on a telephone: no letter that looks like another, and a check character
 * (ISO/IEC 7064, hybrid system with N = 26) that catches any single mistake.
 */

/** Neither 0 O, 1 I L, 5 S, 2 Z, 8 B, U V pairs: one of each pair at most. */
const ALPHABET = '2346789ACDEFGHJKMNPQRTVWXY';
const SIZE = ALPHABET.length;
const DRAWN = 7;

/** How many random bytes a number is made of. */
export const FOLLOW_NUMBER_BYTES = DRAWN * 2;

/** Two letters for a territory: the initials of the first and last words of its name that matter. */
export function prefixOf(territoryName: string): string {
	const plain = territoryName.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
	const words = plain.split(/[^A-Z]+/).filter((word) => word.length > 2);
	const [first = '', ...rest] = words.length > 0 ? words : ['PARVIS'];
	const second = rest.at(-1)?.[0] ?? first[1] ?? 'X';
	return `${first[0] ?? 'P'}${second}`;
}

/** Makes a number from random bytes, two for each character drawn. */
export function makeFollowNumber(prefix: string, random: Uint8Array): string {
	if (random.length < FOLLOW_NUMBER_BYTES) throw new Error('a follow number needs 14 random bytes');
	let drawn = '';
	for (let index = 0; index < DRAWN; index += 1) {
		// Two bytes a character: the bias of the remainder is below one in two thousand.
		const value = ((random[index * 2] ?? 0) << 8) | (random[index * 2 + 1] ?? 0);
		drawn += ALPHABET[value % SIZE] ?? '';
	}
	return written(prefix, drawn + checkOf(drawn));
}

/**
 * The number that somebody typed, in its one written form; null when it cannot be one. Case, blanks,
 * missing dashes and the usual confusions (Z for 2, B for 8) are forgiven.
 */
export function readFollowNumber(typed: string): string | null {
	const plain = typed
		.normalize('NFKD')
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '');
	const match = /^([A-Z]{2})([A-Z0-9]{8})$/.exec(plain);
	if (!match) return null;
	const [, prefix = '', rest = ''] = match;
	const body = rest.replaceAll('Z', '2').replaceAll('B', '8').replaceAll('U', 'V');
	if ([...body].some((character) => !ALPHABET.includes(character))) return null;
	const drawn = body.slice(0, DRAWN);
	return checkOf(drawn) === body.slice(DRAWN) ? written(prefix, body) : null;
}

function written(prefix: string, body: string): string {
	return `${prefix}-${body.slice(0, 4)}-${body.slice(4)}`;
}

function checkOf(drawn: string): string {
	let product = SIZE;
	for (const character of drawn) {
		const sum = (product + ALPHABET.indexOf(character)) % SIZE || SIZE;
		product = (sum * 2) % (SIZE + 1);
	}
	return ALPHABET[(SIZE + 1 - product) % SIZE] ?? '';
}
