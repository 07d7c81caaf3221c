import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { docFromDelta } from './editor-schema.ts';
import { typingRules } from './input-rules.ts';

/** Types as a keyboard does, and gives the line with its hard blanks shown. */
function typed(words: string, locale = 'fr'): string {
	let state = EditorState.create({
		doc: docFromDelta([{ insert: '\n' }]),
		plugins: typingRules(locale)
	});
	state = state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
	for (const letter of words) {
		const { from } = state.selection;
		const view = {
			state,
			composing: false,
			dispatch: (tr: Transaction) => (state = state.apply(tr))
		};
		const plugin = state.plugins.find(({ spec }) => spec['isInputRules'] === true);
		const press = plugin?.props.handleTextInput ?? (() => false);
		const isHandled: unknown = Reflect.apply(press, plugin, [view, from, from, letter]);
		if (!isHandled) state = state.apply(state.tr.insertText(letter));
	}
	return state.doc.textContent.replaceAll('\u202F', '[fine]').replaceAll('\u00A0', '[dure]');
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
