/** How values of PostgreSQL are read and written, so that both engines answer alike. */

export const exactInteger = {
	to: 20,
	from: [20],
	serialize: String,
	parse(text: string): number {
		const value = Number(text);
		if (!Number.isSafeInteger(value)) {
			throw new RangeError('a 64-bit integer is too large to be exact');
		}
		return value;
	}
};

// A day without an hour stays « AAAA-MM-JJ »: as an instant it would shift with the time zone.
export const plainDate = {
	to: 1082,
	from: [1082],
	serialize: String,
	parse: (text: string): string => text
};

// A text is taken for JSON already, as the embedded database does.
export const json = {
	to: 3802,
	from: [114, 3802],
	serialize: (value: unknown): string =>
		typeof value === 'string' ? value : JSON.stringify(value),
	parse: (text: string): unknown => JSON.parse(text)
};

// Plain bytes rather than a Buffer, as the embedded database gives them.
export const bytes = {
	to: 17,
	from: [17],
	serialize: (value: Uint8Array): string => `\\x${Buffer.from(value).toString('hex')}`,
	parse: (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
};
