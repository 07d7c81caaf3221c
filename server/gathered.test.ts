import { expect, test } from 'vitest';
import { gathered } from './gathered.ts';

test('what is asked in one turn is asked once, and each gets its own answer', async () => {
	const asked: (readonly number[])[] = [];
	const double = gathered((numbers: readonly number[]) => {
		asked.push(numbers);
		return Promise.resolve(numbers.map((number) => number * 2));
	});
	expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
	expect(await double(4)).toBe(8);
	expect(asked).toEqual([[1, 2, 3], [4]]);
});

test('what the database refuses for good fails alone; a lost connection fails all', async () => {
	let code = '22021';
	const tries: number[] = [];
	const ask = gathered((numbers: readonly number[]) => {
		tries.push(numbers.length);
		if (numbers.includes(2)) return Promise.reject(Object.assign(new Error('no'), { code }));
		return Promise.resolve(numbers);
	});
	const together = () => Promise.allSettled([ask(1), ask(2), ask(3)]);
	expect((await together()).map(({ status }) => status)).toEqual([
		'fulfilled',
		'rejected',
		'fulfilled'
	]);
	expect(tries).toEqual([3, 1, 1, 1]);
	code = 'CONNECTION_CLOSED';
	expect((await together()).every(({ status }) => status === 'rejected')).toBe(true);
	expect(tries).toHaveLength(5);
});
