/** Three people change the structure of one text while they write in it: what becomes of their letters. */
import * as Y from 'yjs';
import { Random } from '#server/collaboration/simulator/random.ts';
import {
	bold,
	countPlaces,
	erase,
	join,
	lettersOf,
	move,
	paste,
	placeOf,
	type,
	type Anchor,
	type Writer
} from './writer.ts';

export type MakeWriter = (clientId: number, update?: Uint8Array) => Writer;

export interface Damage {
	/** Letters typed. */
	typed: number;
	/** Letters that nobody took away, and that are gone. */
	lost: number;
	/** Letters that stand twice, though nobody moved or restored them. */
	duplicated: number;
	/** Letters that were moved or restored, by two at the same time. */
	duplicatedByMoves: number;
	/** Letters under somebody else's name, though nobody moved or restored them. */
	wrongAuthors: number;
	/** Anchors on letters that still stand where they were typed. */
	anchors: number;
	anchorsLost: number;
	diverged: number;
}

/** Whether letters are taken away, moved and restored too, or are only typed amid changes of structure. */
export type Course = 'structure' | 'everything';

interface Letter {
	client: number;
	isDeleted: boolean;
	/** Cut and pasted, or brought back by undo: made anew by whoever did it. */
	isRemade: boolean;
}

const STRUCTURE = {
	...{ type: 30, split: 7, join: 5, heading: 5, list: 5, indent: 4, bold: 6, paste: 3 },
	...{ deliver: 22, offline: 3, anchor: 6, erase: 0, move: 0, undo: 0 }
};
const ACTS: Record<Course, typeof STRUCTURE> = {
	structure: STRUCTURE,
	everything: { ...STRUCTURE, erase: 6, move: 3, undo: 5 }
};

/** Plays one seed and counts the damage. */
export function fuzz(seed: number, make: MakeWriter, course: Course, acts = 60): Damage {
	return new Fuzz(seed, make).play(course, acts);
}

/** Adds up. */
export function sum(damages: readonly Damage[]): Damage {
	const total: Damage = { ...NONE };
	for (const damage of damages) {
		for (const name of NAMES) total[name] += damage[name];
	}
	return total;
}

const NONE: Damage = {
	...{ typed: 0, lost: 0, duplicated: 0, duplicatedByMoves: 0, wrongAuthors: 0 },
	...{ anchors: 0, anchorsLost: 0, diverged: 0 }
};
const NAMES = [
	...(['typed', 'lost', 'duplicated', 'duplicatedByMoves', 'wrongAuthors'] as const),
	...(['anchors', 'anchorsLost', 'diverged'] as const)
];

class Fuzz {
	readonly #random: Random;
	readonly #writers: Writer[];
	readonly #letters = new Map<string, Letter>();
	readonly #anchors: { anchor: Anchor; writer: Writer }[] = [];
	/** What each has still to hear from each. */
	readonly #ways: { from: Writer; to: Writer; updates: Uint8Array[] }[] = [];
	readonly #offline = new Set<Writer>();
	#lost = 0;

