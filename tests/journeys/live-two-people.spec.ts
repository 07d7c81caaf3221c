// Two people at once: whose undo it is, the same passage moved twice, who is told what.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import {
	expectSaved,
	placeCaret,
	somebodyElse,
	startWriting,
	textOf,
	typeAtEnd,
	wordsOf
} from './support/writing.ts';

const patience = { timeout: 45_000 };

/** Takes the line that holds some words to the beginning or the end of the text, by cut and paste. */
async function move(page: Page, words: string, to: 'Home' | 'End'): Promise<void> {
	await placeCaret(page, textOf(page).getByText(words));
	await page.keyboard.press('Home');
	await page.keyboard.press('Shift+End');
	await page.keyboard.press('ControlOrMeta+X');
	await expect(textOf(page)).not.toContainText(words);
	await page.keyboard.press(`ControlOrMeta+${to}`);
	await page.keyboard.press('Enter');
	if (to === 'Home') await page.keyboard.press('ControlOrMeta+Home');
	await page.keyboard.press('ControlOrMeta+V');
	await expect(textOf(page)).toContainText(words);
}

function countOf(words: string, passage: string): number {
	return words.split(passage).length - 1;
}

test('taking back takes back one’s own words alone, while another person writes', async ({
	page,
	browser,
	site
}) => {
	await startWriting(page, 'Solène M.');
	const other = await somebodyElse(browser, site.url, 'Julien Costes');
	const mine = unique('À moi');
	const theirs = unique('À Julien');
	await typeAtEnd(page, mine);
	await expect(textOf(other.page)).toContainText(mine, patience);
	await typeAtEnd(other.page, theirs);
	await expect(textOf(page)).toContainText(theirs, patience);

	await textOf(page).press('ControlOrMeta+z');
	await expect(textOf(page)).not.toContainText(mine);
	await expect(textOf(other.page)).not.toContainText(mine, patience);
	await expect(textOf(page)).toContainText(theirs);
	await page.getByRole('button', { name: 'Rétablir' }).click();
	for (const one of [page, other.page]) {
		await expect(textOf(one)).toContainText(mine, patience);
		await expect(textOf(one)).toContainText(theirs);
		await expectSaved(one);
	}
	expect(await wordsOf(page)).toBe(await wordsOf(other.page));
	await other.context.close();
});

test('who comes and goes is shown by name, and said as a number, politely', async ({
	page,
	browser,
	site
}) => {
	await startWriting(page, 'Solène M.');
	const alone = page.getByText('Personne d’autre n’est dans ce texte.');
	await expect(alone).toHaveCount(1, patience);
	const other = await somebodyElse(browser, site.url, 'Julien Costes');
	await textOf(other.page).click();
	const said = page.getByText('1 autre personne dans ce texte.');
	await expect(said).toHaveCount(1, patience);
	await expect(said).toHaveRole('status');
	await expect(page.locator('.remote-cursor')).toHaveText('Julien Costes', patience);
	await expectAccessible(page);
	await other.context.close();
	await expect(page.getByRole('list', { name: 'Aussi dans ce texte' })).toHaveCount(0, patience);
	await expect(page.locator('.remote-cursor')).toHaveCount(0);
	await expect(alone).toHaveCount(1, patience);
});

test('two people who moved the same passage are told so, and keep one', async ({
	page,
	browser,
	site
}) => {
	await startWriting(page, 'Solène M.');
	const passage = `${unique('Ce passage')} que deux personnes veulent ailleurs`;
	await typeAtEnd(page, passage);
	await page.keyboard.press('Enter');
	await page.keyboard.type(unique('La suite'));
	await expectSaved(page);
	const other = await somebodyElse(browser, site.url, 'Julien Costes');
	await expect(textOf(other.page)).toContainText(passage, patience);

	await page.context().setOffline(true);
	await move(page, passage, 'Home');
	await move(other.page, passage, 'End');
	await expectSaved(other.page);
	await page.context().setOffline(false);
	await expectSaved(page);

	const told = 'Une autre personne a déplacé le même passage';
	await expect(page.getByText(told)).toBeVisible(patience);
	await expect(other.page.getByText(told)).toBeVisible(patience);
	expect(countOf(await wordsOf(page), passage)).toBe(2);
	await expectAccessible(page);
	// Which is the first and which the second is seen in the text, and shown on demand.
	const numbers = textOf(page).locator('.moved-number');
	await expect(numbers).toHaveText(['1', '2']);
	await page.evaluate(() => scrollTo(0, 0));
	await page.getByRole('button', { name: 'Voir le second' }).click();
	await expect(textOf(page)).toBeFocused();
	await expect(numbers.last()).toBeInViewport();
	await page.getByRole('button', { name: 'Garder le second' }).click();
	for (const one of [page, other.page]) {
		await expect(one.getByText(told)).toHaveCount(0, patience);
		await expectSaved(one);
		expect(countOf(await wordsOf(one), passage)).toBe(1);
	}
	expect(await wordsOf(page)).toBe(await wordsOf(other.page));
	await other.context.close();
});
