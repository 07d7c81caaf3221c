import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readCommunes, setupForm } from './setup-form.ts';

const filled = {
	name: 'Pays d’essai',
	slug: 'essai',
	communes: 'Grandbourg ; 5 200\nPetitlieu;240',
	contractTitle: 'Contrat local de santé',
	generation: '1',
	coordinatorName: 'Nadia B.',
	email: 'Nadia@Mairie.fr'
};

describe('communes pasted one a line', () => {
	test.each([
		['Grandbourg ; 5200', [{ name: 'Grandbourg', population: 5200 }]],
		['  Saint-Jean  du Lac\t1\u202f084 ', [{ name: 'Saint-Jean du Lac', population: 1084 }]],
		[
			'A;1\n\n B ; 2 ;\n',
			[
				{ name: 'A', population: 1 },
				{ name: 'B', population: 2 }
			]
		],
		['', []]
	])('%j are understood', (text, communes) => {
		expect(readCommunes(text)).toEqual(communes);
	});

	test.each([
		'Grandbourg',
		'Grandbourg ; beaucoup',
		'; 5200',
		'1234 ; 5200',
		'A ; 99999999999',
		'A ; -3',
		'A ; '
	])('%j is refused', (text) => {
		expect(readCommunes(text)).toBeNull();
	});

	test('a long line that is not one is refused', () => {
		expect(readCommunes(`${'a '.repeat(30_000)}`)).toBeNull();
	});
});

describe('the form of a new site', () => {
	const issueOf = (change: Record<string, string>) =>
		v.safeParse(setupForm, { ...filled, ...change }).issues?.[0]?.message;

	test('gives what the command takes', () => {
		expect(v.parse(setupForm, filled)).toMatchObject({
			slug: 'essai',
			communes: [
				{ name: 'Grandbourg', population: 5200 },
				{ name: 'Petitlieu', population: 240 }
			],
			generation: 1,
			occitanie: false,
			email: 'nadia@mairie.fr'
		});
	});

	test.each([
		[{ name: ' ' }, 'setup.name_required'],
		[{ slug: 'Val d’Or' }, 'setup.slug_shape'],
		[{ slug: '../x' }, 'setup.slug_shape'],
		[{ slug: 'demonstration' }, 'setup.slug_reserved'],
		[{ communes: '' }, 'setup.communes_required'],
		[{ communes: 'Grandbourg' }, 'setup.communes_shape'],
		[{ communes: 'A ; 1\na ; 2' }, 'setup.communes_twice'],
		[{ contractTitle: '' }, 'setup.contract_required'],
		[{ generation: '0' }, 'setup.generation_shape'],
		[{ coordinatorName: 'a@b.fr' }, 'account.name_address'],
		[{ email: 'nadia' }, 'account.email_malformed']
	])('says what is wrong with %j', (change, issue) => {
		expect(issueOf(change)).toBe(issue);
	});
});
