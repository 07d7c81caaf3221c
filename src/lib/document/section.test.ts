import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBlocks, writeBlocks, type Block } from './blocks.ts';
import { anyBlocks } from './delta-arbitraries.ts';
import { toDelta, type Change, type Delta } from './delta.ts';
import { fromPlainText, toPlainText } from './plain-text.ts';
import {
	addSection,
	editSection,
	findSection,
	listSections,
	replaceText,
	wouldEmpty,
	type AskedSection,
	type Section,
	type SectionRead
} from './section.ts';

const text: Delta = [
	{ insert: 'Avant\n' },
	{ insert: 'Pour qui' },
	{ insert: '\n', attributes: { kind: 'h2' } },
	{ insert: 'Les ' },
	{ insert: 'jeunes', attributes: { strong: true } },
	{ insert: '\n' },
	{ insert: 'Où' },
	{ insert: '\n', attributes: { kind: 'h2' } },
	{ insert: 'Luzy\n' }
];

function liveText(delta: Delta, clientId = 1): Y.Text {
	const live = new Y.Doc();
	live.clientID = clientId;
	live.getText('body').applyDelta([...delta]);
	return live.getText('body');
}

/** Applies an edit of somebody: what they typed has their number. */
function apply(live: Y.Text, changes: Change[], clientId: number): void {
	if (live.doc) live.doc.clientID = clientId;
	live.applyDelta(changes);
}

function changed(delta: Delta, changes: Change[]): Delta {
	const live = liveText(delta);
	apply(live, changes, 2);
	return toDelta(live.toDelta());
}

function edited(delta: Delta, asked: AskedSection): Delta | string {
	const result = editSection(delta, asked);
	return result.kind === 'change' ? changed(delta, result.changes) : result.kind;
}

const plainOf = (after: Delta | string) => (typeof after === 'string' ? after : toPlainText(after));

/** What a form sends of a section, with what was typed. */
function asked(section: Section, plain: string, title?: string): AskedSection {
	const { index, heading, plain: base, twin } = section;
	return { index, heading, base, twin, plain, ...(title !== undefined && { title }) };
}

function sectionOf(delta: Delta, index: number): Section {
	const section = listSections(delta)[index];
	if (!section) throw new Error(`no section ${index}`);
	return section;
}

/** Every letter of a text: which it is, who typed it, how it looks. */
function lettersOf(live: Y.Text): string[] {
	const letters: string[] = [];
	const looks = toDelta(live.toDelta()).flatMap(({ insert, attributes }) =>
		[...Array(insert.length).keys()].map(
			(at) => `${insert[at]} ${JSON.stringify(Object.entries(attributes ?? {}).toSorted())}`
		)
	);
	for (let item = live._start; item; item = item.right) {
		if (item.deleted || !item.countable) continue;
		for (let at = 0; at < item.length; at++) {
			letters.push(`${item.id.client}:${item.id.clock + at} ${looks[letters.length]}`);
		}
	}
	return letters;
}

test('a text is cut at its headings', () => {
	const shown = (delta: Delta) =>
		listSections(delta).map(({ index, heading, plain }) => ({ index, heading, plain }));
	expect(shown(text)).toEqual([
		{ index: 0, heading: null, plain: 'Avant' },
		{ index: 1, heading: 'Pour qui', plain: 'Les jeunes' },
		{ index: 2, heading: 'Où', plain: 'Luzy' }
	]);
	expect(listSections(text.slice(1))).toHaveLength(2);
	expect(shown([])).toEqual([{ index: 0, heading: null, plain: '' }]);
	expect(toPlainText(sectionOf(text, 1).content)).toBe('Pour qui\nLes jeunes');
});

test('a section edit changes that section alone and keeps formats', () => {
	const after = edited(text, { index: 1, base: 'Les jeunes', plain: 'Les jeunes\nLes aînés' });
	expect(plainOf(after)).toBe('Avant\nPour qui\nLes jeunes\nLes aînés\nOù\nLuzy');
	expect(after).toContainEqual({ insert: 'jeunes', attributes: { strong: true } });
});

