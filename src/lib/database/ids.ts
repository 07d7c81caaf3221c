import * as crypto from 'node:crypto';

/**
 * Makes an identifier for a row: a UUIDv7, so that rows made one after the other lie side by side in
 * the index. Never for ballots, tokens or receipts: it tells when it was made.
 */
export function newId(): string {
	return crypto.randomUUIDv7();
}
