import { EditorState, TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import type { Delta } from '../delta.ts';
import { bindingKey } from './binding.ts';
import { docFromDelta, schema } from './editor-schema.ts';
import { typingRules } from './input-rules.ts';
import { takeBackRewrite } from './rewrites.ts';
import { typedKey } from './typed-here.ts';

/** A line with the caret at its end. */
function begin(locale = 'fr', delta: Delta = [{ insert: '\n' }]): EditorState {
	const state = EditorState.create({ doc: docFromDelta(delta), plugins: typingRules(locale) });
	return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
}

function type(state: EditorState, words: string, meta: Record<string, unknown> = {}): EditorState {
	const { tr } = state;
	tr.insertText(words);
	for (const [name, value] of Object.entries(meta)) tr.setMeta(name, value);
	return state.apply(tr);
}

/** The line with its hard blanks shown. */
function seen(state: EditorState): string {
	return state.doc.textContent.replaceAll('\u202F', '[fine]').replaceAll('\u00A0', '[dure]');
}

/** Types as a keyboard does. */
function typed(words: string, locale = 'fr'): string {
	return seen([...words].reduce((state, letter) => type(state, letter), begin(locale)));
}

test('signs have the blanks of French before them', () => {
	expect(typed('Quoi ? Si ; non ! Soir : « oui »')).toBe(
		'Quoi[fine]? Si[fine]; non[fine]! Soir[dure]: «[dure]oui[dure]»'
	);
	expect(typed('Quoi ? Soir :', 'en')).toBe('Quoi ? Soir :');
});

test('a number stays with its sign', () => {
	expect(typed('100 % des 1 000 € et 12 500 000,50 €')).toBe(
		'100[dure]% des 1[fine]000[dure]€ et 12[fine]500[fine]000,50[dure]€'
	);
	expect(typed('2024 % et 5% et en 2024 150 %')).toBe('2024[dure]% et 5% et en 2024 150[dure]%');
});

test('quotation marks close what they opened, and measures keep theirs', () => {
	expect(typed('un "mot" et un écran de 5"')).toBe('un «[dure]mot[dure]» et un écran de 5"');
	expect(typed('"le 5"')).toBe('«[dure]le 5[dure]»');
});

test('an apostrophe is curved, and a quotation ends with the sign it began with', () => {
	expect(typed("l'eau d'ici")).toBe('l’eau d’ici');
	expect(typed("la 'cité' et l'eau")).toBe("la 'cité' et l’eau");
});

test('what is dictated or corrected has the same signs, and each letter its formats', () => {
	expect(seen(type(begin(), 'Quoi ? "L\'eau" !'))).toBe('Quoi[fine]? «[dure]L’eau[dure]»[fine]!');
	const bold: Delta = [{ insert: 'leau ', attributes: { strong: true } }, { insert: '\n' }];
	const state = begin('fr', bold);
	const corrected = state.apply(state.tr.insertText("'", 2));
	expect(corrected.doc.textContent).toBe('l’eau ');
	expect(corrected.doc.firstChild?.childCount).toBe(1);
	const signed = corrected.apply(corrected.tr.insert(7, schema.text('?')));
	expect(seen(signed)).toBe('l’eau[fine]?');
	expect(signed.doc.firstChild?.firstChild?.text).toBe('l’eau\u202F');
});

test('a composed word is left alone until it is there', () => {
	let state = type(begin(), "l'ea", { composition: 1 });
	state = type(state, 'u', { composition: 1 });
	expect(seen(state)).toBe("l'eau");
	// Others write in it meanwhile: theirs stays as they wrote it.
	const others = state.tr.insertText("d'", 3).setMeta(bindingKey, 'text');
	state = state.apply(others).apply(state.apply(others).tr.setMeta(typedKey, 'settled'));
	expect(seen(state)).toBe("l’d'eau");
});

test('what others write, what is pasted and what comes back by undo is left as it is', () => {
	for (const name of [bindingKey, 'paste'] as const) {
		const { tr } = begin();
		const state = begin().apply(tr.insertText("Quoi ? l'eau").setMeta(name, true));
		expect(seen(state)).toBe("Quoi ? l'eau");
	}
});

test('Backspace right after takes back the signs alone, which do not come again', () => {
	const state = type(begin(), '- Quoi ?');
	expect(seen(state)).toBe('Quoi[fine]?');
	let back = state;
	expect(takeBackRewrite(state, (tr) => (back = state.apply(tr)))).toBe(true);
	expect(seen(back)).toBe('- Quoi ?');
	expect(seen(type(back, ' Oui'))).toBe('- Quoi ? Oui');
	expect(takeBackRewrite(back)).toBe(false);
});