test('a section that changed meanwhile is a conflict, and shows where it is now', () => {
	const opened = sectionOf(text, 1);
	const since = changed(text, [{ retain: 18 }, { insert: ' seuls', attributes: {} }]);
	const sent = asked(opened, 'Tous');
	expect(editSection(since, sent)).toEqual({ kind: 'conflict' });
	expect(findSection(listSections(since), sent)?.heading).toBe('Pour qui');
	const gone = changed(text, [{ retain: 6 }, { delete: 20 }]);
	expect(editSection(gone, sent)).toEqual({ kind: 'conflict' });
	expect(findSection(listSections(gone), sent)).toBeNull();
});

test('what was added in another section is no conflict', () => {
	const elsewhere = changed(text, [{ insert: 'Loin. ' }]);
	const after = edited(elsewhere, asked(sectionOf(text, 2), 'Luzy et Millay'));
	expect(plainOf(after)).toBe('Loin. Avant\nPour qui\nLes jeunes\nOù\nLuzy et Millay');
});

test('a section inserted above does not lead an edit astray', () => {
	const shifted: Delta = [
		{ insert: 'Nouveau' },
		{ insert: '\n', attributes: { kind: 'h2' } },
		{ insert: 'x\n' },
		...text.slice(1)
	];
	const after = edited(shifted, { index: 2, base: 'Luzy', plain: 'Luzy et Millay' });
	expect(plainOf(after)).toContain('Où\nLuzy et Millay');
});

test('of two sections that read the same, the one that was opened is edited', () => {
	const half: Delta = [
		{ insert: 'Quand' },
		{ insert: '\n', attributes: { kind: 'h3' } },
		{ insert: 'à dire\n' }
	];
	const twins = [...half, ...half];
	expect(plainOf(edited(twins, asked(sectionOf(twins, 1), 'le mardi')))).toBe(
		'Quand\nà dire\nQuand\nle mardi'
	);
	// One of them is no more: which one nobody can tell.
	expect(edited(half, asked(sectionOf(twins, 1), 'le mardi'))).toBe('conflict');
});

test('a heading is renamed, taken away or begun without a letter of what follows', () => {
	const section = sectionOf(text, 1);
	expect(edited(text, asked(section, section.plain, 'Pour quels jeunes'))).toContainEqual({
		insert: '\n',
		attributes: { kind: 'h2' }
	});
	expect(plainOf(edited(text, asked(section, 'Les jeunes', '  ')))).toBe(
		'Avant\nLes jeunes\nOù\nLuzy'
	);
	const begun = edited(text, asked(section, 'Les jeunes\n## Avec qui\nLe lycée', 'Pour qui'));
	expect(
		typeof begun === 'string' ? [] : listSections(begun).map(({ heading }) => heading)
	).toEqual([null, 'Pour qui', 'Avec qui', 'Où']);
	expect(plainOf(edited(text, asked(section, ' ', '')))).toBe('Avant\nOù\nLuzy');
});

