import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as words from './words.fr.ts';

const folder = join(import.meta.dirname, '..');

test('the editor uses only the words that its script brings', () => {
	const components = readdirSync(folder).filter((name) => name.endsWith('.svelte'));
	expect(components).toContain('Editor.svelte');
	const strange = components.flatMap((name) => {
		const source = readFileSync(join(folder, name), 'utf8');
		const areas = [...source.matchAll(/\bm\.([a-zA-Z]+)/g)].map(([, area = '']) => area);
		const named = [...source.matchAll(/\bm\.document\.([a-zA-Z]+)/g)].map(([, key = '']) => key);
		return [
			...areas.filter((area) => !Object.hasOwn(words, area)),
			...named.filter((key) => !Object.hasOwn(words.document, key))
		].map((strange) => `${name}: ${strange}`);
	});
	expect(strange).toEqual([]);
});
