/** Who is in a document now. The server writes name and colour: what a browser says of itself is not believed. */

/** How many cursor colours there are; each goes with a name, never alone. */
export const PRESENCE_COLOURS = 8;

export interface Presence {
	personId: string;
	name: string;
	/** 0 to PRESENCE_COLOURS − 1. */
	color: number;
	/** Relative positions of the live text, as JSON, or null when not in the text. */
	cursor: { anchor: unknown; head: unknown } | null;
}

/** Reads a presence state as the server relays it; null when it is none. */
export function readPresence(state: unknown): Presence | null {
	const fields = entriesOf(state);
	const user = entriesOf(fields.get('user'));
	const personId = user.get('personId');
	const name = user.get('name');
	const color = user.get('color');
	if (typeof personId !== 'string' || typeof name !== 'string') return null;
	return {
		personId,
		name,
		color:
			typeof color === 'number' && Number.isInteger(color) ? Math.abs(color) % PRESENCE_COLOURS : 0,
		cursor: readCursor(fields.get('cursor'))
	};
}

/** Reads the cursor of a presence state: two relative positions. */
export function readCursor(value: unknown): Presence['cursor'] {
	const cursor = entriesOf(value);
	const anchor = cursor.get('anchor');
	const head = cursor.get('head');
	if (!isObject(anchor) || !isObject(head)) return null;
	return { anchor, head };
}

function entriesOf(value: unknown): Map<string, unknown> {
	return new Map<string, unknown>(isObject(value) ? Object.entries(value) : []);
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
