/** A person of a territory: the public name that contributions bear, and what is shown beside it. */

export const COLLEGES = ['resident', 'professional', 'elected'] as const;
export type College = (typeof COLLEGES)[number];

const NAMES = [
	'Alisier',
	'Bergeronnette',
	'Bleuet',
	'Chardonneret',
	'Clairière',
	'Colline',
	'Coquelicot',
	'Fontaine',
	'Fougère',
	'Garrigue',
	'Genêt',
	'Hirondelle',
	'Lavande',
	'Libellule',
	'Mésange',
	'Noisetier',
	'Olivier',
	'Passerelle',
	'Rivière',
	'Romarin',
	'Sentier',
	'Source',
	'Tilleul',
	'Verger'
] as const;

/** How many pseudonyms `pseudonym` can propose. */
export const PSEUDONYMS = NAMES.length * 9000;

/**
 * A name to keep or to replace, such as « Hirondelle 4821 »: plain, easy to say aloud, and telling
 * nothing of who bears it. `draw` is a whole number from 0 to `PSEUDONYMS` - 1.
 */
export function pseudonym(draw: number): string {
	const name = NAMES[draw % NAMES.length] ?? NAMES[0];
	return `${name} ${1000 + (Math.floor(draw / NAMES.length) % 9000)}`;
}

/**
 * The commune that may be shown beside a name, or null: in a small one, a first name and an idea are
 * enough to know the neighbour who wrote. `threshold` in inhabitants is the territory's.
 */
export function shownCommune(
	commune: { name: string; population: number } | null,
	threshold: number
): string | null {
	return commune !== null && commune.population >= threshold ? commune.name : null;
}
