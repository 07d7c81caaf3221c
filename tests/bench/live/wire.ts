// The bytes that travel: letters typed one by one, made and read by hand, so that the generator of load
// costs less than the servers that it measures.
import * as encoding from 'lib0/encoding';
import { TEXT } from '../target-seed.ts';

/** The update of one letter, typed by a client right after its letter before. */
export function letterUpdate(client: number, clock: number, letter = 'a'): Uint8Array {
	const encoder = encoding.createEncoder();
	for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
	if (clock > 0) {
		encoding.writeUint8(encoder, 0x84);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, clock - 1);
	} else {
		encoding.writeUint8(encoder, 0x04);
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarString(encoder, TEXT);
	}
	encoding.writeVarString(encoder, letter);
	encoding.writeVarUint(encoder, 0);
	return encoding.toUint8Array(encoder);
}

/** A message of the y-websocket protocol; `prefix` is the document's name where one socket has several. */
export function syncMessage(
	step: 0 | 1 | 2,
	bytes: Uint8Array,
	prefix: Uint8Array = new Uint8Array()
): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeUint8Array(encoder, prefix);
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
}

/** Reads numbers from bytes; quicker than a decoder object for each of a million messages. */
export class Reader {
	readonly bytes: Uint8Array;
	at: number;

	constructor(bytes: Uint8Array, at = 0) {
		this.bytes = bytes;
		this.at = at;
	}

	number(): number {
		let value = 0;
		for (let factor = 1; ; factor *= 128) {
			const byte = this.bytes[this.at++] ?? 0;
			value += (byte & 127) * factor;
			if (byte < 128) return value;
		}
	}

	skip(count: number): void {
		for (let left = count; left > 0; left--) while ((this.bytes[this.at++] ?? 0) > 127);
	}

	/** Passes over a text; gives its length in bytes, which in these texts is that in letters. */
	text(): number {
		const length = this.number();
		this.at += length;
		return length;
	}
}

/**
 * Tells the clocks that an update brings, by client. It knows no content but plain letters, which is all
 * that the writers of these benchmarks type.
 * @throws {Error} at other content
 */
export function readClocks(
	reader: Reader,
	visit: (client: number, from: number, to: number) => void
): void {
	for (let clients = reader.number(); clients > 0; clients--) {
		let structs = reader.number();
		const client = reader.number();
		let clock = reader.number();
		let from = clock;
		for (; structs > 0; structs--) {
			const info = reader.bytes[reader.at++] ?? 0;
			const kind = info & 31;
			if (kind === 0 || kind === 10) {
				if (kind === 10 && clock > from) visit(client, from, clock);
				clock += reader.number();
				if (kind === 10) from = clock;
				continue;
			}
			if (info & 128) reader.skip(2);
			if (info & 64) reader.skip(2);
			if (!(info & 192)) {
				if (reader.number() === 1) reader.text();
				else reader.skip(2);
				if (info & 32) reader.text();
			}
			if (kind === 4) clock += reader.text();
			else if (kind === 1) clock += reader.number();
			else throw new Error(`content of kind ${kind} was not sent`);
		}
		if (clock > from) visit(client, from, clock);
	}
}
