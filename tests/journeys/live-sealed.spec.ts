// A text that is signed, or frozen, while people write in it: told at once, nothing typed is lost.
import type { Browser, Page } from '@playwright/test';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';
import { expect, test } from '../support/journey.ts';
import { base, enterAs, openProposal, unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import { captage, expectSaved, placeCaret } from './support/writing.ts';

// A signature is for good: on a site of its own.
let own: RunningServer;
test.beforeAll(async () => {
	own = await startServer();
});
test.afterAll(async () => {
	await own.stop();
});

const sheet = 'Sentinelles agricoles : un seul numéro, quelqu’un qui rappelle';
const patience = { timeout: 45_000 };

/** Somebody in a browser of their own. */
async function somebody(browser: Browser, name: string, options: object = {}): Promise<Page> {
	const context = await browser.newContext({ baseURL: own.url, locale: 'fr-FR', ...options });
	const page = await context.newPage();
	await enterAs(page, name);
	return page;
}

async function openSheet(page: Page, part = 'textes'): Promise<void> {
	await page.goto(`${base}/coordination/fiches`);
	await page.getByRole('link', { name: sheet }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: sheet })).toBeVisible();
	await page.goto(`${page.url()}?partie=${part}`);
}

/** Fills what a sheet must say before it can be signed. */
async function complete(page: Page): Promise<void> {
	const fill = (name: string, words: string) => page.locator(`[name=${name}]`).fill(words);
	await openSheet(page, 'infos');
	await fill('universalOffer', 'Un numéro pour toutes les fermes.');
	await fill('trap', 'Ceux que personne ne visite n’ont pas de sentinelle.');
	await fill('countermeasure', 'Le facteur et le contrôleur laitier passent partout.');
	await page.locator('form[action="?/infos"]').getByRole('button').last().click();
	await expect(page).toHaveURL(/fait/);
	await openSheet(page, 'financement');
	await fill('funder', 'Mutualité sociale agricole');
	await fill('year', '2027');
	await page.locator('form[action="?/financement"]').getByRole('button').last().click();
	await expect(page).toHaveURL(/fait/);
	await openSheet(page, 'indicateurs');
	await fill('label', 'Personnes rappelées dans la journée');
	await fill('baseline', 'aucune');
	await page.locator('[name=type]').selectOption('RESULT');
	await page.locator('form[action="?/indicateur"]').getByRole('button').last().click();
	await expect(page).toHaveURL(/fait/);
}

/** Takes a sheet one step on, as the steering committee decided when it had to. */
async function step(page: Page, button: string): Promise<void> {
	await openSheet(page);
	const form = page.locator('form', { has: page.getByRole('button', { name: button }) });
	const decided = form.locator('[name=bodyId]');
	if (await decided.isVisible()) {
		await decided.selectOption({ index: 1 });
		await form.locator('[name=decidedOn]').fill('2026-11-20');
	}
	await form.getByRole('button', { name: button }).click();
}

const descriptionOf = (page: Page) => page.getByRole('textbox', { name: 'Description' });

/** Types at the end of the description, in a line of its own. */
async function type(page: Page, words: string): Promise<void> {
	await placeCaret(page, descriptionOf(page));
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.press('Enter');
	await page.keyboard.type(words);
	await expect(descriptionOf(page)).toContainText(words);
}

