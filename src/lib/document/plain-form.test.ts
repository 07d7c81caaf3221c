import { expect, test } from 'vitest';
import { NEW_SECTION, plainFormOf, typedIn } from './plain-form.ts';
import { fromPlainText } from './plain-text.ts';
import { listSections } from './section.ts';

const one = listSections(fromPlainText('Luzy'));
const several = listSections([
	...fromPlainText('Avant'),
	{ insert: 'Où' },
	{ insert: '\n', attributes: { kind: 'h2' } },
	...fromPlainText('Luzy')
]);
const sent = (changes: Record<string, string>) =>
	typedIn({ section: '1', heading: 'Où', base: 'Luzy', twin: '1/1', plain: 'Autun', ...changes });

test('one chooses among several sections, and writes at once in the only one', () => {
	expect(plainFormOf(several, null, null)).toBeNull();
	expect(plainFormOf(several, '1', null)).toMatchObject({ title: 'Où', plain: 'Luzy' });
	expect(plainFormOf(several, '9', null)).toBeNull();
	expect(plainFormOf(one, null, null)).toMatchObject({ title: '', plain: 'Luzy' });
	expect(plainFormOf(one, NEW_SECTION, null)).toMatchObject({ section: null, plain: '' });
});

test('what was typed stays in the form while its section reads as it did', () => {
	expect(plainFormOf(several, null, sent({ title: 'Où cela' }))).toMatchObject({
		section: { index: 1 },
		title: 'Où cela',
		plain: 'Autun',
		aside: null
	});
});

test('where the section changed, its words and those that were typed are both shown', () => {
	expect(plainFormOf(several, null, sent({ base: 'Nevers', title: 'Vers où' }))).toMatchObject({
		title: 'Où',
		plain: 'Luzy',
		aside: 'Vers où\nAutun',
		reason: 'changed'
	});
	expect(plainFormOf(several, null, sent({ heading: 'Quand' }))).toMatchObject({
		section: null,
		plain: 'Autun',
		reason: 'gone'
	});
});
