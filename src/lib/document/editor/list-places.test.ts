import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_KINDS, PLAIN, writeBlocks, type Block } from '../blocks.ts';
import { renderHtml } from '../render-html.ts';
import { placesOf } from './list-places.ts';

const lines = (...blocks: [Block['kind'], number][]): Block[] =>
	blocks.map(([kind, depth]) => ({ kind, depth, runs: [{ ...PLAIN, text: 'x' }] }));

/** Where each item stands in HTML: how many lists it is in, its number and the size of its list. */
function placesInHtml(html: string): { level: number; number: number; size: number }[] {
	const items: { level: number; number: number; list: { size: number } }[] = [];
	const open: { size: number }[] = [];
	for (const [tag] of html.matchAll(/<\/?(ul|ol|li)>/g)) {
		const list = open.at(-1);
		if (tag === '<ul>' || tag === '<ol>') open.push({ size: 0 });
		else if (tag.startsWith('</') && tag !== '</li>') open.pop();
		else if (tag === '<li>' && list) {
			items.push({ level: open.length, number: ++list.size, list });
		}
	}
	return items.map(({ level, number, list }) => ({ level, number, size: list.size }));
}

test('an item that stands too deep is one level below the item before it', () => {
	const places = placesOf(lines(['bullet', 0], ['bullet', 3], ['bullet', 2], ['bullet', 0]));
	expect(places.map((place) => place?.level)).toEqual([1, 2, 2, 1]);
	expect(places.map((place) => place?.number)).toEqual([1, 1, 2, 2]);
});

test('items have the place that readers of the page find them at', () => {
	const block = fc.tuple(fc.constantFrom(...BLOCK_KINDS), fc.nat(5));
	fc.assert(
		fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
			const text = lines(...blocks);
			const places = placesOf(text).filter((place) => place !== null);
			expect(places.map(({ level, number, size }) => ({ level, number, size }))).toEqual(
				placesInHtml(renderHtml(writeBlocks(text)))
			);
		})
	);
});

test('a list begins with its first item, inside the item that comes just before it in the outer list', () => {
	const block = fc.tuple(fc.constantFrom(...BLOCK_KINDS), fc.nat(5));
	fc.assert(
		fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
			const places = placesOf(lines(...blocks));
			places.forEach((place, index) => {
				if (!place) return;
				const first = places[place.first];
				expect(first).toMatchObject({ number: 1, level: place.level, size: place.size });
				expect(blocks[place.first]?.[0]).toBe(blocks[index]?.[0]);
				const parent = place.parent === null ? null : places[place.parent];
				expect(parent?.level ?? 0).toBe(place.level - 1);
				const since = places.slice(place.parent ?? place.first, place.first);
				expect(since.slice(1).every((between) => between && between.level >= place.level)).toBe(
					true
				);
			});
		})
	);
});
