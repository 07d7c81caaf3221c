import { describe, expect, it } from 'vitest';
import { initialsOf, toneOf } from './tone.ts';

describe('initials', () => {
	it.each([
		['Lucie Martin', 'LM'],
		['Jean-Pierre de La Tour', 'JT'],
		['Tournesol', 'T'],
		['élodie d’Arc', 'ÉA'],
		['Dr Roche (Lestrac)', 'DL'],
		['  ', ''],
		['42 nuages', '4N'],
		['Ж. Петров', 'ЖП']
	])('of %j are %j', (name, initials) => {
		expect(initialsOf(name)).toBe(initials);
	});
});

describe('the tone of a person', () => {
	it('is always the same and never the one of danger', () => {
		const names = Array.from({ length: 200 }, (_, index) => `Habitante ${index}`);
		expect(names.map(toneOf)).toEqual(names.map(toneOf));
		expect(new Set(names.map(toneOf))).not.toContain('brick');
		expect(new Set(names.map(toneOf)).size).toBeGreaterThan(2);
	});
});
