import { expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

test('ids are UUIDs of version 7 that tell when they were made', () => {
	const id = newId();
	expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	const at = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
	expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
});

test('ten thousand ids in a row are different and in order', () => {
	const ids = Array.from({ length: 10_000 }, newId);
	expect([...ids].sort()).toEqual(ids);
	expect(new Set(ids).size).toBe(ids.length);
});

test('what is no UUID is no id', () => {
	expect(isId(newId())).toBe(true);
	expect(['', 'x', `${newId()} `, newId().replaceAll('-', ''), `{${newId()}}`].some(isId)).toBe(
		false
	);
});
