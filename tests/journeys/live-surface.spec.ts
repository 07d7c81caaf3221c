// The surface that one writes on: what is shown and told around the text, wherever one is in it.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, enterAs, openProposal, unique } from './support/acts.ts';
import { expectAccessible, overflowOf } from './support/checks.ts';
import { crowd } from './support/crowd.ts';
import {
	expectSaved,
	openText,
	placeCaret,
	shade,
	somebodyElse,
	startWriting,
	textOf,
	typeAtEnd
} from './support/writing.ts';

const patience = { timeout: 45_000 };

/** The bar below the text. */
function footOf(page: Page): Locator {
	return page.locator('.foot');
}

/** Whether the whole of something is within the window. */
function isInSight(element: Locator): Promise<boolean> {
	return element.evaluate((one) => {
		const { top, bottom } = one.getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight;
	});
}

/** Makes the text longer than any window, its end being written. */
async function fillWithLines(page: Page): Promise<void> {
	await typeAtEnd(page, unique('Une ligne'));
	for (let line = 0; line < 25; line++) {
		await page.keyboard.press('Enter');
		await page.keyboard.type(`ligne ${line}`);
	}
}

function boxOf(element: Locator) {
	return element.evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
}

test('the cursor of another at the end of a line moves no line', async ({
	page,
	browser,
	site
}) => {
	await startWriting(page, 'Solène M.');
	const words = unique('Une ligne');
	await typeAtEnd(page, words);
	await expectSaved(page);
	const line = textOf(page).locator('p').filter({ hasText: words });
	const { height } = await boxOf(line);
	const other = await somebodyElse(browser, site.url, 'Julien Costes');
	await placeCaret(other.page, textOf(other.page).locator('p').filter({ hasText: words }));
	await other.page.keyboard.press('End');
	const cursor = page.locator('.remote-cursor');
	await expect(cursor).toHaveText('Julien Costes', patience);
	await expect(async () => {
		const right = await line.evaluate((one) => {
			const range = document.createRange();
			range.selectNodeContents(one);
			return range.getBoundingClientRect().right;
		});
		expect(Math.abs((await boxOf(cursor)).left - right)).toBeLessThan(3);
	}).toPass(patience);
	expect((await boxOf(line)).height).toBe(height);
	// A name that stayed would hide the line above.
	await expect(page.locator('.remote-name')).toHaveCSS('opacity', '0', patience);
	await other.page.keyboard.type('!');
	await expect(page.locator('.remote-name')).toHaveCSS('opacity', '1', patience);
	await other.context.close();
});

test('another tab of one’s own is nobody else', async ({ page, context, browser, site }) => {
	await startWriting(page, 'Solène M.');
	const tab = await context.newPage();
	await openText(tab);
	await placeCaret(tab);
	const other = await somebodyElse(browser, site.url, 'Julien Costes');
	await placeCaret(other.page);
	await expect(page.locator('.remote-cursor')).toHaveText(['Julien Costes'], patience);
	await other.context.close();
});

test('a refused address keeps the keyboard in its field, and Escape leaves it', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	const words = unique('Unlien');
	await typeAtEnd(page, words);
	await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
	await page.keyboard.press('ControlOrMeta+K');
	const field = page.getByLabel('Adresse du lien');
	await expect(field).toBeFocused();
	await page.keyboard.type('javascript:alert(1)');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('n’est pas un lien');
	await expect(field).toBeFocused();
	await expectAccessible(page);
	await field.fill('javascript:alert(2)');
	await page.getByRole('button', { name: 'Mettre ce lien' }).click();
	await expect(field).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(field).toHaveCount(0);
	await expect(textOf(page)).toBeFocused();
	await expect(textOf(page)).toContainText(words);
});

test('however many are in the text, some are named, all can be, and the text keeps its room @phone', async ({
	page
}) => {
	const isPhone = (page.viewportSize()?.width ?? 0) < 640;
	const shown = isPhone ? 1 : 3;
	await crowd(page, 12);
	await startWriting(page, 'Solène M.');
	const few = page.getByRole('list', { name: 'Aussi dans ce texte' });
	await expect(few.getByRole('listitem')).toHaveCount(shown, patience);
	expect((await boxOf(footOf(page))).height).toBeLessThan(70);
	expect(await overflowOf(page)).toEqual([]);
	await page.getByText(`et ${12 - shown} autres`).click();
	const all = page.getByRole('region', { name: 'Toutes les autres personnes dans ce texte' });
	await expect(all.getByRole('listitem')).toHaveCount(12);
	await expect(all.getByText('Personne 12')).toBeVisible();
	expect((await boxOf(footOf(page))).height).toBeLessThan(70);
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(all).toBeHidden();
});

