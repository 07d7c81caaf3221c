// Many people in one text, without as many browsers: their presence is told as the server tells it.
import type { Page } from '@playwright/test';
import * as encoding from 'lib0/encoding';

/** Puts so many people beside whoever opens a text on this page: « Personne 01 » and on. */
export async function crowd(page: Page, count: number): Promise<void> {
	await page.routeWebSocket(/\/collab\//, (socket) => {
		socket.connectToServer();
		setTimeout(() => socket.send(Buffer.from(presenceOf(count))), 1500);
	});
}

function presenceOf(count: number): Uint8Array {
	const update = encoding.createEncoder();
	encoding.writeVarUint(update, count);
	for (let number = 1; number <= count; number++) {
		const name = `Personne ${String(number).padStart(2, '0')}`;
		const user = { personId: `person-${number}`, name, color: number % 8 };
		encoding.writeVarUint(update, 1000 + number);
		encoding.writeVarUint(update, 1);
		encoding.writeVarString(update, JSON.stringify({ user, cursor: null }));
	}
	const frame = encoding.createEncoder();
	encoding.writeVarUint(frame, 1);
	encoding.writeVarUint8Array(frame, encoding.toUint8Array(update));
	return encoding.toUint8Array(frame);
}
