/** Data of pages that are only read: rendered on the server, and sent as the page alone. */

const readOnly = new WeakSet<object>();

/**
 * Marks data that no script will ask for, so that it is not written down a second time for one. Only in
 * pages without scripts (`csr = false`, the rule of this site).
 */
export function renderedOnly<Data extends object>(data: Data): Data {
	readOnly.add(data);
	return data;
}

/** Whether a value of a page's data was marked so. */
export function isRenderedOnly(value: unknown): boolean {
	return typeof value === 'object' && value !== null && readOnly.has(value);
}
