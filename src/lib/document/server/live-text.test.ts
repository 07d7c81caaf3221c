import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyAll } from './live-text.ts';

test('applying updates deletes nothing that they do not delete, though Yjs would tidy formats', () => {
	const one = new Y.Doc();
	one.getText('body').insert(0, 'une navette\n');
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
	one.getText('body').format(0, 3, { strong: true });
	other.getText('body').format(0, 3, { strong: true });
	const live = new Y.Doc();
	// Read before, as a room that somebody has joined: only then does Yjs know that it is a text.
	live.getText('body');
	const updates = [one, other].map((doc) => Y.encodeStateAsUpdate(doc));
	for (const update of updates) applyAll(live, [update]);
	const deleted = Y.createDeleteSetFromStructStore(live.store).clients;
	expect(deleted.size).toBe(0);
	expect(live.getText('body').toDelta()).toEqual([
		{ insert: 'une', attributes: { strong: true } },
		{ insert: ' navette\n' }
	]);
});
