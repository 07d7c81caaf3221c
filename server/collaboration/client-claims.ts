/** Whose a client id is: authorship cannot be forged, since an id belongs to the person who brought it first. */
import { LIMITS } from './limits.ts';
import type { Store } from './ports.ts';
import { CLOSE, Refusal } from './protocol.ts';
import type { Room } from './room.ts';
import type { Range } from './update-reading.ts';

export class ClientClaims {
	readonly #store: Store;
	readonly #personId: string | null;
	#brought = 0;

	constructor(store: Store, personId: string | null) {
		this.#store = store;
		this.#personId = personId;
	}

	/**
	 * Whether a client id is this person's. One never seen becomes theirs: in the store when they write,
	 * before anything is relayed; in the room's memory when they only read.
	 * @throws {Refusal} when one socket brings too many
	 */
	owns(room: Room, clientId: number, writes: boolean): boolean | Promise<boolean> {
		const personId = this.#personId;
		if (personId === null) return false;
		const owner = room.clients.get(clientId);
		if (owner !== undefined) return owner === personId;
		const guest = room.guests.get(clientId);
		if (guest !== undefined && (guest !== personId || !writes)) return guest === personId;
		this.#brought++;
		if (this.#brought > LIMITS.newClients) {
			throw new Refusal(CLOSE.forbidden, 'too many client ids');
		}
		if (writes) return this.#claim(room, clientId, personId);
		room.guests.set(clientId, personId);
		if (room.guests.size > LIMITS.guests) forgetOldest(room);
		return true;
	}

	/**
	 * Whether all that is new in an update bears ids of this person: true at once when these are known.
	 * @throws {Refusal} when one socket brings too many
	 */
	ownsAll(room: Room, ranges: readonly Range[]): true | Promise<boolean> {
		const isKnown = ({ client, to }: Range): boolean =>
			// What is here already changes nothing, whoever sends it.
			to <= room.known.next(client) ||
			(this.#personId !== null && room.clients.get(client) === this.#personId);
		return ranges.every(isKnown) || this.#ownsEach(room, ranges);
	}

	async #ownsEach(room: Room, ranges: readonly Range[]): Promise<boolean> {
		for (const { client, to } of ranges) {
			if (to > room.known.next(client) && !(await this.owns(room, client, true))) return false;
		}
		return true;
	}

	async #claim(room: Room, clientId: number, personId: string): Promise<boolean> {
		const owner = await this.#store.claim(room.documentId, clientId, personId);
		room.clients.set(clientId, owner);
		return owner === personId;
	}
}

/** Forgets the reader's id that was brought first and is not shown: nobody has seen it for long. */
function forgetOldest({ guests, presence }: Room): void {
	for (const clientId of guests.keys()) {
		if (presence.holderOf(clientId)) continue;
		guests.delete(clientId);
		return;
	}
}
