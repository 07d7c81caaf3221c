import * as crypto from 'node:crypto';

/**
 * Makes an identifier for a row: a UUIDv7, so that rows made one after the other lie side by side in
 * the index. Never for ballots, tokens or receipts: it tells when it was made.
 */
export function newId(): string {
	return crypto.randomUUIDv7();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text of an address can be the id of a row: anything else is a page not found. */
export function isId(text: string): boolean {
	return UUID.test(text);
}
