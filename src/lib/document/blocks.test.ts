import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlocks, readHref, textOf, writeBlocks } from './blocks.ts';
import { anyBlocks, anyDelta } from './delta-arbitraries.ts';

test('what is written reads back the same', () => {
	fc.assert(
		fc.property(anyDelta, (delta) => {
			const blocks = readBlocks(delta);
			expect(readBlocks(writeBlocks(blocks))).toEqual(blocks);
		})
	);
	fc.assert(
		fc.property(anyBlocks, (blocks) => {
			const back = readBlocks(writeBlocks(blocks));
			expect(back.map(textOf)).toEqual(blocks.map(textOf));
			expect(back.map((block) => block.kind)).toEqual(blocks.map((block) => block.kind));
		})
	);
});

test('a block attribute on a letter and a format on a line end mean nothing', () => {
	const blocks = readBlocks([
		{ insert: 'a', attributes: { kind: 'h2', depth: 3 } },
		{ insert: '\n', attributes: { strong: true } }
	]);
	expect(blocks).toEqual([
		{
			kind: 'paragraph',
			depth: 0,
			runs: [{ text: 'a', strong: false, em: false, link: null, source: null }]
		}
	]);
});

test('only http, https and mailto can be followed', () => {
	expect(readHref('https://a.example/x')).toBe('https://a.example/x');
	expect(readHref('MAILTO:a@b.example')).toBe('MAILTO:a@b.example');
	for (const href of [
		'javascript:alert(1)',
		'java\nscript:alert(1)',
		' https://a.example',
		'https://a.example/\u0000',
		'data:text/html,x',
		'//a.example',
		'/chemin',
		'',
		7,
		null,
		`https://a.example/${'x'.repeat(3000)}`
	]) {
		expect(readHref(href)).toBeNull();
	}
});
