/**
 * A short mark of what a form showed, sent back with it: when the row has another one by then,
 * somebody changed it in between. It protects against forgetting, not against forging.
 */
export function fingerprint(values: object): string {
	const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
	const text = JSON.stringify(entries.map(([name, value]) => [name, value ?? null]));
	// 53 bits by two multiplications of 32: enough to tell two versions of one row apart.
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
