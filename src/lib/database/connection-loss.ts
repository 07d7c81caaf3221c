/** Telling a connection that is gone from a statement that failed. */
import postgres from 'postgres';

const CODES = new Set([
	...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
	...['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'],
	...['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN'],
	// The server ends it: by an administrator, after a crash, or because it stops.
	...['57P01', '57P02', '57P03']
]);

/**
 * Whether an error means that its connection is gone. A lent connection that closed must neither be
 * used nor be given back: the driver would lend it again, and end the process at its next statement.
 */
export function isConnectionLost(error: unknown): boolean {
	const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
	return typeof code === 'string' && (CODES.has(code) || code.startsWith('08'));
}

/** Whether an error means that nobody answers: a server that refuses us, being full or starting, is there. */
export function isOutOfReach(error: unknown): boolean {
	return isConnectionLost(error) && !(error instanceof postgres.PostgresError);
}

/** What is thrown for a connection that is no longer there. */
export function lost(code: 'CONNECTION_CLOSED' | 'CONNECTION_ENDED' | 'CONNECT_TIMEOUT'): Error {
	return Object.assign(new Error('the connection to the database is gone'), { code });
}
