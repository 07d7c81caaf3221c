import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { day, optionalDay, readForm, withoutSecrets } from './form.ts';

function posted(...entries: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
}

describe('what a browser posts', () => {
	test('keeps several values of one name in order', () => {
		expect(readForm(posted(['a', '1'], ['a', '2'], ['b', '3']))).toEqual({
			a: ['1', '2'],
			b: '3'
		});
	});

	test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
		'takes %s for a name like any other',
		(name) => {
			const values = readForm(posted([name, 'x']));
			expect(Object.entries(values)).toEqual([[name, 'x']]);
			expect(Object.entries(withoutSecrets(values))).toEqual([[name, 'x']]);
		}
	);

	test('changes no prototype', () => {
		const values = readForm(posted(['__proto__', 'x'], ['a', '1']));
		expect(Object.keys(values)).toEqual(['a']);
		expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
	});

	test('drops what databases refuse, and nothing that is written', () => {
		expect(readForm(posted(['a', 'é\0\u0007\n\t😀']))).toEqual({ a: 'é\n\t😀' });
	});
});

describe('a day', () => {
	test.each(['2026-11-22', '2028-02-29', '1998-01-01'])('%s is one', (text) => {
		expect(v.is(day('x'), text)).toBe(true);
		expect(v.is(optionalDay('x'), text)).toBe(true);
	});

	test.each([
		'2026-02-31',
		'2027-02-29',
		'2026-13-01',
		'2026-00-10',
		'0000-01-01',
		'2026-1-1',
		'2026-11-22T00:00'
	])('%s is none, and is told by its field', (text) => {
		expect(v.is(day('x'), text)).toBe(false);
		expect(v.is(optionalDay('x'), text)).toBe(false);
	});

	test('may be left empty where it may', () => {
		expect(v.parse(optionalDay('x'), '')).toBeNull();
		expect(v.is(day('x'), '')).toBe(false);
	});
});
