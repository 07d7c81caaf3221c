/** The one error of the product: a code, mapped once to an HTTP status, a socket close code and a sentence. */
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

/** Close codes of live documents: 44xx are final, the client does not come back by itself. */
const CLOSE: Record<ErrorCode, number> = {
	invalid: 4400,
	unauthenticated: 4401,
	forbidden: 4403,
	not_found: 4404,
	conflict: 4409,
	closed: 4423,
	rate_limited: 4429,
	unavailable: 1013
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

/** WebSocket close code of an error code. */
export function closeCodeOf(code: ErrorCode): number {
	return CLOSE[code];
}

/** Throws `not_found` when a scoped read came back empty: the invisible and the unknown are the same. */
export function found<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new AppError('not_found');
	return value;
}
