/** The document as one row of letters: a line end closes each block and bears the block's attributes. */

/** Formats of a stretch of letters as stored: any key may be there, readers know only theirs. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A stretch of letters with the same formats. */
export interface Insert {
	insert: string;
	attributes?: Attributes;
}

/** A whole text, from its first letter to its last line end. */
export type Delta = readonly Insert[];

/** One move of an edit along a text; lengths are UTF-16 units. */
export type Change = Insert | { retain: number; attributes?: Attributes } | { delete: number };

/** Reads what an untyped source (a live text, a JSON column) gives as a delta; whatever is no letter counts as one blank. */
export function toDelta(value: unknown): Insert[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((op: unknown): Insert[] => {
		if (typeof op !== 'object' || op === null || !('insert' in op)) return [];
		const insert = typeof op.insert === 'string' ? op.insert : '\uFFFC';
		const attributes = 'attributes' in op ? readAttributes(op.attributes) : undefined;
		return insert === '' ? [] : [attributes ? { insert, attributes } : { insert }];
	});
}

/** Counts the UTF-16 units of a delta. */
export function lengthOf(delta: Delta): number {
	return delta.reduce((length, op) => length + op.insert.length, 0);
}

/** Tells whether two attribute values are the same; they are plain JSON. */
export function isSameValue(one: unknown, other: unknown): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function readAttributes(value: unknown): Attributes | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	return { ...value };
}
