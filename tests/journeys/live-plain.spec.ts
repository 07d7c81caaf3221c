// Around the editor: the keys that leave it, and the plain form that stands in for it.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { enterAs, openProposal, unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import {
	captage,
	expectSaved,
	placeCaret,
	shade,
	startWriting,
	textOf
} from './support/writing.ts';

const patience = { timeout: 45_000 };

test('Escape leaves the text for the buttons, which are one stop and act by arrow and Enter', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	await placeCaret(page);
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.press('Enter');
	const word = unique('Au clavier');
	await page.keyboard.press('Escape');
	const toolbar = page.getByRole('toolbar', { name: 'Mise en forme' });
	await expect(toolbar.getByRole('button', { name: 'Gras' })).toBeFocused();
	for (let presses = 0; presses < 6; presses++) await page.keyboard.press('ArrowRight');
	const list = toolbar.getByRole('button', { name: 'Liste', exact: true });
	await expect(list).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(list).toHaveAttribute('aria-pressed', 'true');
	await expect(textOf(page)).toBeFocused();
	await page.keyboard.type(word);
	await expect(textOf(page).getByRole('listitem').filter({ hasText: word })).toBeVisible();
	// In a list Tab is for the text; come back to by Tab, it goes on through the page.
	const item = textOf(page).getByRole('listitem').filter({ hasText: word });
	await page.keyboard.press('Enter');
	await page.keyboard.type('Dessous');
	await page.keyboard.press('Tab');
	await expect(textOf(page).locator('[data-depth="1"]', { hasText: 'Dessous' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(list).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(textOf(page)).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(textOf(page)).not.toBeFocused();
	await expect(list).not.toBeFocused();
	await expect(item).toHaveAttribute('aria-level', '1');
	await expectSaved(page);
});

test('two plain forms on one text: who comes second sees both, and nothing is lost @nojs', async ({
	page,
	browser,
	site
}) => {
	const plain = { baseURL: site.url, javaScriptEnabled: false };
	const elsewhere = await browser.newContext(plain);
	const other = await elsewhere.newPage();
	await enterAs(page, 'Julien Costes');
	await enterAs(other, 'Nadia B.');
	for (const one of [page, other]) {
		await openProposal(one, captage);
		await one.getByRole('link', { name: 'Modifier sans l’éditeur' }).click();
		await one.getByRole('link', { name: 'Modifier le début' }).click();
	}
	const field = (one: Page) => one.getByRole('textbox', { name: 'Texte de la partie' });
	const before = await field(page).inputValue();
	const first = unique('Écrit en premier');
	const second = unique('Écrit en second');
	await field(other).fill(`${before}\n\n${first}`);
	await other.getByRole('button', { name: 'Enregistrer le texte' }).click();
	await expect(async () => {
		await openProposal(other, captage);
		await expect(other.getByText(first)).toBeVisible({ timeout: 1000 });
	}).toPass(patience);

	await field(page).fill(`${second}\n\n${before}`);
	await page.getByRole('button', { name: 'Enregistrer le texte' }).click();
	const now = page.getByRole('textbox', { name: 'Texte actuel' });
	const mine = page.getByRole('textbox', { name: 'Votre texte' });
	await expect(async () => {
		if (!(await mine.isVisible())) await page.goto(page.url());
		await expect(mine).toHaveValue(new RegExp(second), { timeout: 1000 });
	}).toPass(patience);
	await expect(now).toHaveValue(new RegExp(first));
	await expectAccessible(page);
	await now.fill(`${second}\n\n${await now.inputValue()}`);
	await page.getByRole('button', { name: 'Enregistrer le texte' }).click();
	await expect(async () => {
		await openProposal(page, captage);
		await expect(page.getByText(second)).toBeVisible({ timeout: 1000 });
	}).toPass(patience);
	await expect(page.getByText(first)).toBeVisible();
	await elsewhere.close();
});

test('a text is edited part by part: another part that changed meanwhile is no conflict @nojs @phone', async ({
	page,
	browser,
	site,
	javaScriptEnabled
}) => {
	const elsewhere = await browser.newContext({ baseURL: site.url, javaScriptEnabled });
	const other = await elsewhere.newPage();
	await enterAs(page, 'Julien Costes');
	await enterAs(other, 'Nadia B.');
	const [when, who] = [unique('Quand'), unique('Qui')];
	const openPlain = async (one: Page) => {
		await openProposal(one, shade);
		await one.getByRole('link', { name: 'Modifier sans l’éditeur' }).click();
	};
	const save = (one: Page) => one.getByRole('button', { name: 'Enregistrer le texte' }).click();
	const words = (one: Page) => one.getByRole('textbox', { name: 'Texte de la partie' });
	const part = (one: Page, title: string) =>
		one.getByRole('link', { name: `Modifier cette partie : ${title}` });
	for (const title of [when, who]) {
		await openPlain(page);
		await page.getByRole('link', { name: 'Ajouter une partie à la fin' }).click();
		await page.getByRole('textbox', { name: 'Titre de la partie' }).fill(title);
		await words(page).fill(`- une liste\nDans ${title}`);
		await expectAccessible(page);
		await save(page);
		await expect(page.getByText('Votre modification est enregistrée.')).toBeVisible(patience);
	}
	await expectAccessible(page);
	await openPlain(other);
	await part(other, who).click();
	await expect(words(other)).toHaveValue(`- une liste\nDans ${who}`);
	await part(page, when).click();
	await words(page).fill(`- une liste\n- encore\nDans ${when}`);
	await save(page);
	await expect(page.getByText('Votre modification est enregistrée.')).toBeVisible(patience);

	// It was opened before the other part changed.
	await words(other).fill(`- une liste\nDans ${who}, bien sûr`);
	await save(other);
	await expect(other.getByText('Votre modification est enregistrée.')).toBeVisible(patience);
	await expect(other.getByText(`Dans ${who}, bien sûr`)).toBeVisible();
	await expect(other.getByRole('listitem').filter({ hasText: 'encore' })).toBeVisible();

	// The same part, changed by both: both wordings are shown.
	await part(other, who).click();
	await part(page, who).click();
	await words(page).fill('Autre chose');
	await save(page);
	await words(other).fill('Encore autre chose');
	await save(other);
	await expect(other.getByRole('textbox', { name: 'Votre texte' })).toHaveValue(
		'Encore autre chose'
	);
	await expect(other.getByRole('textbox', { name: 'Texte actuel' })).toHaveValue('Autre chose');
	await expectAccessible(other);
	await elsewhere.close();
});

test('a frozen text offers nobody to edit it, and says who froze it @nojs', async ({ page }) => {
	await enterAs(page, 'Nadia B.');
	await openProposal(page, captage);
	const plainAddress = await page
		.getByRole('link', { name: 'Modifier sans l’éditeur' })
		.getAttribute('href');
	await page.getByRole('link', { name: 'Historique du texte' }).click();
	await page.getByRole('button', { name: 'Figer le texte' }).click();
	await openProposal(page, captage);
	await expect(page.getByText('Ce texte est figé pour le moment.')).toBeVisible();
	await expect(page.getByRole('link', { name: /^Modifier/ })).toHaveCount(0);
	await page.goto(plainAddress ?? '');
	await expect(page.getByText('Ce texte est figé', { exact: true })).toBeVisible();
	await expect(page.getByText('par Nadia B.')).toBeVisible();
	await expect(page.getByRole('textbox')).toHaveCount(0);
	await expectAccessible(page);
	await openProposal(page, captage);
	await page.getByRole('link', { name: 'Historique du texte' }).click();
	await page.getByRole('button', { name: 'Rouvrir le texte' }).click();
});
