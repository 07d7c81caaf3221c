import { expect, test } from 'vitest';
import { renderHtml } from '../render-html.ts';
import { writeBlocks } from '../blocks.ts';
import { blocksFromHtml, type PastedNode } from './clean-paste.ts';

const text = (value: string): PastedNode => ({
	nodeType: 3,
	nodeName: '#text',
	nodeValue: value,
	childNodes: []
});

function element(
	name: string,
	attributes: Record<string, string>,
	...children: (PastedNode | string)[]
): PastedNode {
	return {
		nodeType: 1,
		nodeName: name.toUpperCase(),
		nodeValue: null,
		childNodes: children.map((child) => (typeof child === 'string' ? text(child) : child)),
		getAttribute: (wanted) => attributes[wanted] ?? null
	};
}

const cleaned = (...children: (PastedNode | string)[]) =>
	renderHtml(writeBlocks(blocksFromHtml(element('body', {}, ...children))));

test('a web page keeps headings, paragraphs, lists, links and emphasis', () => {
	expect(
		cleaned(
			element('h1', {}, 'Titre'),
			element(
				'p',
				{},
				'Un ',
				element('b', {}, 'mot'),
				' et ',
				element('a', { href: 'https://a.example' }, 'lien')
			),
			element(
				'ul',
				{},
				element('li', {}, 'a', element('ol', {}, element('li', {}, element('p', {}, 'b')))),
				element('li', {}, 'c')
			)
		)
	).toBe(
		'<h2>Titre</h2><p>Un <strong>mot</strong> et <a href="https://a.example" rel="nofollow noopener ugc">lien</a></p><ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>'
	);
});

test('Word’s list paragraphs become items without their sign', () => {
	const sign = (value: string) =>
		element('span', {}, element('span', { style: 'mso-list:Ignore' }, value));
	expect(
		cleaned(
			element('p', { style: 'mso-list:l0 level1 lfo1' }, sign('·'), 'un'),
			element('p', { style: 'mso-list:l0 level2 lfo1' }, sign('1.'), 'deux')
		)
	).toBe('<ul><li>un<ol><li>deux</li></ol></li></ul>');
});

test('scripts, styles and foreign links leave nothing, other elements leave their words', () => {
	expect(
		cleaned(
			element('style', {}, 'p { color: red }'),
			element('script', {}, 'alert(1)'),
			element('a', { href: 'javascript:alert(1)' }, 'clic'),
			element('table', {}, element('tr', {}, element('td', {}, 'x '), element('td', {}, 'y'))),
			element(
				'span',
				{ style: 'font-weight: normal' },
				element('b', { style: 'font-weight:normal' }, 'z')
			)
		)
	).toBe('<p>clic</p><p>x y</p><p>z</p>');
});
