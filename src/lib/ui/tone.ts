/** The accents of the design system, and how a person gets one that stays theirs. */

export type Tone = 'pine' | 'brick' | 'gorse' | 'sky' | 'plum' | 'neutral';

const personTones = ['pine', 'plum', 'sky', 'neutral'] as const satisfies readonly Tone[];

/** A stable tone for a person's id or public name; never brick, which speaks of danger. */
export function toneOf(key: string): Tone {
	let sum = 0;
	for (const character of key) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
	return personTones[sum % personTones.length] ?? 'neutral';
}

/** One or two capital letters for a public name: first and last word, whatever the script. */
export function initialsOf(name: string): string {
	const words = name.split(/[\s\-’']+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
	const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
	return picked
		.map((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word ?? '')?.[0] ?? '')
		.join('')
		.toLocaleUpperCase('fr');
}
