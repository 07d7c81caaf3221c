/** Formatters by language, kept: making one costs a hundred times more than using it. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** The number format of these options; the few that pages use are made once. */
export function numberFormat(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	return kept(numbers, tag, options, () => new Intl.NumberFormat(tag, options));
}

/** The date format of these options; the few that pages use are made once. */
export function dateTimeFormat(
	tag: string,
	options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
	return kept(dates, tag, options, () => new Intl.DateTimeFormat(tag, options));
}

function kept<T>(formats: Map<string, T>, tag: string, options: object, make: () => T): T {
	const key = `${tag} ${JSON.stringify(options)}`;
	const before = formats.get(key);
	if (before) return before;
	const format = make();
	formats.set(key, format);
	return format;
}
