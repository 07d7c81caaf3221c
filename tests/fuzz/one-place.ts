/** People who write at one place of a text, at the same time: whether the words of each stay together. */
import { TextSelection } from 'prosemirror-state';
import * as Y from 'yjs';
import { splitBlock } from '#lib/document/editor/commands.ts';
import { Random } from '#server/collaboration/simulator/random.ts';
import { OneTextWriter } from './one-text-writer.ts';
import { countPlaces, placeOf } from './writer.ts';

export interface Mixed {
	/** Letters typed. */
	typed: number;
	lost: number;
	/** People whose letters have those of somebody else between them. */
	mixed: number;
	/** Their texts differ, or an editor shows something else than its text. */
	diverged: number;
}

// Few letters and many blanks: equal letters meet, which a comparison cannot tell apart.
const LETTERS = 'aab  é';

/** Plays one seed: two or three people, a caret each at one place, some press Enter first. */
export function writeAtOnePlace(seed: number): Mixed {
	const random = new Random(seed);
	const start = new OneTextWriter(9);
	start.dispatch(start.state.tr.insertText('a ba', 1));
	for (let n = random.below(3); n > 0; n--) {
		start.split(placeOf(start.state.doc, random.below(countPlaces(start.state.doc))));
	}
	const update = Y.encodeStateAsUpdate(start.live);
	const writers = Array.from(
		{ length: 2 + random.below(2) },
		(_, id) => new OneTextWriter(id + 1, update)
	);
	const ways = waysBetween(writers);
	const place = placeOf(start.state.doc, random.below(countPlaces(start.state.doc)));
	for (const writer of writers) putCaret(writer, place);
	for (const writer of writers) if (random.chance(0.3)) pressEnter(writer);
	const typed = new Map(writers.map((writer) => [writer.live.clientID, 0]));
	for (let n = 0; n < 40; n++) {
		if (random.chance(0.5)) {
			const writer = random.pick(writers);
			writer.dispatch(writer.state.tr.insertText(LETTERS[random.below(LETTERS.length)] ?? 'a'));
			typed.set(writer.live.clientID, (typed.get(writer.live.clientID) ?? 0) + 1);
		} else deliver(random.pick(ways), 1 + random.below(4));
	}
	for (let round = 0; round < 3; round++) for (const way of ways) deliver(way, Infinity);
	return reckon(writers, typed);
}

interface Way {
	to: OneTextWriter;
	updates: Uint8Array[];
}

function waysBetween(writers: readonly OneTextWriter[]): Way[] {
	return writers.flatMap((from) => {
		const ways = writers.filter((to) => to !== from).map((to): Way => ({ to, updates: [] }));
		from.live.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'remote') for (const way of ways) way.updates.push(update);
		});
		return ways;
	});
}

function deliver({ to, updates }: Way, most: number): void {
	for (const update of updates.splice(0, most)) Y.applyUpdate(to.live, update, 'remote');
}

function putCaret(writer: OneTextWriter, place: number): void {
	const { tr, doc } = writer.state;
	writer.state = writer.state.apply(tr.setSelection(TextSelection.create(doc, place)));
}

function pressEnter(writer: OneTextWriter): void {
	splitBlock(writer.state, (tr) => writer.dispatch(tr));
}

function reckon(writers: readonly OneTextWriter[], typed: ReadonlyMap<number, number>): Mixed {
	const [writer] = writers;
	const letters = writer?.authors().filter(([letter]) => letter !== '\n') ?? [];
	const damage: Mixed = { typed: 0, lost: 0, mixed: 0, diverged: 0 };
	for (const [client, count] of typed) {
		damage.typed += count;
		const places = letters.flatMap(([, author], at) => (author === client ? [at] : []));
		damage.lost += count - places.length;
		if ((places.at(-1) ?? 0) - (places[0] ?? 0) >= Math.max(places.length, 1)) damage.mixed++;
	}
	damage.diverged = new Set(writers.map((one) => one.reading())).size - 1;
	return damage;
}