test('bold, links, lists, quotations and depths go through a plain form', () => {
	const rich: Delta = [
		{ insert: 'Voir le ' },
		{ insert: 'site de la mairie', attributes: { link: { href: 'https://a.example' } } },
		{ insert: ' le ' },
		{ insert: 'mardi', attributes: { strong: true } },
		{ insert: '\n' },
		{ insert: 'un' },
		{ insert: '\n', attributes: { kind: 'numbered' } },
		{ insert: 'dedans' },
		{ insert: '\n', attributes: { kind: 'bullet', depth: 1 } },
		{ insert: 'deux' },
		{ insert: '\n', attributes: { kind: 'numbered' } },
		{ insert: '- dit Ana de Luzy' },
		{ insert: '\n' },
		{ insert: 'cité' },
		{ insert: '\n', attributes: { kind: 'quote' } }
	];
	const section = sectionOf(rich, 0);
	expect(section.plain).toBe(
		'Voir le site de la mairie le mardi\n1. un\n  - dedans\n2. deux\n- dit Ana de Luzy\n> cité'
	);
	const typed = section.plain
		.replace('site de', 'site web de')
		.replace('mardi', 'jeudi')
		.replace('1. un', '1. zéro\n2. un')
		.replace('  - dedans', '    - dedans')
		.replace('dit Ana', 'dit Anna')
		.replace('> cité', '> cité deux fois\n- fin');
	expect(edited(rich, asked(section, typed))).toEqual([
		{ insert: 'Voir le ' },
		{ insert: 'site web de la mairie', attributes: { link: { href: 'https://a.example' } } },
		{ insert: ' le ' },
		{ insert: 'jeudi', attributes: { strong: true } },
		{ insert: '\nzéro' },
		{ insert: '\n', attributes: { kind: 'numbered' } },
		{ insert: 'un' },
		{ insert: '\n', attributes: { kind: 'numbered' } },
		{ insert: 'dedans' },
		{ insert: '\n', attributes: { kind: 'bullet', depth: 2 } },
		{ insert: 'deux' },
		{ insert: '\n', attributes: { kind: 'numbered' } },
		{ insert: '- dit Anna de Luzy\ncité deux fois' },
		{ insert: '\n', attributes: { kind: 'quote' } },
		{ insert: 'fin' },
		{ insert: '\n', attributes: { kind: 'bullet' } }
	]);
});

test('new words do not say that they come from where their neighbours come from', () => {
	const brought: Delta = [
		{ insert: 'un bus le mardi', attributes: { source: { ref: 'p-1' }, strong: true } },
		{ insert: '\n' }
	];
	const after = edited(brought, asked(sectionOf(brought, 0), 'un bus le jeudi'));
	expect(after).toContainEqual({ insert: 'jeudi', attributes: { strong: true } });
});

test('the same sending twice changes nothing', () => {
	expect(edited(text, { index: 2, base: 'Autun', plain: 'Luzy' })).toBe('unchanged');
	expect(edited(text, { index: 2, base: 'Luzy', plain: 'Luzy' })).toBe('unchanged');
	const renamed = asked(sectionOf(text, 2), 'Luzy', 'Où cela');
	const once = edited(text, renamed);
	expect(typeof once === 'string' ? once : edited(once, renamed)).toBe('unchanged');
	const added = { title: 'Quand', plain: 'Le mardi' };
	expect(addSection(changed(text, addSection(text, added)), added)).toEqual([]);
});

test('a section is added at the end, or begins a text that is empty', () => {
	const added = { title: 'Quand', plain: '- le mardi\n## Qui\nAna' };
	const after = changed(text, addSection(text, added));
	expect(listSections(after).map(({ heading }) => heading)).toEqual([
		null,
		'Pour qui',
		'Où',
		'Quand',
		'Qui'
	]);
	expect(after).toContainEqual({ insert: '\n', attributes: { kind: 'bullet' } });
	const begun = changed(fromPlainText(''), addSection(fromPlainText(''), added));
	expect(toPlainText(begun)).toBe('Quand\n- le mardi\nQui\nAna');
	expect(addSection(text, { title: ' ', plain: '\n' })).toEqual([]);
});

test('a text that loses all its words keeps a line to write in', () => {
	const one = fromPlainText('- un\n- deux');
	const sent = asked(sectionOf(one, 0), '');
	expect(edited(one, sent)).toEqual([{ insert: '\n' }]);
	expect(wouldEmpty(listSections(one), sent)).toBe(true);
	expect(wouldEmpty(listSections(text), asked(sectionOf(text, 1), '', ''))).toBe(false);
	expect(changed(one, replaceText(one, ' '))).toEqual([{ insert: '\n' }]);
});

const words = fc.array(
	fc.constantFrom(
		'Luzy',
		'un bus',
		'- le',
		'  - soir',
		'1. un',
		'> dit',
		'e\u0301té',
		'',
		' \u00a0a '
	),
	{ maxLength: 5 }
);

/** Blocks that begin with a heading: put before one, they belong to no section that was there. */
const ownSections: fc.Arbitrary<Block[]> = anyBlocks.map((blocks) =>
	blocks.map((block, index) => (index === 0 ? { ...block, kind: 'h3' as const } : block))
);

