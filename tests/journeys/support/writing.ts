// What journeys of people who write together do.
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from '../../support/journey.ts';
import { enterAs, openProposal } from './acts.ts';

/** A proposal that Solène M., Julien Costes and Nadia B. may write in. */
export const shade = 'Un parcours à l’ombre du collège à la pharmacie';
/** One that Julien Costes and Nadia B. may write in. */
export const captage = 'L’eau du captage';

/** A machine that is shared may let a page wait. */
const patience = { timeout: 45_000 };

/** The text that is written in. */
export function textOf(page: Page): Locator {
	return page.getByRole('textbox', { name: 'Texte de la proposition' });
}

/** The text without the names that stand at other people's cursors. */
export function wordsOf(page: Page): Promise<string> {
	return textOf(page).evaluate((element) => {
		const copy = element.cloneNode(true);
		if (!(copy instanceof Element)) return '';
		for (const cursor of copy.querySelectorAll('.remote-cursor')) cursor.remove();
		return copy.textContent.replaceAll('\u2060', '');
	});
}

/** Waits until words stand in the text, whoever's cursor stands among them. */
export function expectWords(page: Page, words: string): Promise<void> {
	return expect(async () => expect(await wordsOf(page)).toContain(words)).toPass(patience);
}

/** Waits until the page may be left without being asked: the last letters are no longer in it alone. */
export async function expectFreeToLeave(page: Page): Promise<void> {
	const isAsked = () =>
		page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
	await expect.poll(isAsked, patience).toBe(false);
}

/** Waits until the page says that all is in the database. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText('Enregistré', { exact: true })).toBeVisible(patience);
}

/** Opens the editor of a proposal, as somebody who is signed in. */
export async function openText(page: Page, title = shade): Promise<void> {
	await openProposal(page, title);
	await page.getByRole('link', { name: 'Modifier', exact: true }).click();
	await expect(textOf(page)).toBeVisible(patience);
	await expectSaved(page);
}

/** Takes somebody's place and opens the editor. */
export async function startWriting(page: Page, name: string, title = shade): Promise<void> {
	await enterAs(page, name);
	await openText(page, title);
}

/** Somebody else, in a browser of their own. */
export async function somebodyElse(
	browser: Browser,
	url: string,
	name: string,
	title = shade
): Promise<{ page: Page; context: BrowserContext }> {
	const context = await browser.newContext({ baseURL: url });
	const page = await context.newPage();
	await startWriting(page, name, title);
	return { page, context };
}

/** Clicks into the text. An editor that gains the focus sets its caret 20 ms later: no hand is as quick as a test. */
export async function placeCaret(page: Page, at: Locator = textOf(page)): Promise<void> {
	await at.click();
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
}

/** Types at the end of the text, in a line of its own. */
export async function typeAtEnd(page: Page, words: string): Promise<void> {
	await placeCaret(page);
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.press('Enter');
	await page.keyboard.type(words);
	await expect(textOf(page)).toContainText(words);
}

/** What anybody reads of the proposal, without a script: what the database has. */
export async function expectPublic(
	browser: Browser,
	url: string,
	words: string,
	title = shade
): Promise<void> {
	const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false });
	const page = await context.newPage();
	await expect(async () => {
		await openProposal(page, title);
		await expect(page.getByText(words).first()).toBeVisible({ timeout: 1000 });
	}).toPass(patience);
	await context.close();
}

/** Puts something on the clipboard as another program does, and pastes it at the cursor. */
export async function paste(page: Page, html: string, plain: string): Promise<void> {
	await page.evaluate(
		(given) => {
			const fill = (event: ClipboardEvent) => {
				if (given.html) event.clipboardData?.setData('text/html', given.html);
				event.clipboardData?.setData('text/plain', given.plain);
				event.preventDefault();
				event.stopImmediatePropagation();
			};
			addEventListener('copy', fill, { once: true, capture: true });
			document.execCommand('copy');
			removeEventListener('copy', fill, { capture: true });
		},
		{ html, plain }
	);
	await page.keyboard.press('ControlOrMeta+V');
}
