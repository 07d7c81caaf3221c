/** Who is in a document: names and colours are the server's, cursors the browsers'. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { PRESENCE_COLOURS, readCursor } from '#lib/document/presence.ts';
import { LIMITS, TIMES } from './limits.ts';
import type { Clock, LiveActor, Timer } from './ports.ts';
import { awarenessFrame, CLOSE, Refusal } from './protocol.ts';

/** Whoever presence is told to. */
export interface Watcher {
	readonly actor: LiveActor;
	send(frame: Uint8Array): void;
}

export interface SentState {
	clientId: number;
	/** Null when it leaves. */
	cursor: unknown;
	isGone: boolean;
}

interface Shown {
	holder: Watcher;
	cursor: unknown;
	color: number;
}

/**
 * Reads what a browser says of presence.
 * @throws {Refusal} malformed
 */
export function readStates(bytes: Uint8Array): SentState[] {
	try {
		const decoder = decoding.createDecoder(bytes);
		const count = Math.min(decoding.readVarUint(decoder), 1000);
		const states: SentState[] = [];
		for (let index = 0; index < count; index++) {
			const clientId = decoding.readVarUint(decoder);
			decoding.readVarUint(decoder);
			const json = decoding.readVarString(decoder);
			if (json.length > LIMITS.presence) continue;
			const state: unknown = JSON.parse(json);
			const cursor =
				typeof state === 'object' && state !== null && 'cursor' in state
					? readCursor(state.cursor)
					: null;
			states.push({ clientId, cursor, isGone: state === null });
		}
		return states;
	} catch {
		throw new Refusal(CLOSE.malformed, 'unreadable presence');
	}
}

export class Presence {
	readonly #watchers: ReadonlySet<Watcher>;
	readonly #clock: Clock;
	readonly #shown = new Map<number, Shown>();
	/**
	 * Numbers what is told: ours, since a browser that comes back sends the number it left with, which the
	 * others would pass over; from the time of day on, since they remember those of an earlier process.
	 */
	#count = Date.now();
	readonly #changed = new Set<number>();
	#timer: Timer | null = null;

	constructor(watchers: ReadonlySet<Watcher>, clock: Clock) {
		this.#watchers = watchers;
		this.#clock = clock;
	}

	/** The watcher that shows itself under a client id. */
	holderOf(clientId: number): Watcher | null {
		return this.#shown.get(clientId)?.holder ?? null;
	}

	/** Shows a watcher under a client id that is its own. */
	show(holder: Watcher, clientId: number, cursor: unknown): void {
		const now = this.#shown.get(clientId);
		if (!now && this.#shown.size >= LIMITS.names) return;
		const color = now?.color ?? this.#colorFor(holder);
		this.#shown.set(clientId, { holder, cursor, color });
		this.#touch(clientId);
	}

	/** Takes away one client id of a watcher. */
	hide(holder: Watcher, clientId: number): void {
		if (this.#shown.get(clientId)?.holder !== holder) return;
		this.#shown.delete(clientId);
		this.#touch(clientId);
	}

	/** Takes away all of a watcher. */
	leave(holder: Watcher): void {
		for (const [clientId, shown] of this.#shown) {
			if (shown.holder === holder) this.hide(holder, clientId);
		}
	}

	/** Frames all states for one who comes. */
	frame(): Uint8Array {
		return awarenessFrame(this.#encode([...this.#shown.keys()], null));
	}

	/** Stops telling. */
	close(): void {
		this.#timer?.cancel();
		this.#timer = null;
	}

	#touch(clientId: number): void {
		this.#changed.add(clientId);
		this.#timer ??= this.#clock.after(TIMES.presence, () => this.#tell());
	}

	#tell(): void {
		this.#timer = null;
		this.#count++;
		const changed = [...this.#changed];
		this.#changed.clear();
		const frame = awarenessFrame(this.#encode(changed, null));
		for (const watcher of this.#watchers) {
			// Nobody is told of itself: a browser would believe that it left.
			const own = changed.some((clientId) => this.holderOf(clientId) === watcher);
			watcher.send(own ? awarenessFrame(this.#encode(changed, watcher)) : frame);
		}
	}

	#encode(clientIds: readonly number[], except: Watcher | null): Uint8Array {
		const told = clientIds.filter((id) => except === null || this.holderOf(id) !== except);
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, told.length);
		for (const clientId of told) {
			encoding.writeVarUint(encoder, clientId);
			encoding.writeVarUint(encoder, this.#count);
			encoding.writeVarString(encoder, JSON.stringify(this.#stateOf(clientId)));
		}
		return encoding.toUint8Array(encoder);
	}

	#stateOf(clientId: number): object | null {
		const shown = this.#shown.get(clientId);
		if (!shown) return null;
		const { personId, publicName } = shown.holder.actor;
		return {
			user: {
				personId: personId ?? '',
				name: (publicName ?? '').slice(0, 128),
				color: shown.color
			},
			cursor: shown.cursor
		};
	}

	/** One colour a person, the least used one. */
	#colorFor(holder: Watcher): number {
		const uses = Array.from({ length: PRESENCE_COLOURS }, () => 0);
		for (const shown of this.#shown.values()) {
			if (shown.holder.actor.personId === holder.actor.personId) return shown.color;
			uses[shown.color] = (uses[shown.color] ?? 0) + 1;
		}
		return uses.indexOf(Math.min(...uses));
	}
}
