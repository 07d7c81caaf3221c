// The first minutes of a real site: an empty one, its link, its first coordinator, its first code.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { startServer, type RunningServer } from '../support/server.ts';

let site: RunningServer;

test.beforeAll(async () => {
	site = await startServer({ variables: { DEMO: '0' } });
});
test.afterAll(async () => {
	await site.stop();
});

test('an empty site is installed once, by the link of its console @nojs', async ({ page }) => {
	const path = () => /\/installation\/[\w-]{43}/.exec(site.output())?.[0];
	await expect.poll(path).toBeTruthy();
	const link = `${site.url}${path() ?? ''}`;
	expect((await page.goto(`${site.url}/installation/x`))?.status()).toBe(404);
	await page.goto(link);
	await expect(page.getByRole('heading', { name: 'Installer Parvis' })).toBeVisible();
	if (test.info().project.name !== 'nojs') {
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	}

	await page.getByRole('button', { name: 'Créer le territoire' }).click();
	await expect(page.getByRole('alert')).toContainText('Écrivez le nom du territoire');
	await page.getByLabel('Nom du territoire').fill('Pays de Serre');
	await page.getByLabel('Mot de l’adresse').fill('serre');
	await page.getByLabel('Communes').fill('Grandbourg ; 5 200\nPetitlieu');
	await page.getByLabel('Titre du contrat').fill('Contrat local de santé 2027-2031');
	await page.getByLabel('Commencer avec les cinq axes').check();
	await page.getByLabel('Nom affiché').fill('Nadia B.');
	await page.getByLabel('Adresse e-mail').fill('nadia@pays-de-serre.fr');
	await page.getByRole('button', { name: 'Créer le territoire' }).click();
	await expect(page.getByRole('alert')).toContainText('Une ligne n’est pas comprise');
	await expect(page.getByLabel('Communes')).toHaveValue('Grandbourg ; 5 200\nPetitlieu');
	await page.getByLabel('Communes').fill('Grandbourg ; 5 200\nPetitlieu ; 240');
	await page.getByRole('button', { name: 'Créer le territoire' }).click();
	await expect(page).toHaveURL(`${site.url}/serre/a-faire`);
	await page.goto(`${site.url}/serre/compte`);
	await expect(page.getByText('nadia@pays-de-serre.fr')).toBeVisible();

	for (const over of [link, `${site.url}/installation/x`]) {
		expect((await page.goto(over))?.status(), over).toBe(404);
		await expect(page.getByRole('heading', { name: 'Ce lien ne sert plus' })).toBeVisible();
		await expect(page.getByText('il a expiré, ou il a été mal copié')).toBeVisible();
	}
	const again = await page.request.post(`${link}?/install`, {
		form: { name: 'Autre pays', slug: 'autre' },
		headers: { origin: site.url, accept: 'text/html' }
	});
	expect(again.status()).toBe(404);
	await page.goto(link);
	await page.getByRole('link', { name: 'Retour à l’accueil' }).click();
	await expect(page).toHaveURL(/\/serre$/);

	// A real site shows no demonstration, and prints codes when it has no mail server.
	expect((await page.request.get(`${site.url}/demonstration`)).status()).toBe(404);
	expect((await page.request.get(`${site.url}/demonstration/courriers`)).status()).toBe(404);
	await page.goto(`${site.url}/serre/compte`);
	await page.getByRole('button', { name: 'Me déconnecter', exact: true }).click();
	await page.goto(`${site.url}/serre/connexion`);
	await page.getByLabel('Votre adresse e-mail').fill('nadia@pays-de-serre.fr');
	await page.getByRole('button', { name: 'Recevoir un code' }).click();
	const code = () => /^ {4}(\w{4}-\w{4})$/m.exec(site.output())?.[1];
	await expect.poll(code).toBeTruthy();
	await page.getByLabel('Votre code').fill(code() ?? '');
	await page.getByRole('button', { name: 'Me connecter' }).click();
	await expect(page).toHaveURL(`${site.url}/serre/a-faire`);
});
