/** A WebSocket message made once for all the sockets that it goes to. */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** Longer messages are not copied to stand behind their head. */
const COPIED = 65_535;

/** `readyState` of a socket that may send. */
const OPEN = 1;

let lastMessage: Uint8Array | null = null;
let lastFrame: Uint8Array = new Uint8Array();

/**
 * Sends a message through the connection of a socket of `ws` without compression, which writes each of
 * its own frames at once too: so frames never mix. One system call instead of several. Tells whether
 * much waits to leave.
 */
export function sendFramed(websocket: WebSocket, connection: Duplex, message: Uint8Array): boolean {
	if (websocket.readyState !== OPEN) return false;
	if (message.length > COPIED) {
		websocket.send(message, { binary: true });
		return connection.writableNeedDrain;
	}
	if (message !== lastMessage) {
		lastMessage = message;
		lastFrame = frameOf(message);
	}
	return !connection.write(lastFrame);
}

/** A whole, unmasked binary frame (RFC 6455 §5.2). */
function frameOf(message: Uint8Array): Buffer {
	const { length } = message;
	const head = length < 126 ? 2 : 4;
	const frame = Buffer.allocUnsafe(head + length);
	frame[0] = 0x82;
	if (length < 126) frame[1] = length;
	else {
		frame[1] = 126;
		frame.writeUInt16BE(length, 2);
	}
	frame.set(message, head);
	return frame;
}