	constructor(seed: number, make: MakeWriter) {
		this.#random = new Random(seed);
		const first = make(1);
		type(first, 1, this.#newLetters(first, 12));
		first.split(placeOf(first.state.doc, 7));
		const start = Y.encodeStateAsUpdate(first.live);
		this.#writers = [first, make(2, start), make(3, start)];
		for (const from of this.#writers) {
			const ways = this.#writers
				.filter((to) => to !== from)
				.map((to) => ({ from, to, updates: [] as Uint8Array[] }));
			this.#ways.push(...ways);
			from.live.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin !== 'remote') for (const way of ways) way.updates.push(update);
			});
		}
	}

	play(course: Course, acts: number): Damage {
		for (let n = 0; n < acts; n++) this.#act(course);
		this.#offline.clear();
		// Twice: what somebody tidies when all has come is to be heard too.
		for (let round = 0; round < 3; round++) for (const way of this.#ways) deliver(way, Infinity);
		return this.#reckon();
	}

	#act(course: Course): void {
		const random = this.#random;
		const writer = random.pick(this.#writers);
		const { doc } = writer.state;
		const place = placeOf(doc, random.below(countPlaces(doc)));
		switch (random.weighted(ACTS[course])) {
			case 'type':
				return type(writer, place, this.#newLetters(writer, 1 + random.below(3)));
			case 'split':
				return writer.split(place);
			case 'join':
				return join(writer, place);
			case 'heading':
				return writer.heading(place, random.below(3));
			case 'list':
				return writer.list(place);
			case 'indent':
				return writer.indent(place);
			case 'bold':
				return bold(writer, place, 1 + random.below(6), random.chance(0.6));
			case 'paste':
				return paste(
					writer,
					random.below(10),
					this.#newLetters(writer, 3),
					this.#newLetters(writer, 2)
				);
			case 'erase':
				return this.#mark(erase(writer, place, 1 + random.below(5)), 'isDeleted');
			case 'move':
				return this.#mark(move(writer, random.below(10), random.below(10)), 'isRemade');
			case 'undo':
				return this.#undo(writer);
			case 'anchor':
				return this.#anchor(writer, place);
			case 'offline':
				if (!this.#offline.delete(writer)) this.#offline.add(writer);
				return;
			case 'deliver': {
				const way = random.pick(this.#ways);
				if (this.#offline.has(way.from) || this.#offline.has(way.to)) return;
				return deliver(way, 1 + random.below(6));
			}
		}
	}

	#newLetters(writer: Writer, count: number): string {
		let letters = '';
		for (let n = 0; n < count; n++) {
			const letter = String.fromCharCode(0x4e00 + this.#letters.size);
			this.#letters.set(letter, {
				client: writer.live.clientID,
				isDeleted: false,
				isRemade: false
			});
			letters += letter;
		}
		return letters;
	}

	#mark(letters: string, what: 'isDeleted' | 'isRemade'): void {
		for (const letter of letters) {
			const known = this.#letters.get(letter);
			if (known) known[what] = true;
		}
	}

	/** Takes back what this person did last: their own letters may go, and what they took away comes back. */
	#undo(writer: Writer): void {
		const before = lettersOf(writer.state.doc);
		writer.undo();
		const after = lettersOf(writer.state.doc);
		for (const letter of before) {
			const known = this.#letters.get(letter);
			if (!known || after.includes(letter)) continue;
			if (known.client !== writer.live.clientID && !known.isRemade) this.#lost++;
			known.isDeleted = true;
		}
		this.#mark([...after].filter((letter) => !before.includes(letter)).join(''), 'isRemade');
	}

	#anchor(writer: Writer, place: number): void {
		const { doc } = writer.state;
		const letter = doc.textBetween(place, Math.min(place + 1, doc.content.size));
		if (letter !== '') this.#anchors.push({ anchor: writer.anchor(place, letter), writer });
	}

	#reckon(): Damage {
		const damage = { ...NONE, typed: this.#letters.size, lost: this.#lost };
		const readings = new Set(this.#writers.map((writer) => writer.reading()));
		damage.diverged = readings.size === 1 ? 0 : 1;
		const [writer] = this.#writers;
		const standing = new Map<string, number[]>();
		for (const [letter, client] of writer?.authors() ?? []) {
			standing.set(letter, [...(standing.get(letter) ?? []), client]);
		}
		for (const [letter, { client, isDeleted, isRemade }] of this.#letters) {
			const clients = standing.get(letter) ?? [];
			if (clients.length === 0 && !isDeleted) damage.lost++;
			if (clients.length > 1) damage[isRemade ? 'duplicatedByMoves' : 'duplicated']++;
			if (!isRemade && clients.some((other) => other !== client)) damage.wrongAuthors++;
		}
		for (const { anchor } of this.#anchors) {
			const known = this.#letters.get(anchor.letter);
			if (!known || known.isRemade || known.isDeleted) continue;
			damage.anchors++;
			if (anchor.find() !== anchor.letter) damage.anchorsLost++;
		}
		return damage;
	}
}

function deliver(way: { to: Writer; updates: Uint8Array[] }, most: number): void {
	const updates = way.updates.splice(0, most);
	if (updates.length === 0) return;
	for (const update of updates) Y.applyUpdate(way.to.live, update, 'remote');
	way.to.refresh();
}
