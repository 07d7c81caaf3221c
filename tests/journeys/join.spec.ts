// Entering a group that is open to all.
import { expect, test } from '../support/journey.ts';
import { base, chooseName, enterAs, signIn, unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';

const open = 'Groupe de travail Santé, environnement, habitat';

test('a visitor joins an open group in under a minute @nojs @phone', async ({
	page,
	browser,
	site
}) => {
	const name = unique('Martinet');
	await page.goto(base);
	await page.getByRole('link', { name: 'Rejoindre un groupe' }).first().click();
	await page.getByRole('link', { name: open }).click();
	await expect(page.getByText('moins d’une minute')).toBeVisible();
	await page.getByRole('button', { name: 'Rejoindre ce groupe' }).click();
	await signIn(page, browser, site.url, `${unique('martinet')}@exemple.fr`);
	await chooseName(page, name);
	await expect(page.getByText(`sous le nom « ${name} »`)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Rejoindre ce groupe' }).click();
	await expect(page.getByText('Bienvenue dans le groupe.')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
	await expectAccessible(page);
});

test('a member leaves as easily, and their name goes @nojs', async ({ page }) => {
	await enterAs(page, 'Marcel D.');
	await page.goto(`${base}/contrat/groupes`);
	await page.getByRole('link', { name: open }).click();
	await page.getByRole('button', { name: 'Rejoindre ce groupe' }).click();
	const mine = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Marcel D.' });
	await expect(mine).toBeVisible();
	await page.getByText('Quitter ce groupe', { exact: true }).click();
	await page.getByRole('button', { name: 'Oui, quitter ce groupe' }).click();
	await expect(page.getByText('Vous avez quitté le groupe.')).toBeVisible();
	await expect(mine).toHaveCount(0);
});

test('an application is read by those who lead the group, and answered @nojs', async ({
	page,
	browser,
	site
}) => {
	const email = `${unique('candidate')}@exemple.fr`;
	const name = unique('Candidate');
	await page.goto(`${base}/connexion?suite=${base}/mon-nom`);
	await signIn(page, browser, site.url, email);
	await chooseName(page, name);
	await page.goto(`${base}/contrat/groupes`);
	await page.getByRole('link', { name: 'Comité citoyen santé' }).click();
	await page.getByRole('link', { name: 'Demander à rejoindre ce groupe' }).click();
	await page.getByRole('button', { name: 'Envoyer' }).click();
	await expect(page.getByRole('alert')).toContainText('pourquoi vous voulez participer');
	await page.getByLabel(/^Pourquoi voulez-vous/).fill('J’habite ici et j’ai du temps.');
	await page.getByRole('button', { name: 'Envoyer' }).click();
	await expect(page.getByText('Votre demande est envoyée')).toBeVisible();

	const other = await browser.newContext({ baseURL: site.url });
	const lead = await other.newPage();
	await enterAs(lead, 'Nadia B.');
	await lead.goto(`${base}/contrat/groupes`);
	await lead.getByRole('link', { name: 'Comité citoyen santé' }).click();
	await expect(lead.getByText('J’habite ici et j’ai du temps.')).toBeVisible();
	await lead.getByRole('button', { name: `Accueillir ${name}` }).click();
	await expect(lead.getByText('La personne est accueillie')).toBeVisible();
	await other.close();

	await page.reload();
	await expect(page.getByText('Vous en faites partie')).toBeVisible();
});
