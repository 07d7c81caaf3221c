/** Whether an error is about data or a constraint, which no second try will change (SQLSTATE classes 22 and 23). */
export function isRefusedForGood(error: unknown): boolean {
	const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
	return typeof code === 'string' && /^2[23]/.test(code);
}
