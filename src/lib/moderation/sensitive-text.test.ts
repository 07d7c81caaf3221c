import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSensitive, sensitiveKinds } from './sensitive-text.ts';

describe('what may be too personal in a text', () => {
	it.each([
		['le Dr Lagarrigue nous a renvoyés', 'professional_name', 'Dr Lagarrigue'],
		['Sa prof Mme Castan le savait', 'professional_name', 'Mme Castan'],
		['Mon fils Théo a 12 ans', 'family_name', 'Mon fils Théo'],
		['ma sœur Éloïse-Marie attend', 'family_name', 'ma sœur Éloïse-Marie'],
		['Il prend de la sertraline depuis', 'medicine', 'sertraline'],
		['sous MÉTHADONE', 'medicine', 'MÉTHADONE'],
		['Elle est épileptique.', 'diagnosis', 'épileptique'],
		['appelez le 06 12 34 56 78', 'phone', '06 12 34 56 78'],
		['au +33 6.12.34.56.78 le soir', 'phone', '+33 6.12.34.56.78'],
		['écrire à jeanne.d@exemple.fr svp', 'email', 'jeanne.d@exemple.fr'],
		['il est en 6e à Vaubrune', 'school', 'en 6e à Vaubrune']
	])('%s', (text, kind, excerpt) => {
		expect(findSensitive(text)).toContainEqual({ kind, excerpt, at: text.indexOf(excerpt) });
	});

	it.each([
		'Un bus le jeudi pour les six villages, avec la CPTS.',
		'Près de 1 200 habitants n’ont plus de médecin à moins de 20 minutes.',
		'Le drapeau de la mairie, ma fille aime le vélo.',
		'Il faudrait 12 000 € et 2 personnes du 15/03/2026 au 20/04/2026.',
		'',
		'💥 <script>alert(1)</script>'
	])('nothing in: %s', (text) => {
		expect(findSensitive(text)).toEqual([]);
	});

	it('tells each kind once, in the order of the text', () => {
		expect(
			sensitiveKinds('Mon fils Théo prend de la sertraline, le Dr Roux aussi, Dr Blanc non.')
		).toEqual(['family_name', 'medicine', 'professional_name']);
	});

	it('never throws nor goes on for ever, and points at what it found', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
				for (const { excerpt, at } of findSensitive(text)) {
					expect(text.slice(at, at + excerpt.length)).toBe(excerpt);
				}
			})
		);
		for (const piece of ['a@', '0 ', 'Mme ', 'é', 'mon fils ']) {
			expect(() => findSensitive(piece.repeat(50_000)), piece).not.toThrow();
		}
	});
});
