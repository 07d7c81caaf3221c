/** The one error of the product: a code, mapped once to an HTTP status and a sentence. */
export type ErrorCode =
	| 'invalid'
	| 'unauthenticated'
	| 'forbidden'
	| 'not_found'
	| 'conflict'
	| 'closed'
	| 'rate_limited'
	| 'unavailable';

export interface ErrorDetails {
	/** `area.key` of a sentence in the messages, such as `proposal.window_closed`. */
	reason?: string;
	/** Name of the form field that the sentence belongs to. */
	field?: string;
}

const STATUS: Record<ErrorCode, number> = {
	invalid: 400,
	unauthenticated: 401,
	forbidden: 403,
	not_found: 404,
	conflict: 409,
	closed: 403,
	rate_limited: 429,
	unavailable: 503
};

/** Thrown by commands and queries; routes and sockets translate it, nothing else catches it. */
export class AppError extends Error {
	override name = 'AppError';
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, details: ErrorDetails = {}) {
		super(details.reason ?? code);
		this.code = code;
		this.details = details;
	}
}

/** HTTP status of an error code. */
export function statusOf(code: ErrorCode): number {
	return STATUS[code];
}

/** Throws `not_found` when a scoped read came back empty: the invisible and the unknown are the same. */
export function found<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new AppError('not_found');
	return value;
}
