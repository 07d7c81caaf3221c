import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ClientClaims } from './client-claims.ts';
import { Journal } from './journal.ts';
import { LIMITS } from './limits.ts';
import type { Log, Store } from './ports.ts';
import { Room } from './room.ts';
import { systemClock } from './system-clock.ts';

const log: Log = { moment: () => undefined, failure: () => undefined };
// None of these tests gets to the store.
const store = {} as Store;

function aRoom(): Room {
	const live = new Y.Doc();
	live.getText('body').insert(0, 'Une navette\n');
	return new Room(
		{
			...{ id: crypto.randomUUID(), territoryId: crypto.randomUUID(), kind: 'proposal' },
			...{ state: 'open', epoch: 1, headSeq: 1, snapshotSeq: 0, texts: ['body'] },
			...{ parts: [Y.encodeStateAsUpdate(live)], clients: new Map() }
		},
		new Journal(store, systemClock, log),
		systemClock,
		{ changed: () => undefined, fenced: () => undefined }
	);
}

test('readers who come and go all day do not fill the memory, and those who are shown stay', () => {
	const room = aRoom();
	const shown = { actor: aReader('shown'), send: () => undefined };
	expect(new ClientClaims(store, 'shown').owns(room, 1, false)).toBe(true);
	room.presence.show(shown, 1, null);
	for (let reader = 0; reader < 2 * LIMITS.guests; reader++) {
		const claims = new ClientClaims(store, `reader ${reader}`);
		expect(claims.owns(room, 1000 + reader, false)).toBe(true);
	}
	expect(room.guests.size).toBeLessThanOrEqual(LIMITS.guests);
	expect(room.guests.get(1)).toBe('shown');
	expect(new ClientClaims(store, 'another').owns(room, 1, false)).toBe(false);
	room.close();
});

function aReader(personId: string) {
	return { accountId: personId, sessionId: personId, personId, publicName: personId };
}
