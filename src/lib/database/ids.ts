import { randomBytes } from 'node:crypto';

/** Instant of the last id, in milliseconds, and how many were made in it (RFC 9562, §6.2, method 1). */
let lastAt = 0;
let count = 0;
const MOST_IN_A_MILLISECOND = 0xfff;

/**
 * Makes an identifier for a row: a UUIDv7, so that rows made one after the other lie side by side in
 * the index, and sort in the order in which this process made them. Never for ballots, tokens or
 * receipts: it tells when it was made.
 */
export function newId(): string {
	const now = Date.now();
	if (now > lastAt) {
		lastAt = now;
		count = 0;
	} else if (count < MOST_IN_A_MILLISECOND) count += 1;
	else {
		lastAt += 1;
		count = 0;
	}
	const bytes = randomBytes(16);
	bytes.writeUIntBE(lastAt, 0, 6);
	bytes.writeUInt16BE(0x7000 | count, 6);
	bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
	const hex = bytes.toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text of an address can be the id of a row: anything else is a page not found. */
export function isId(text: string): boolean {
	return UUID.test(text);
}
