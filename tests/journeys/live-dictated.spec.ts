// Words that no key brings one by one: dictated, completed, corrected, composed.
import type { CDPSession } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { unique } from './support/acts.ts';
import {
	expectSaved,
	expectWords,
	placeCaret,
	somebodyElse,
	startWriting,
	textOf,
	typeAtEnd,
	wordsOf
} from './support/writing.ts';

async function compose(glass: CDPSession, ...parts: string[]): Promise<void> {
	for (const text of parts) {
		const end = text.length;
		await glass.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
	}
}

test('a dictated sentence has the signs of French, which are taken back alone', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	const start = unique('Dictée');
	await typeAtEnd(page, `${start} `);
	const said = 'Où est "l\'eau" ? À 12:30 : https://exemple.fr/l\'eau !';
	const signed = "Où est «\u00A0l’eau\u00A0»\u202F? À 12:30\u00A0: https://exemple.fr/l'eau\u202F!";
	await page.keyboard.insertText(said);
	await expectWords(page, `${start} ${signed}`);
	await page.keyboard.press('Control+z');
	await expectWords(page, `${start} ${said}`);
	await page.keyboard.press('Control+Shift+z');
	await expectWords(page, `${start} ${signed}`);

	// What comes next leaves what was taken back as it is.
	await page.keyboard.press('Enter');
	const again = unique('Encore');
	await page.keyboard.insertText(`${again} ? C'est`);
	await expectWords(page, `${again}\u202F? C’est`);
	await page.keyboard.press('Backspace');
	await page.keyboard.insertText(' tout ;');
	await expectWords(page, `${again} ? C'est tout\u202F;`);
	await expectSaved(page);
});

test('a word that is corrected, by the browser or by a script of it, has them too', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	const start = unique('Correction');
	await typeAtEnd(page, `${start} leau `);
	const line = textOf(page).locator('p', { hasText: start });
	await line.evaluate((one, before) => {
		const letters = one.firstChild;
		if (letters) getSelection()?.setBaseAndExtent(letters, before, letters, before + 4);
	}, start.length + 1);
	await page.waitForTimeout(100);
	await page.evaluate(() => document.execCommand('insertText', false, "l'eau"));
	await expectWords(page, `${start} l’eau `);
	// As a spelling corrector writes, straight into the page.
	await line.evaluate((one) => {
		if (one.firstChild instanceof Text) one.firstChild.data += '?';
	});
	await expectWords(page, `${start} l’eau\u202F?`);
	await expectSaved(page);
});

test('a composed word is left alone until it is there, and what others write always @phone', async ({
	page,
	context,
	browser,
	site
}) => {
	await startWriting(page, 'Solène M.');
	const start = unique('Composée');
	await typeAtEnd(page, `${start} `);
	await expectSaved(page);
	const other = await somebodyElse(browser, site.url, 'Julien Costes');
	await placeCaret(other.page, textOf(other.page).getByText(start));
	await other.page.keyboard.press('Home');
	await other.page.keyboard.insertText('Vu ?');
	await other.page.keyboard.press('Control+z');
	await other.page.keyboard.press('ArrowRight');
	await expectWords(page, `Vu ?${start} `);

	const glass = await context.newCDPSession(page);
	await compose(glass, 'd', "d'", "d'ac", "d'acc");
	await page.waitForTimeout(300);
	expect(await wordsOf(page)).toContain(`Vu ?${start} d'acc`);
	await glass.send('Input.insertText', { text: "d'accord ?" });
	for (const one of [page, other.page]) {
		await expectWords(one, `Vu ?${start} d’accord\u202F?`);
	}
	await page.keyboard.type(' Oui');
	await expectSaved(page);
	expect(await wordsOf(page)).toContain(`Vu ?${start} d’accord\u202F? Oui`);
	await other.context.close();
});
