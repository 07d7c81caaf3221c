// Two people in one text at the same time.
import { expect, test } from '../support/journey.ts';
import { base, enterAs, openProposal, unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import { shade, startWriting, textOf, wordsOf } from './support/writing.ts';

test('two people write one proposal at once, and both find every word', async ({
	page,
	browser,
	site
}) => {
	const elsewhere = await browser.newContext({ baseURL: site.url });
	const other = await elsewhere.newPage();
	await startWriting(page, 'Solène M.');
	await startWriting(other, 'Julien Costes');
	await expect(page.getByRole('list', { name: 'Aussi dans ce texte' })).toHaveText('Julien Costes');
	await expect(other.getByRole('list', { name: 'Aussi dans ce texte' })).toHaveText('Solène M.');
	await expectAccessible(page);

	const first = unique('Un mot de Solène');
	const second = unique('Un mot de Julien');
	await textOf(page).click();
	await page.keyboard.press('Control+End');
	await textOf(other).click();
	await other.keyboard.press('Control+Home');
	await Promise.all([
		page.keyboard.type(` ${first}`, { delay: 15 }),
		other.keyboard.type(`${second} `, { delay: 15 })
	]);
	for (const one of [page, other]) {
		await expect(textOf(one)).toContainText(first);
		await expect(textOf(one)).toContainText(second);
		await expect(one.getByText('Enregistré', { exact: true })).toBeVisible();
	}
	expect(await wordsOf(page)).toBe(await wordsOf(other));

	await page.reload();
	await expect(textOf(page)).toContainText(first);
	await expect(textOf(page)).toContainText(second);
	await page.getByRole('link', { name: 'Terminer et revenir à la proposition' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(shade);
	await expect(page).not.toHaveURL(/ecrire/);
	await elsewhere.close();

	const visits = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
	const visitor = await visits.newPage();
	await expect(async () => {
		await openProposal(visitor, shade);
		await expect(visitor.getByText(second)).toBeVisible({ timeout: 500 });
	}).toPass();
	await expect(visitor.getByText(first)).toBeVisible();
	await visits.close();
});

test('what is typed while the network is away comes in when it is back', async ({
	page,
	context
}) => {
	const words = unique('Hors ligne');
	await startWriting(page, 'Solène M.');
	await context.setOffline(true);
	await textOf(page).click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(` ${words}`);
	await expect(page.getByText(/Hors ligne, gardé|Enregistrement…/)).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText('Enregistré', { exact: true })).toBeVisible({ timeout: 30_000 });
	await page.reload();
	await expect(textOf(page)).toContainText(words);
});

test('without a script, the text is a form that says what it did @nojs', async ({ page }) => {
	const words = unique('À la main');
	await enterAs(page, 'Solène M.');
	await openProposal(page, shade);
	await page.getByRole('link', { name: 'Modifier sans l’éditeur' }).click();
	await page.getByRole('link', { name: 'Modifier le début' }).click();
	const field = page.getByRole('textbox', { name: 'Texte de la partie' });
	const before = await field.inputValue();
	await field.fill(`${before}\n\n${words}`);
	await page.getByRole('button', { name: 'Enregistrer le texte' }).click();
	await expect(page.getByText('Votre modification est enregistrée.')).toBeVisible();
	await expect(async () => {
		await openProposal(page, shade);
		await expect(page.getByText(words)).toBeVisible({ timeout: 500 });
	}).toPass();
});

test('somebody without the right reads, and is not offered to write @nojs', async ({ page }) => {
	await openProposal(page, shade);
	await expect(page.getByRole('link', { name: 'Modifier', exact: true })).toHaveCount(0);
	const address = page.url();
	expect((await page.goto(`${address}/ecrire`))?.url()).toContain(`${base}/connexion`);
	await enterAs(page, 'Noé T.');
	expect((await page.goto(`${address}/ecrire`))?.status()).toBe(403);
});
