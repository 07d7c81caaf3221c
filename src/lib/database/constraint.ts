/** What a database refused, said without its values: both engines give the same codes. */

/** Whether an error says that a unique value is taken already. */
export function isUniqueViolation(error: unknown): boolean {
	return codeOf(error) === '23505';
}

/** Whether an error says that other rows still lead to this one. */
export function isReferenceViolation(error: unknown): boolean {
	const code = codeOf(error);
	return code === '23503' || code === '23001';
}

/** Whether an error says that a row breaks a rule which the table holds. */
export function isCheckViolation(error: unknown): boolean {
	return codeOf(error) === '23514';
}

function codeOf(error: unknown): unknown {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}
