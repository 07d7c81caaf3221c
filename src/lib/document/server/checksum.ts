/** Checksums of stored updates: a flipped bit may leave one that still reads, as another text. */
import { crc32 } from 'node:zlib';

/** A stored update; rows that are older than checksums have none. */
export interface Checked {
	bytes: Uint8Array;
	checksum: number | null;
}

/** The CRC-32 of an update's bytes, as the signed integer that its row keeps. */
export function checksumOf(bytes: Uint8Array): number {
	return crc32(bytes) | 0;
}

/** Whether the bytes are those that were written, as far as can be told. */
export function isIntact({ bytes, checksum }: Checked): boolean {
	return checksum === null || checksumOf(bytes) === checksum;
}