test('a sheet that is signed while two people write it is final for both, and keeps their words to copy', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const coordinator = await somebody(browser, 'Nadia B.');
	await complete(coordinator);
	for (const button of ['Faire relire', 'Déclarer complète', 'Noter l’arbitrage']) {
		await step(coordinator, button);
		await expect(coordinator).toHaveURL(/fait/);
	}

	const writer = await somebody(browser, 'Nadia B.');
	const second = await somebody(browser, 'Nadia B.');
	for (const page of [writer, second]) {
		await openSheet(page);
		await page.goto(`${page.url().replace(/\?.*$/, '')}/ecrire?texte=description`);
		await expect(descriptionOf(page)).toBeVisible(patience);
		await expectSaved(page);
	}
	const plain = await somebody(browser, 'Nadia B.', { javaScriptEnabled: false });
	await plain.goto(writer.url());
	await plain.getByRole('link', { name: 'Modifier sans l’éditeur' }).click();
	const field = plain.getByRole('textbox', { name: 'Description' });
	const [kept, late, plainLate] = [unique('À temps'), unique('Trop tard'), unique('Sans script')];
	await type(writer, kept);
	await expectSaved(writer);
	await expect(descriptionOf(second)).toContainText(kept);
	// What the second types while the line is away reaches the server after the signature.
	await second.context().setOffline(true);
	await type(second, late);
	await field.fill(`${await field.inputValue()}\n\n${plainLate}`);

	await openSheet(coordinator);
	const form = coordinator.locator('form', {
		has: coordinator.getByRole('button', { name: 'Noter la signature' })
	});
	await form.locator('[name=bodyId]').selectOption({ index: 1 });
	await form.locator('[name=decidedOn]').fill('2026-11-20');
	const began = Date.now();
	await form.getByRole('button', { name: 'Noter la signature' }).click();
	await expect(descriptionOf(writer)).toHaveAttribute('aria-readonly', 'true');
	const took = Date.now() - began;
	await expect(coordinator).toHaveURL(/fait/);
	expect(took).toBeLessThan(2000);
	await expect(writer.getByRole('status').getByText('Ce texte est définitif.')).toBeVisible();
	await expect(writer.getByText('Lecture seule', { exact: true })).toBeVisible();
	await expect(descriptionOf(writer)).toContainText(kept);
	await expectAccessible(writer);

	await second.context().setOffline(false);
	const aside = second.getByLabel(/^Vos derniers mots sont arrivés trop tard/);
	await expect(aside).toHaveValue(new RegExp(late), patience);
	await expect(descriptionOf(second)).toHaveAttribute('aria-readonly', 'true');
	await expectAccessible(second);
	second.on('dialog', (dialog) => void dialog.accept());
	await second.getByRole('button', { name: 'J’ai copié, ne plus montrer' }).click();
	await expect(second.getByText('Cette fiche est signée').first()).toBeVisible();

	await plain.getByRole('button', { name: 'Enregistrer le texte' }).click();
	await expect(plain.getByRole('alert')).toContainText('Ce texte vient d’être signé');
	await expect(plain.getByRole('textbox', { name: 'Votre texte' })).toHaveValue(
		new RegExp(plainLate)
	);

	// What is signed has what came in time, and nothing after.
	await openSheet(coordinator);
	await coordinator.goto(`${base}/plan`);
	await coordinator.getByRole('link', { name: sheet }).first().click();
	await expect(coordinator.getByText(kept)).toBeVisible();
	for (const words of [late, plainLate]) {
		await expect(coordinator.getByText(words)).toHaveCount(0);
	}
	for (const page of [coordinator, writer, second, plain]) await page.context().close();
});

test('a plain form finds the text frozen, keeps its words, and sends them when it is open again', async ({
	browser
}) => {
	const coordinator = await somebody(browser, 'Nadia B.');
	const writer = await somebody(browser, 'Julien Costes', { javaScriptEnabled: false });
	const press = async (button: string) => {
		await openProposal(coordinator, captage);
		await coordinator.getByRole('link', { name: 'Historique du texte' }).click();
		await coordinator.getByRole('button', { name: button }).click();
		await expect(coordinator.getByText(/Le texte est (figé|rouvert)\./)).toBeVisible();
	};
	await openProposal(writer, captage);
	await writer.getByRole('link', { name: 'Modifier sans l’éditeur' }).click();
	await writer.getByRole('link', { name: 'Modifier le début' }).click();
	const field = writer.getByRole('textbox', { name: 'Texte de la partie' });
	const words = unique('Un mot de plus');
	await field.fill(`${await field.inputValue()}\n\n${words}`);
	await press('Figer le texte');
	await writer.getByRole('button', { name: 'Enregistrer le texte' }).click();
	await expect(writer.getByRole('alert')).toContainText('Ce texte vient d’être figé');
	await expect(field).toHaveValue(new RegExp(words));
	await press('Rouvrir le texte');
	await writer.getByRole('button', { name: 'Enregistrer le texte' }).click();
	await expect(async () => {
		await openProposal(writer, captage);
		await expect(writer.getByText(words)).toBeVisible({ timeout: 1000 });
	}).toPass(patience);
	for (const page of [coordinator, writer]) await page.context().close();
});
