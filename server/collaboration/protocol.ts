/** The y-websocket protocol, and the few messages of ours for clients that say they know them. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { DocumentRight, DocumentState } from '#lib/document/document.ts';

export const MESSAGE = {
	sync: 0,
	awareness: 1,
	auth: 2,
	queryAwareness: 3,
	saved: 100,
	hello: 101,
	rights: 102
} as const;

/** Why a socket is closed: 44xx are final, a client does not come back by itself. */
export const CLOSE = {
	malformed: 4400,
	signedOut: 4401,
	forbidden: 4403,
	gone: 4404,
	epoch: 4409,
	tooLarge: 4413,
	content: 4415,
	notOpen: 4423,
	schema: 4426,
	tooFast: 4429,
	restart: 1012,
	later: 1013
} as const;

/** What the sender of a frame did that cannot be let in. */
export class Refusal extends Error {
	override name = 'Refusal';
	readonly code: number;

	constructor(code: number, reason: string) {
		super(reason);
		this.code = code;
	}
}

export type Frame =
	| { kind: 'step1'; stateVector: Uint8Array }
	| { kind: 'update'; bytes: Uint8Array; answer: boolean }
	| { kind: 'awareness'; bytes: Uint8Array }
	| { kind: 'queryAwareness' }
	| { kind: 'ignored' };

/**
 * Reads a frame.
 * @throws {Refusal} malformed
 */
export function readFrame(bytes: Uint8Array): Frame {
	try {
		const decoder = decoding.createDecoder(bytes);
		switch (decoding.readVarUint(decoder)) {
			case MESSAGE.sync:
				return readSync(decoder);
			case MESSAGE.awareness:
				return { kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) };
			case MESSAGE.queryAwareness:
				return { kind: 'queryAwareness' };
			case MESSAGE.auth:
				return { kind: 'ignored' };
		}
	} catch {
		// Falls through to the refusal.
	}
	throw new Refusal(CLOSE.malformed, 'unreadable frame');
}

function readSync(decoder: decoding.Decoder): Frame {
	const step = decoding.readVarUint(decoder);
	const bytes = decoding.readVarUint8Array(decoder);
	if (step === 0) return { kind: 'step1', stateVector: bytes };
	if (step === 1 || step === 2) return { kind: 'update', bytes, answer: step === 1 };
	throw new Error('unknown step');
}

/** Frames a sync message: 0 the state vector one has, 1 the answer to it, 2 an update. */
export function syncFrame(step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.sync);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
}

/** Frames presence states; an empty one keeps a quiet socket alive. */
export function awarenessFrame(bytes: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.awareness);
	encoding.writeVarUint8Array(encoder, bytes);
	return encoding.toUint8Array(encoder);
}

export const QUIET = awarenessFrame(new Uint8Array([0]));

/** Tells any client that its writing is not let in. */
export function deniedFrame(reason: string): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.auth);
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarString(encoder, reason);
	return encoding.toUint8Array(encoder);
}

/** Tells that the first `count` sync frames with text of this socket are committed. */
export function savedFrame(count: number): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE.saved);
	encoding.writeVarUint(encoder, count);
	return encoding.toUint8Array(encoder);
}

export interface Standing {
	epoch: number;
	headSeq: number;
	right: DocumentRight;
	state: DocumentState;
}

/** Tells where the document and the rights stand: at the start, and at each change. */
export function standingFrame(kind: 'hello' | 'rights', standing: Standing): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, MESSAGE[kind]);
	encoding.writeVarString(encoder, JSON.stringify(standing));
	return encoding.toUint8Array(encoder);
}
