/** Which items make a list together: in the flat document each block stands alone, and says only how deep it is. */
import { isListItem, type Block } from '../blocks.ts';

export interface Place {
	/** Place among the neighbours of the same list, from 1. */
	number: number;
	size: number;
	/** How many lists it is in: no more than one further than the item before it, whatever its depth. */
	level: number;
	/** The block that its list begins with. */
	first: number;
	/** The block of the item that its list is nested in, or null. */
	parent: number | null;
}

interface OpenList {
	kind: string;
	depth: number;
	places: Place[];
	first: number;
	parent: number | null;
	last: number;
}

/** Gives the place of each block that is a list item, as readers have it: null for the others. */
export function placesOf(blocks: readonly Pick<Block, 'kind' | 'depth'>[]): (Place | null)[] {
	// The lists that are open, each nested in the one before.
	let open: OpenList[] = [];
	const lists: Place[][] = [];
	const places = blocks.map(({ kind, depth }, index) => {
		if (!isListItem({ kind })) {
			open = [];
			return null;
		}
		while ((open.at(-1)?.depth ?? 0) > depth && (open.at(-2)?.depth ?? -1) >= depth) open.pop();
		let list = open.at(-1);
		// Nothing stands at this depth: the open list takes it, rather than beginning another one.
		if (list && list.depth > depth) list.depth = depth;
		if (list?.depth === depth && list.kind !== kind) {
			open.pop();
			list = undefined;
		}
		if (!list || list.depth < depth) {
			const parent = open.at(-1)?.last ?? null;
			list = { kind, depth, places: [], first: index, parent, last: index };
			open.push(list);
			lists.push(list.places);
		}
		const { first, parent } = list;
		const place = { number: list.places.length + 1, size: 0, level: open.length, first, parent };
		list.last = index;
		list.places.push(place);
		return place;
	});
	for (const list of lists) for (const place of list) place.size = list.length;
	return places;
}
