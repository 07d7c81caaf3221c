import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBlocks, writeBlocks } from './blocks.ts';
import { anyBlocks } from './delta-arbitraries.ts';
import { fromPlainText, toPlainText } from './plain-text.ts';
import { toDelta, type Delta } from './delta.ts';
import { resolveIntent, type Intent } from './intent.ts';

function applied(delta: Delta, intent: Intent): Delta | string {
	const result = resolveIntent(delta, intent);
	if (result.kind !== 'change') return result.kind;
	const text = new Y.Doc().getText('body');
	text.applyDelta([...delta]);
	text.applyDelta(result.changes);
	return toDelta(text.toDelta());
}

const intent = (plain: string): Intent => ({
	kind: 'insert_passage',
	text: 'body',
	plain,
	source: 'p-1'
});

test('a passage is added at the end with its source, as many blocks as it has', () => {
	const after = applied(fromPlainText('Avant'), intent('Une navette\n- le mardi'));
	expect(after).toEqual([
		{ insert: 'Avant\n' },
		{ insert: 'Une navette', attributes: { source: { ref: 'p-1' } } },
		{ insert: '\n' },
		{ insert: 'le mardi', attributes: { source: { ref: 'p-1' } } },
		{ insert: '\n', attributes: { kind: 'bullet' } }
	]);
});

test('a passage takes the place of an empty text', () => {
	const after = applied(fromPlainText(''), intent('Une navette'));
	expect(toPlainText(typeof after === 'string' ? [] : after)).toBe('Une navette');
	expect(typeof after === 'string' ? after : after.at(-1)).toEqual({ insert: '\n' });
	expect(applied(fromPlainText('x'), intent('  '))).toBe('unchanged');
});

test('a whole text is replaced unless it changed since its base', () => {
	const replace = (base: string | undefined): Intent => ({
		kind: 'replace_text',
		text: 'body',
		plain: 'deux mots',
		...(base !== undefined && { base })
	});
	const after = applied(fromPlainText('un mot'), replace('un mot'));
	expect(toPlainText(typeof after === 'string' ? [] : after)).toBe('deux mots');
	expect(applied(fromPlainText('un mot'), replace('autre'))).toBe('conflict');
	expect(applied(fromPlainText('deux mots'), replace(undefined))).toBe('unchanged');
});

test('a passage goes after the paragraph that was chosen, or to the end when it is gone', () => {
	const text = fromPlainText('Un\nDeux\nTrois');
	const put = (after: string) => {
		const result = applied(text, {
			kind: 'insert_passage',
			text: 'body',
			plain: 'Passage',
			source: 'p-1',
			after
		});
		return toPlainText(typeof result === 'string' ? [] : result);
	};
	expect(put('Un')).toBe('Un\nPassage\nDeux\nTrois');
	expect(put('Trois')).toBe('Un\nDeux\nTrois\nPassage');
	expect(put('Quatre')).toBe('Un\nDeux\nTrois\nPassage');
});

test('an earlier state comes back whole, formats included, over whatever was written since', () => {
	fc.assert(
		fc.property(anyBlocks, anyBlocks, (now, earlier) => {
			const delta = writeBlocks(earlier);
			const after = applied(writeBlocks(now), { kind: 'restore_text', text: 'body', delta });
			const read = after === 'unchanged' ? writeBlocks(now) : after;
			expect(typeof read === 'string' ? read : readBlocks(read)).toEqual(readBlocks(delta));
		})
	);
});