test('the line that is written stays above the bar that grows over it @phone', async ({
	page,
	context
}) => {
	await startWriting(page, 'Solène M.');
	await fillWithLines(page);
	await context.setOffline(true);
	await expect(footOf(page).getByText('La connexion est coupée.')).toBeVisible(patience);
	await expect(async () => {
		const line = await boxOf(textOf(page).locator('p').last());
		expect(line.bottom).toBeLessThanOrEqual((await boxOf(footOf(page))).top);
	}).toPass();
	// Nobody knows who is there without a connection: nothing is said of it.
	await page.waitForTimeout(6000);
	await expect(page.getByText('Personne d’autre n’est dans ce texte.')).toHaveCount(0);
	await context.setOffline(false);
	await expectSaved(page);
});

test('in a long text too, one sees that one was signed out', async ({ page, context }) => {
	await startWriting(page, 'Solène M.');
	await fillWithLines(page);
	await expectSaved(page);
	const elsewhere = await context.newPage();
	await elsewhere.goto(`${base}/compte`);
	await elsewhere.getByRole('button', { name: 'Me déconnecter' }).first().click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('Vous êtes déconnecté.', patience);
	expect(await isInSight(alert)).toBe(true);
	await expect(page.getByText('Lecture seule', { exact: true })).toBeVisible();
	await expect(page.getByText('Enregistré', { exact: true })).toHaveCount(0);
	await expectAccessible(page);
});

test('keys are told and shown, and Ctrl+S says how the saving is', async ({ page }) => {
	await startWriting(page, 'Solène M.');
	const bold = page.getByRole('button', { name: 'Gras', exact: true });
	await expect(bold).toHaveAttribute('aria-keyshortcuts', 'Control+B');
	await expect(bold).toHaveAttribute('title', 'Ctrl+B');
	await page.getByText('Raccourcis du clavier').click();
	await expect(page.getByText('Ctrl+Maj+2', { exact: true })).toBeVisible();
	await expectAccessible(page);
	await typeAtEnd(page, unique('Un titre'));
	await page.keyboard.press('Control+Shift+2');
	await expect(page.getByRole('button', { name: 'Titre', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await expectSaved(page);
	await page.keyboard.press('Control+s');
	await expect(page.getByText('Tout s’enregistre au fil de la frappe.')).toBeVisible();
	await expect(page.getByText('Tout s’enregistre au fil de la frappe.')).toHaveRole('status');
	await expectAccessible(page);
});

test('a text that is not open yet says so, and promises nothing more', async ({ page }) => {
	await page.routeWebSocket(/\/collab\//, () => {});
	await page.route(/\/collab/, (route) => route.abort());
	await enterAs(page, 'Solène M.');
	await openProposal(page, shade);
	await page.getByRole('link', { name: 'Modifier', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'L’éditeur se charge' })).toBeVisible();
	await expectAccessible(page);
	await expect(page.getByText('Le texte s’ouvrira dès son retour.')).toBeVisible(patience);
	await expect(page.getByText('Continuez à écrire')).toHaveCount(0);
	await expectAccessible(page);
});

test('on a phone the text begins in the upper half, under buttons for thumbs @phone', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
	await page.evaluate(() => scrollTo(0, 0));
	expect((await boxOf(textOf(page))).top).toBeLessThan(height / 2);
	const buttons = page.getByRole('toolbar').getByRole('button');
	await expect(buttons.first()).toHaveText('Annuler');
	for (const button of await buttons.all()) {
		const box = await boxOf(button);
		expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
	}
	const bar = page.getByRole('toolbar');
	expect(await bar.evaluate((one) => one.scrollWidth)).toBeLessThan(Math.max(800, width));
	expect(await overflowOf(page)).toEqual([]);
});

test('each line goes its own way, and a pressed button is seen in any colours', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	await typeAtEnd(page, 'مرحبا بكم في المدينة');
	const line = textOf(page).locator('p').last();
	const side = await line.evaluate((one) => {
		const range = document.createRange();
		range.selectNodeContents(one);
		return Math.abs(range.getBoundingClientRect().right - one.getBoundingClientRect().right);
	});
	expect(side).toBeLessThan(2);
	await page.keyboard.press('Enter');
	await page.emulateMedia({ forcedColors: 'active' });
	const bold = page.getByRole('button', { name: 'Gras', exact: true });
	const before = await bold.evaluate((one) => getComputedStyle(one).backgroundColor);
	await bold.click();
	await expect(bold).toHaveAttribute('aria-pressed', 'true');
	await expect(bold).not.toHaveCSS('background-color', before);
});

test('on paper the text stands alone', async ({ page }) => {
	await startWriting(page, 'Solène M.');
	await placeCaret(page);
	await page.emulateMedia({ media: 'print' });
	await expect(textOf(page)).toBeVisible();
	await expect(textOf(page)).toHaveCSS('outline-style', 'none');
	await expect(page.locator('.editor')).toHaveCSS('border-top-width', '0px');
	for (const gone of ['.toolbar', '.foot', '.below']) {
		await expect(page.locator(gone)).toBeHidden();
	}
	await expect(page.getByText(/^Modifier sans l’éditeur/)).toBeHidden();
});
