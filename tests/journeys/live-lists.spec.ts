// Lists as a screen reader has them while they are written, and as the keyboard goes through them.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import { heardFrom } from './support/heard.ts';
import {
	expectSaved,
	paste,
	placeCaret,
	somebodyElse,
	startWriting,
	textOf,
	typeAtEnd,
	wordsOf
} from './support/writing.ts';

const patience = { timeout: 45_000 };

function expectHeard(page: Page, start: string, lines: string[]): Promise<void> {
	return expect(async () => {
		expect(await heardFrom(page, start)).toEqual([`paragraph ${start}`, ...lines]);
	}).toPass(patience);
}

async function typeLines(page: Page, ...lines: string[]): Promise<void> {
	for (const line of lines) {
		await page.keyboard.press('Enter');
		await page.keyboard.type(line);
	}
}

/** Puts the caret at the start of the line that reads so. */
async function goTo(page: Page, words: string): Promise<void> {
	await placeCaret(page, textOf(page).locator('li, p').getByText(words, { exact: true }).last());
	await page.keyboard.press('Home');
}

/** Writes a list of three items with one nested, a paragraph, and a numbered list. */
async function writeLists(page: Page, name: string): Promise<string> {
	const start = unique(name);
	await typeAtEnd(page, start);
	await typeLines(page, '- un', 'deux', 'deux un');
	await page.keyboard.press('Tab');
	await typeLines(page, 'trois');
	await page.keyboard.press('Shift+Tab');
	await typeLines(page, '', 'entre', '1. premier', 'second', '', 'fin');
	return start;
}

const written = [
	'list',
	'  • un',
	'  • deux',
	'    list',
	'      • deux un',
	'  • trois',
	'paragraph entre',
	'list',
	'  1. premier',
	'  2. second',
	'paragraph fin'
];

test('items that follow one another are one list, nested ones a list in their item', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	const start = await writeLists(page, 'Listes');
	await expectHeard(page, start, written);
	await expectSaved(page);
	await expectAccessible(page);

	await goTo(page, 'deux');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expectHeard(page, start, written.toSpliced(2, 1, '  • d', '  • eux'));
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Delete');
	await expectHeard(page, start, written);
});

test('a list stays one through indents, other kinds, joins and what somebody else writes', async ({
	page,
	browser,
	site
}) => {
	await startWriting(page, 'Solène M.');
	const start = await writeLists(page, 'Suivies');
	await goTo(page, 'trois');
	await page.keyboard.press('Tab');
	await expectHeard(page, start, written.with(5, '      • trois'));
	await page.keyboard.press('Shift+Tab');
	await expectHeard(page, start, written);

	// Another kind at the same depth is another list.
	await page.keyboard.press('Control+Shift+7');
	await expectHeard(page, start, [
		...written.slice(0, 5),
		'list',
		'  1. trois',
		...written.slice(6)
	]);
	await page.keyboard.press('Control+Shift+8');
	await expectHeard(page, start, written);

	// A paragraph between parts a list in two; joined to the item before it, it parts nothing.
	await goTo(page, 'second');
	await page.keyboard.press('Backspace');
	await expectHeard(page, start, [...written.slice(0, 9), 'paragraph second', 'paragraph fin']);
	await page.keyboard.press('Control+z');
	await expectHeard(page, start, written);
	const other = await somebodyElse(browser, site.url, 'Julien Costes');
	await goTo(other.page, 'premier');
	await other.page.keyboard.press('End');
	await typeLines(other.page, 'premier et demi');
	await goTo(other.page, 'un');
	await other.page.keyboard.press('End');
	await typeLines(other.page, 'un et demi');
	await other.page.keyboard.press('Tab');
	for (const one of [page, other.page]) {
		await expectHeard(one, start, [
			'list',
			'  • un',
			'    list',
			'      • un et demi',
			...written.slice(2, 9),
			'  2. premier et demi',
			'  3. second',
			'paragraph fin'
		]);
	}
	await expectAccessible(page);
	await other.context.close();
});

test('the caret goes in and out of lists as through any lines', async ({ page, context }) => {
	await startWriting(page, 'Solène M.');
	const start = await writeLists(page, 'Allées');
	const lines = async () => {
		const texts = await textOf(page).locator('p, li').allInnerTexts();
		return texts.slice(texts.findIndex((text) => text.startsWith(start)));
	};
	await goTo(page, 'un');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.type('A');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.type('B');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('End');
	await page.keyboard.type('C');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Home');
	await page.keyboard.type('D');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Home');
	await page.keyboard.type('E');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('End');
	await page.keyboard.type('F');
	expect((await lines()).slice(0, 5)).toEqual([`${start}AC`, 'Bun', 'Ddeux', 'Edeux un', 'troisF']);

	// Letters change nothing about lists: nothing is told anew.
	const told = textOf(page).evaluate(async (text) => {
		const records: string[] = [];
		const observer = new MutationObserver((list) => {
			for (const { target, attributeName } of list) {
				if (target !== text) records.push(attributeName ?? '');
			}
		});
		observer.observe(text, { subtree: true, attributes: true });
		await new Promise((resolve) => setTimeout(resolve, 1000));
		return records;
	});
	await page.keyboard.type('GH');
	expect(await told).toEqual([]);
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');

	const glass = await context.newCDPSession(page);
	for (const text of ['c', 'co', 'com']) {
		await glass.send('Input.imeSetComposition', { text, selectionStart: 3, selectionEnd: 3 });
	}
	await glass.send('Input.insertText', { text: 'composé' });
	await goTo(page, 'Bun');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');
	await page.keyboard.type('!');
	expect((await lines()).slice(0, 4)).toEqual([
		`${start}AC!Bun`,
		'Ddeux',
		'Edeux un',
		'troisFcomposé'
	]);
	const begun = [`paragraph ${start}AC!Bun`, 'list', '  • Ddeux'];
	expect((await heardFrom(page, start)).slice(0, 3)).toEqual(begun);

	const whole = await wordsOf(page);
	await page.keyboard.press('Control+a');
	await page.keyboard.press('Delete');
	expect(await wordsOf(page)).toBe('');
	await page.keyboard.type('- seul');
	expect(await heardFrom(page, 'list')).toEqual(['list', '  • seul']);
	await paste(page, '<ol><li>collé</li><li>aussi</li></ol>', 'collé aussi');
	await page.keyboard.press('Enter');
	await paste(page, '<ol><li>collé</li><ul><li>aussi</li></ul></ol>', 'collé aussi');
	expect(await heardFrom(page, 'list')).toEqual([
		'list',
		'  • seul',
		'list',
		'  1. collé',
		'  2. aussi',
		'  3. collé',
		'    list',
		'      • aussi'
	]);
	await expectSaved(page);
	await expectAccessible(page);
	for (let steps = 0; steps < 12 && (await wordsOf(page)) !== whole; steps++) {
		await page.keyboard.press('Control+z');
	}
	expect(await wordsOf(page)).toBe(whole);
	expect((await heardFrom(page, start)).slice(0, 3)).toEqual(begun);
});