type Letters = readonly unknown[];

interface Place {
	place: number;
	size: number;
}

function isKeptAround(before: Letters, after: Letters, { place, size }: Place): boolean {
	const rest = before.length - place - size;
	return (
		isDeepStrictEqual(after.slice(0, place), before.slice(0, place)) &&
		isDeepStrictEqual(after.slice(after.length - rest), before.slice(before.length - rest))
	);
}

function readsAs(one: SectionRead, other: SectionRead): boolean {
	return one.heading === other.heading && one.plain === other.plain;
}

/** Where the sections stand that read as this one. */
function placesOf(sections: readonly Section[], wanted: SectionRead): Place[] {
	let start = 0;
	return sections.flatMap((section) => {
		const [place, size] = [start, toLength(section.content)];
		start += size;
		return readsAs(section, wanted) ? [{ place, size }] : [];
	});
}

test('an edit of one section changes no letter, mark or author of another, whatever happened there meanwhile', () => {
	fc.assert(
		fc.property(
			anyBlocks,
			fc.nat(),
			words,
			fc.option(fc.constantFrom('', 'Où', 'Où cela'), { nil: undefined }),
			fc.record({ above: ownSections, below: ownSections, gone: fc.boolean(), late: words }),
			(blocks, choice, typed, title, meanwhile) => {
				const live = liveText(writeBlocks(blocks));
				const sections = listSections(writeBlocks(blocks));
				const index = choice % sections.length;
				const section = sectionOf(writeBlocks(blocks), index);
				const sizes = sections.map(({ content }) => toLength(content));
				const start = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
				const size = sizes[index] ?? 0;
				// Others write above and below it, and take what was above away.
				apply(live, [{ retain: start + size }, ...writeBlocks(meanwhile.below)], 2);
				let place = start;
				if (section.heading !== null) {
					const above = [
						...meanwhile.above,
						...readBlocks(fromPlainText(meanwhile.late.join('\n')))
					];
					const gone = meanwhile.gone ? start : 0;
					apply(
						live,
						[...(gone ? [{ delete: gone }] : [{ retain: start }]), ...writeBlocks(above)],
						3
					);
					place = toLength(writeBlocks(above)) + start - gone;
				}
				const before = lettersOf(live);
				const now = listSections(toDelta(live.toDelta()));
				const sent = asked(section, typed.join('\n'), section.heading === null ? undefined : title);
				const result = editSection(toDelta(live.toDelta()), sent);
				if (result.kind === 'conflict') {
					// Only where somebody made a section that reads the same.
					const twins = now.filter((one) => readsAs(one, section));
					expect(section.twin === '1/1' && twins.length === 1).toBe(false);
					return;
				}
				if (result.kind === 'change') apply(live, result.changes, 4);
				const after = lettersOf(live);
				// Of several that read the same, nobody can tell which one was meant.
				const places = section.twin === '1/1' ? [{ place, size }] : placesOf(now, section);
				expect(places).toContainEqual({ place, size });
				expect(places.some((at) => isKeptAround(before, after, at))).toBe(true);
				// What its author left alone in it is still theirs.
				const kept = new Set(after);
				if (result.kind === 'unchanged')
					expect(before.every((letter) => kept.has(letter))).toBe(true);
			}
		),
		{ numRuns: 400 }
	);
});

test('a section reads as it was typed', () => {
	fc.assert(
		fc.property(anyBlocks, fc.nat(), words, (blocks, choice, typed) => {
			const delta = writeBlocks(blocks);
			const sections = listSections(delta);
			const section = sectionOf(delta, choice % sections.length);
			const wanted = toPlainText(fromPlainText([...typed, 'fin'].join('\n').normalize('NFC')));
			const after = edited(delta, asked(section, wanted));
			const now = listSections(typeof after === 'string' ? delta : after);
			expect(now[section.index]?.plain ?? '').toBe(
				typeof after === 'string' ? section.plain : wanted
			);
		})
	);
});

function toLength(delta: Delta): number {
	return delta.reduce((sum, { insert }) => sum + insert.length, 0);
}
