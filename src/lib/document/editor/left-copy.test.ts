import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { wordsOf } from './left-copy.ts';

/** A copy of a text that the server has, and what is typed into it since. */
function copyOf(server: string, type: (text: Y.Text) => void) {
	const theirs = new Y.Doc();
	theirs.getText('body').insert(0, server);
	const live = new Y.Doc();
	Y.applyUpdate(live, Y.encodeStateAsUpdate(theirs));
	const saved = Y.decodeStateVector(Y.encodeStateVector(live));
	type(live.getText('body'));
	return { live, saved, updates: [Y.encodeStateAsUpdate(live)] };
}

test('only the lines in which something was typed are given, whole', () => {
	const { updates, saved } = copyOf('Une navette\nUn banc\nUne mare\n', (text) => {
		text.insert(text.toJSON().indexOf(' banc'), ' grand');
		text.insert(text.length, 'Un kiosque\n');
	});
	expect(wordsOf(updates, saved)).toEqual({
		words: 'Un grand banc\nUn kiosque',
		whole: 'Une navette\nUn grand banc\nUne mare\nUn kiosque'
	});
});

test('a copy of which it is not known what was saved is given whole', () => {
	const { updates } = copyOf('Une navette\n', () => undefined);
	expect(wordsOf(updates, null).words).toBe('Une navette');
});

test('a copy that was only read, or only cut from, has no words to give', () => {
	expect(copyOf('Une navette\n', () => undefined)).toSatisfy(
		({ updates, saved }: ReturnType<typeof copyOf>) => wordsOf(updates, saved).words === ''
	);
	const { updates, saved } = copyOf('Une navette\nUn banc\n', (text) => text.delete(0, 4));
	expect(wordsOf(updates, saved).words).toBe('');
});

test('words in several texts, in several updates and after one’s own saved ones are all found', () => {
	const { live, updates } = copyOf('', (text) => text.insert(0, 'Déjà enregistré\n'));
	const saved = Y.decodeStateVector(Y.encodeStateVector(live));
	live.on('update', (update: Uint8Array) => updates.push(update));
	live.getText('context').insert(0, '- un point\n');
	live.getText('body').insert(0, 'Pas encore. ');
	live.getText('body').insert(12, 'Toujours pas. ');
	const { words } = wordsOf(updates, saved);
	expect(words).toContain('Pas encore. Toujours pas. Déjà enregistré');
	expect(words).toContain('- un point');
});
