import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDelta } from './delta-arbitraries.ts';
import { renderHtml } from './render-html.ts';

const line = (insert: string, kind: string, depth = 0) => [
	{ insert },
	{ insert: '\n', attributes: { kind, ...(depth && { depth }) } }
];

test('lists are nested by depth and adjoining items share one list', () => {
	const html = renderHtml([
		...line('a', 'bullet'),
		...line('b', 'numbered', 1),
		...line('c', 'numbered', 1),
		...line('d', 'bullet'),
		...line('e', 'numbered')
	]);
	expect(html).toBe(
		'<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul><ol><li>e</li></ol>'
	);
});

test('an item that skips a level or steps half back stays in a list', () => {
	const html = renderHtml([
		...line('a', 'bullet', 2),
		...line('b', 'bullet', 1),
		...line('c', 'bullet', 3),
		...line('d', 'bullet', 2)
	]);
	expect(html).toBe('<ul><li>a</li><li>b<ul><li>c</li><li>d</li></ul></li></ul>');
});

test('adjoining quotations share one element and empty blocks are left out', () => {
	const html = renderHtml([...line('a', 'quote'), ...line('b', 'quote'), { insert: '\n  \n' }]);
	expect(html).toBe('<blockquote><p>a</p><p>b</p></blockquote>');
});

test('a source is marked only when lineage knows it', () => {
	const delta = [{ insert: 'x', attributes: { source: { ref: 'p-1' } } }];
	expect(renderHtml(delta)).toBe('<p>x</p>');
	expect(renderHtml(delta, { knownSources: new Set(['p-1']) })).toBe(
		'<p><span class="brought" data-source="p-1">x</span></p>'
	);
});

test('any text gives balanced HTML with our elements and attributes alone', () => {
	const allowed =
		/^<(?:\/?(?:p|h2|h3|h4|ul|ol|li|blockquote|strong|em|span|a)|a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="nofollow noopener ugc"|span class="brought" data-source="[\w:.-]+")>$/;
	fc.assert(
		fc.property(anyDelta, (delta) => {
			const open: string[] = [];
			for (const [tag] of renderHtml(delta, { knownSources: new Set(['p-1']) }).matchAll(
				/<[^>]*>/g
			)) {
				expect(tag).toMatch(allowed);
				const name = /\w+/.exec(tag)?.[0] ?? '';
				if (tag.startsWith('</')) expect(open.pop()).toBe(name);
				else open.push(name);
			}
			expect(open).toEqual([]);
		})
	);
});
