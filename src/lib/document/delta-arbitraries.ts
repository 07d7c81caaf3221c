/** Random texts for property tests: known and unknown formats, wrong levels, odd letters. */
import fc from 'fast-check';
import { BLOCK_KINDS, MAX_DEPTH, type Block, type Run } from './blocks.ts';
import type { Insert } from './delta.ts';

const letters = fc.oneof(
	fc.string({ minLength: 1, maxLength: 8 }),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
	fc.constantFrom('é', '😀', 'e\u0301', '<b>', '&amp;', '\u00a0', 'aaa', '- ', '1. ')
);

const attributes = fc.record(
	{
		strong: fc.constantFrom<unknown>(true, false, 1, null),
		em: fc.constant(true),
		link: fc.constantFrom<unknown>(
			{ href: 'https://sante.example/a?b=1&c="' },
			{ href: 'javascript:alert(1)' },
			{ href: 'mailto:cls@orsente.example' },
			'https://no.example',
			{}
		),
		source: fc.constantFrom<unknown>({ ref: 'p-1' }, { ref: '"><script>' }, {}),
		kind: fc.constantFrom<unknown>(...BLOCK_KINDS, 'table', 7),
		depth: fc.constantFrom<unknown>(0, 1, 2, 9, -1, '2', 1.5),
		onclick: fc.constant('alert(1)')
	},
	{ requiredKeys: [] }
);

/** Any text a client could have stored. */
export const anyDelta: fc.Arbitrary<Insert[]> = fc.array(
	fc.record({
		insert: fc.oneof(
			{ weight: 3, arbitrary: letters },
			{ weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', 'a\nb', '\nc') }
		),
		attributes
	}),
	{ maxLength: 30 }
);

const run: fc.Arbitrary<Run> = fc.record({
	text: letters.map((text) => text.replaceAll('\n', ' ')),
	strong: fc.boolean(),
	em: fc.boolean(),
	link: fc.constantFrom(null, 'https://a.example', 'mailto:b@c.example'),
	source: fc.constantFrom(null, 'p-1')
});

/** Any text as our editor writes it. */
export const anyBlocks: fc.Arbitrary<Block[]> = fc.array(
	fc.record({
		kind: fc.constantFrom(...BLOCK_KINDS),
		depth: fc.integer({ min: 0, max: MAX_DEPTH }),
		runs: fc.array(run, { maxLength: 4 })
	}),
	{ minLength: 1, maxLength: 12 }
);
