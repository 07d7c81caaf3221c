import { EditorState, TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { renderHtml } from '../render-html.ts';
import { PLAIN, writeBlocks, type Block } from '../blocks.ts';
import { blocksFromHtml, keepFirstKind, sliceOf, type PastedNode } from './clean-paste.ts';
import { blocksOf, docFromBlocks, schema } from './editor-schema.ts';

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
	).toBe('<p>clic</p><p>x\u202F; y</p><p>z</p>');
});

/** The elements that a copy within the editor puts into the clipboard. */
function copied(blocks: readonly Block[]): PastedNode[] {
	const nodeOf = (spec: unknown, words: string): PastedNode => {
		if (!Array.isArray(spec)) throw new Error('not an element');
		const parts: unknown[] = spec;
		const [name, ...rest] = parts;
		const attributes: Record<string, string> = {};
		const children = rest.flatMap((part): (PastedNode | string)[] => {
			if (part === 0) return [words];
			if (Array.isArray(part)) return [nodeOf(part, words)];
			for (const [key, value] of Object.entries(part ?? {})) attributes[key] = String(value);
			return [];
		});
		return element(String(name), attributes, ...children);
	};
	return blocksOf(docFromBlocks(blocks)).map((node) =>
		nodeOf(schema.nodes.block.spec.toDOM?.(node), node.textContent)
	);
}

test('what is cut in the editor is pasted as it was, nested lists too', () => {
	const lines: Block[] = [
		{ kind: 'bullet', depth: 0, runs: [{ ...PLAIN, text: 'un' }] },
		{ kind: 'numbered', depth: 1, runs: [{ ...PLAIN, text: 'deux' }] },
		{ kind: 'bullet', depth: 2, runs: [{ ...PLAIN, text: 'trois' }] },
		{ kind: 'quote', depth: 0, runs: [{ ...PLAIN, text: 'quatre' }] },
		{ kind: 'bullet', depth: 5, runs: [{ ...PLAIN, text: 'cinq' }] }
	];
	const pasted = blocksFromHtml(element('body', {}, ...copied(lines)));
	expect(pasted).toEqual(lines);
	// Into the empty line that cutting everything leaves, the first and the last keep their kind too.
	let state = EditorState.create({ schema });
	state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1)));
	const slice = keepFirstKind(sliceOf(pasted), state);
	const whole = state.apply(state.tr.replaceSelection(slice)).doc;
	expect(whole.toJSON()).toEqual(docFromBlocks(lines).toJSON());
});

test('a row of a table is a line whose cells are parted, an empty cell keeps its place', () => {
	const cell = (...words: string[]) =>
		element('td', {}, ...words.map((word) => element('p', {}, word)));
	expect(
		cleaned(
			element(
				'table',
				{},
				element('tr', {}, element('th', {}, 'Métier'), element('th', {}, '2024'), cell()),
				element('tr', {}, cell('Médecins', 'généralistes'), cell(), cell('15')),
				element('tr', {}, cell(), cell('Un titre seul', 'et sa suite'))
			),
			element(
				'table',
				{},
				element('tr', {}, cell('a'), element('td', {}, element('ul', {}, element('li', {}, 'b'))))
			)
		)
	).toBe(
		'<p>Métier\u202F; 2024</p><p>Médecins généralistes\u202F; –\u202F; 15</p>' +
			'<p>Un titre seul</p><p>et sa suite</p><p>a</p><ul><li>b</li></ul>'
	);
});

test('comments, deleted words and hidden ones are not published', () => {
	expect(
		cleaned(
			element(
				'p',
				{ class: 'MsoNormal' },
				'Un ',
				element('a', { style: 'mso-comment-reference:CB_1;mso-comment-date:20261120T1012' }, 'mot'),
				element(
					'span',
					{ class: 'MsoCommentReference' },
					element('a', { class: 'msocomanchor', href: '#_msocom_1' }, '[CB1]')
				),
				element('del', { cite: 'mailto:x' }, ' barré'),
				element('s', {}, ' rayé'),
				element('span', { style: 'text-decoration: line-through' }, ' biffé'),
				element('span', { style: 'display:none;mso-hide:all' }, ' caché'),
				element('span', { hidden: '' }, ' tu'),
				element('ins', {}, ' gardé')
			),
			element(
				'div',
				{ style: 'mso-element:comment-list' },
				element('p', { class: 'MsoCommentText' }, 'Madame X est malade.')
			)
		)
	).toBe('<p>Un mot gardé</p>');
});

test('lines of code stay lines, a summary stands alone, marks of notes go, images leave their description', () => {
	expect(
		cleaned(
			element('pre', {}, 'un\n  deux\n'),
			element('details', {}, element('summary', {}, 'Plus'), 'de détails'),
			element(
				'p',
				{},
				'Dit',
				element('sup', {}, element('a', { href: '#cite_note-3' }, '[3]')),
				'.'
			),
			element('p', {}, element('img', { alt: 'Plan du quartier' }), element('img', { alt: '' })),
			element('p', {}, 'Bravo ', element('img', { alt: '🎉' })),
			element(
				'p',
				{},
				element('a', { href: 'https://a.example/#fn' }, 'une page dont le nom est long')
			)
		)
	).toBe(
		'<p>un</p><p>deux</p><p>Plus</p><p>de détails</p><p>Dit.</p><p>[image\u00A0: Plan du quartier]</p>' +
			'<p>Bravo 🎉</p><p><a href="https://a.example/#fn" rel="nofollow noopener ugc">une page dont le nom est long</a></p>'
	);
});
