import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignLines } from './alignment.ts';

const shown = (old: string[], now: string[], joins = false) =>
	alignLines(old, now, { joins }).map(
		({ same, oldFrom, oldTo, newFrom, newTo }) =>
			`${old.slice(oldFrom, oldTo).join('+')}${same ? ' = ' : ' > '}${now.slice(newFrom, newTo).join('+')}`
	);

test('a rewritten line stands beside what it was, whatever came and went around it', () => {
	expect(
		shown(
			['Une navette le mardi', 'Des soins à domicile', 'Fin'],
			['Un préambule', 'Une navette le jeudi matin', 'Fin']
		)
	).toEqual([
		' > Un préambule',
		'Une navette le mardi > Une navette le jeudi matin',
		'Des soins à domicile > ',
		'Fin = Fin'
	]);
});

test('sentences that share small words alone are not one another', () => {
	expect(
		shown(['Un bus qui passe à Luzy'], ['Des consultations de médecins, à la maison de santé'])
	).toEqual([
		'Un bus qui passe à Luzy > ',
		' > Des consultations de médecins, à la maison de santé'
	]);
});

test('a paragraph that was cut, or two that were joined, stand together', () => {
	const cut = ['Une navette le mardi.', 'Elle passe à Luzy.'];
	expect(shown([cut.join(' ')], cut, true)).toEqual([`${cut.join(' ')} > ${cut.join('+')}`]);
	expect(shown(cut, [cut.join(' ')], true)).toEqual([`${cut.join('+')} > ${cut.join(' ')}`]);
});

test('every line is there once, in order, on both sides', () => {
	const lines = fc.array(fc.constantFrom('a', 'b c', 'b d', 'c b d', '', 'e f g', 'E f h'), {
		maxLength: 12
	});
	fc.assert(
		fc.property(lines, lines, fc.boolean(), (old, now, joins) => {
			const aligned = alignLines(old, now, { joins });
			expect(aligned.flatMap(({ oldFrom, oldTo }) => old.slice(oldFrom, oldTo))).toEqual(old);
			expect(aligned.flatMap(({ newFrom, newTo }) => now.slice(newFrom, newTo))).toEqual(now);
			for (const { same, oldFrom, newFrom } of aligned) {
				if (same) expect(old[oldFrom]).toBe(now[newFrom]);
			}
		})
	);
});
