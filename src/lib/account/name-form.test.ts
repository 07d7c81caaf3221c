import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { nameForm } from './name-form.ts';

const filled = { publicName: 'Hirondelle 4821', college: 'resident', age: 'on', communeId: '' };
const nameOf = (publicName: string) => v.parse(nameForm, { ...filled, publicName }).publicName;
const issueOf = (change: Record<string, string>) =>
	v.safeParse(nameForm, { ...filled, ...change }).issues?.[0]?.message;

describe('a public name', () => {
	test.each([
		['  Camille   D. ', 'Camille D.'],
		['Zoé', 'Zoé'],
		['Zoe\u0301', 'Zoé'],
		['Ma\u200brie\u202e', 'Marie'],
		['Anne\u00a0Marie\n', 'Anne Marie'],
		['Renée 🌿', 'Renée 🌿']
	])('%j is kept as %j', (typed, kept) => {
		expect(nameOf(typed)).toBe(kept);
	});

	test.each([
		['', 'account.name_required'],
		['\u200b\u202e', 'account.name_required'],
		['A', 'account.name_short'],
		['A'.repeat(41), 'account.name_long'],
		['x'.repeat(100_000), 'account.name_long'],
		['1234', 'account.name_letters'],
		['camille@exemple.fr', 'account.name_address'],
		['www.exemple.fr', 'account.name_address'],
		['https://exemple.fr', 'account.name_address'],
		['Camille 06 12 34 56 78', 'account.name_address']
	])('%j is refused', (publicName, issue) => {
		expect(issueOf({ publicName })).toBe(issue);
	});
});

test.each([
	[{ college: '' }, 'account.college_required'],
	[{ college: 'mayor' }, 'account.college_required'],
	[{ age: '' }, 'account.age_required'],
	[{ communeId: 'x' }, 'account.commune_unknown']
])('%j is said in a sentence', (change, issue) => {
	expect(issueOf(change)).toBe(issue);
});

test('a group of buttons of which none is pressed is said too', () => {
	const { issues } = v.safeParse(nameForm, { publicName: 'Camille', age: 'on' });
	expect(issues?.map(({ message }) => message)).toEqual(['account.college_required']);
});
