// Writing with a thumb: words composed by a keyboard of glass, on a narrow screen, beside somebody else.
import { expect, test } from '../support/journey.ts';
import { unique } from './support/acts.ts';
import { expectAccessible, overflowOf } from './support/checks.ts';
import {
	expectSaved,
	expectWords,
	paste,
	placeCaret,
	somebodyElse,
	startWriting,
	textOf,
	typeAtEnd,
	wordsOf
} from './support/writing.ts';

const patience = { timeout: 45_000 };

test('a word that is being composed comes whole, though another writes in the same line @phone', async ({
	page,
	context,
	browser,
	site
}) => {
	await startWriting(page, 'Solène M.');
	const line = unique('Même ligne');
	await typeAtEnd(page, line);
	await expectSaved(page);
	const other = await somebodyElse(browser, site.url, 'Julien Costes');
	await placeCaret(other.page, textOf(other.page).getByText(line));
	await other.page.keyboard.press('Home');

	const glass = await context.newCDPSession(page);
	const compose = (text: string) =>
		glass.send('Input.imeSetComposition', {
			text,
			selectionStart: text.length,
			selectionEnd: text.length
		});
	await page.keyboard.type(' ');
	for (const part of ['o', 'om', 'omb']) await compose(part);
	await other.page.keyboard.type('Avant. ');
	await expectWords(page, `Avant. ${line}`);
	for (const part of ['ombr', 'ombra', 'ombrag']) await compose(part);
	await other.page.keyboard.press('Home');
	await other.page.keyboard.type('Tout ');
	await expectWords(page, `Tout Avant. ${line}`);
	await compose('ombragé');
	await glass.send('Input.insertText', { text: 'ombragé' });
	await page.keyboard.type(' enfin');

	const whole = `Tout Avant. ${line} ombragé enfin`;
	for (const one of [page, other.page]) {
		await expect(textOf(one).locator('p', { hasText: line })).toContainText('enfin', patience);
		await expectSaved(one);
		expect(await wordsOf(one)).toContain(whole);
	}
	expect(await wordsOf(page)).toBe(await wordsOf(other.page));
	await other.context.close();
});

test('a keyboard that corrects and completes words leaves each of them once @phone', async ({
	page,
	context
}) => {
	await startWriting(page, 'Solène M.');
	const start = unique('Dictée');
	await typeAtEnd(page, `${start} `);
	const glass = await context.newCDPSession(page);
	for (const word of ['bonjour', 'voisine', 'fraîcheur']) {
		const length = word.length;
		await glass.send('Input.imeSetComposition', {
			text: word.slice(0, 3),
			selectionStart: 3,
			selectionEnd: 3
		});
		await glass.send('Input.imeSetComposition', {
			text: word,
			selectionStart: length,
			selectionEnd: length
		});
		await glass.send('Input.insertText', { text: word });
		await glass.send('Input.insertText', { text: ' ' });
	}
	// A composition that is given up leaves nothing.
	await glass.send('Input.imeSetComposition', { text: 'xyz', selectionStart: 3, selectionEnd: 3 });
	await glass.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
	await page.keyboard.press('Enter');
	await glass.send('Input.insertText', { text: 'Fin.' });
	await expectSaved(page);
	expect(await wordsOf(page)).toMatch(new RegExp(`${start} bonjour voisine fraîcheur ?Fin\\.`));
	await page.reload();
	await expect(textOf(page)).toContainText(`${start} bonjour voisine fraîcheur`, patience);
});

test('on the narrowest screen nothing sticks out, whatever the page says @phone', async ({
	page,
	context
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await startWriting(page, 'Solène M.');
	await typeAtEnd(page, unique('Petit'));
	await page.keyboard.type(' anticonstitutionnellement'.repeat(3).replaceAll(' ', ''));
	await paste(page, '', 'Mille pages. '.repeat(80_000));
	await expect(page.getByText('Ce que vous collez est trop long')).toBeVisible();
	await page.getByRole('button', { name: 'Lien', exact: true }).click();
	await expect(page.getByLabel('Adresse du lien')).toBeFocused();
	expect(await overflowOf(page)).toEqual([]);
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(textOf(page)).toBeFocused();

	await context.setOffline(true);
	await expect(page.getByText('La connexion est coupée.')).toBeVisible(patience);
	await page.keyboard.type('.');
	await expect(page.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible();
	expect(await overflowOf(page)).toEqual([]);
	await expectAccessible(page);
	await context.setOffline(false);
	await expectSaved(page);
});
