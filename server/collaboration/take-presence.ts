/** Lets in what a browser says of its own presence, and drops what it says of others. */
import type { ClientClaims } from './client-claims.ts';
import { readStates } from './presence.ts';
import type { Member, Room } from './room.ts';

/**
 * Shows a member under the client ids that are its own. A stock client sends on what it hears of the
 * others: that is dropped.
 * @throws {Refusal} malformed, or too many client ids
 */
export async function takePresence(
	room: Room,
	member: Member,
	claims: ClientClaims,
	bytes: Uint8Array,
	writes: boolean
): Promise<void> {
	for (const { clientId, cursor, isGone } of readStates(bytes)) {
		const holder = room.presence.holderOf(clientId);
		if (holder && holder !== member) continue;
		if (isGone) {
			room.presence.hide(member, clientId);
			continue;
		}
		const isOwn = await claims.owns(room, clientId, writes);
		if (isOwn && room.members.has(member)) room.presence.show(member, clientId, cursor);
	}
}
