import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { KnownClocks } from './known-clocks.ts';
import { readUpdate } from './update-reading.ts';

const texts = new Set(['body']);

test('clocks kept from updates are those of the document they make', () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.record({ at: fc.nat(), length: fc.nat(4), remove: fc.boolean(), who: fc.nat(1) }),
				{
					maxLength: 40
				}
			),
			(edits) => {
				const lives = [new Y.Doc(), new Y.Doc()];
				const known = new KnownClocks(new Y.Doc());
				const all = new Y.Doc();
				for (const { at, length, remove, who } of edits) {
					const [live, other] = who === 0 ? lives : [...lives].reverse();
					if (!live || !other) continue;
					const updates: Uint8Array[] = [];
					const listen = (update: Uint8Array) => updates.push(update);
					live.on('update', listen);
					const text = live.getText('body');
					if (remove)
						text.delete(
							at % (text.length + 1),
							Math.min(length, text.length - (at % (text.length + 1)))
						);
					else text.insert(at % (text.length + 1), 'x'.repeat(length));
					live.off('update', listen);
					for (const bytes of updates) {
						const update = readUpdate(bytes, texts);
						expect(known.judge(update)).toBe('new');
						known.add(update);
						expect(known.judge(update)).toBe('known');
						Y.applyUpdate(other, bytes);
						Y.applyUpdate(all, bytes);
					}
				}
				expect(Y.decodeStateVector(known.stateVector())).toEqual(
					Y.decodeStateVector(Y.encodeStateVector(all))
				);
				expect(known.judge(readUpdate(Y.encodeStateAsUpdate(all), texts))).toBe('known');
			}
		),
		{ numRuns: 200 }
	);
});

test('an update that rests on what is not there is a gap', () => {
	const live = new Y.Doc();
	const updates: Uint8Array[] = [];
	live.on('update', (update: Uint8Array) => updates.push(update));
	live.getText('body').insert(0, 'a');
	live.getText('body').insert(1, 'b');
	live.getText('body').delete(0, 1);
	const known = new KnownClocks(new Y.Doc());
	const judged = updates.map((update) => known.judge(readUpdate(update, texts)));
	expect(judged).toEqual(['new', 'gap', 'gap']);
});

test('what an update says again is not new in it', () => {
	const live = new Y.Doc();
	live.clientID = 7;
	live.getText('body').insert(0, 'abc');
	const known = new KnownClocks(live);
	live.getText('body').insert(3, 'de');
	const other = new Y.Doc();
	other.clientID = 8;
	Y.applyUpdate(other, Y.encodeStateAsUpdate(live));
	const all = readUpdate(Y.encodeStateAsUpdate(other), texts);
	expect(known.newIn(all)).toEqual([{ client: 7, from: 3, to: 5 }]);
	known.add(all);
	other.getText('body').delete(0, 1);
	expect(known.newIn(readUpdate(Y.encodeStateAsUpdate(other), texts))).toEqual([]);
});
