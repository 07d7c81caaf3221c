// A resident has an idea: first the words, then how to be answered, then a number to follow it by.
import { expect, test } from '../support/journey.ts';
import { base, chooseName, sendIdea, signIn, typeCode, unique, writeIdea } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';

test('an idea is written first, its author known last, and a number follows it @nojs @phone', async ({
	page,
	browser,
	site
}) => {
	const email = `${unique('autrice')}@exemple.fr`;
	const title = `Un chemin à l’ombre du collège à la pharmacie, ${unique('idée')}`;
	await page.goto(base);
	await page.getByRole('link', { name: 'Donner une idée' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Proposer une idée');
	await page.getByLabel('Votre idée en une phrase').fill(title);
	await page.getByLabel(/^Que proposez-vous/).fill('Des arbres et des bancs.\nEt une fontaine.');
	await page.getByLabel(/^Pour qui/).fill('Les collégiens, les personnes âgées');
	await page.getByLabel('Commune concernée').selectOption({ label: 'Vaubrune' });
	await page.getByRole('button', { name: 'Continuer' }).click();

	await expect(page).toHaveURL(/semblables$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('ressemble');
	await expect(
		page.getByRole('link', { name: 'Un parcours à l’ombre du collège à la pharmacie' }).first()
	).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Envoyer la mienne' }).click();

	await expect(page.getByText(title)).toBeVisible();
	await page.getByLabel('Par e-mail').check();
	await page.getByLabel('Adresse électronique').fill(email);
	const name = unique('Tilleul');
	await page.getByLabel('Nom affiché avec votre proposition').fill(name);
	await page.getByLabel('Habitant ou habitante').check();
	await page.getByLabel('J’ai 15 ans ou plus').check();
	await page.getByLabel('J’accepte que ma proposition').check();
	await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
	await typeCode(page, browser, site.url, email);

	await expect(page).toHaveURL(/nouvelle\/repondre$/);
	await expect(page.getByText(title)).toBeVisible();
	await expect(page.getByLabel('Nom affiché avec votre proposition')).toHaveValue(name);
	await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('bien arrivée');
	await expectAccessible(page);
	const number = await page.getByRole('status').innerText();
	expect(number).toMatch(/^[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
	await expect(page.getByText('avant de la publier')).toBeVisible();

	await page.getByRole('link', { name: 'Voir ma proposition' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	await expect(page.getByText('n’est pas encore publiée')).toBeVisible();
	const address = page.url();

	const stranger = await browser.newContext({ baseURL: site.url });
	const visitor = await stranger.newPage();
	expect((await visitor.goto(address))?.status()).toBe(404);
	await visitor.goto(`${base}/suivre`);
	await visitor.getByLabel('Numéro de suivi').fill(number.toLowerCase().replaceAll('-', ' '));
	await visitor.getByRole('button', { name: 'Voir ce qu’elle devient' }).click();
	await expect(visitor.getByRole('heading', { name: `Proposition ${number}` })).toBeVisible();
	await expect(visitor.getByText('Elle sera lue avant d’être publiée')).toBeVisible();
	await stranger.close();
});

test('without an address, the number alone says what becomes of an idea @nojs', async ({
	page,
	browser,
	site
}) => {
	const title = `Jumelles de théâtre ${unique('zéro')}`;
	await writeIdea(page, title, 'Prêter des jumelles aux spectateurs malvoyants.');
	await page.getByLabel('Je ne souhaite pas de réponse').check();
	await page.getByLabel('Nom affiché avec votre proposition').fill(unique('Lutin'));
	await page.getByLabel('Habitant ou habitante').check();
	await page.getByLabel('J’ai 15 ans ou plus').check();
	const number = await sendIdea(page);
	expect(await page.context().cookies()).not.toContainEqual(
		expect.objectContaining({ name: 'parvis-session' })
	);

	const office = await browser.newContext({ baseURL: site.url });
	const reader = await office.newPage();
	await reader.goto(`${base}/suivre`);
	await reader.getByLabel('Numéro de suivi').fill('VO-AAAA-AAAA');
	await reader.getByRole('button', { name: 'Voir ce qu’elle devient' }).click();
	await expect(reader.getByRole('alert')).toBeVisible();
	await expect(reader.getByLabel('Numéro de suivi')).toHaveValue('VO-AAAA-AAAA');
	await reader.getByLabel('Numéro de suivi').fill(number);
	await reader.getByRole('button', { name: 'Voir ce qu’elle devient' }).click();
	await expect(reader.getByText('Elle sera lue avant d’être publiée')).toBeVisible();
	await office.close();
});

test('an idea kept in the browser waits for its author to come back @nojs', async ({ page }) => {
	const title = `Idée gardée ${unique('garde')}`;
	await writeIdea(page, title, 'Un texte laissé en plan.');
	await page.goto(base);
	await page.goto(`${base}/propositions/nouvelle`);
	await expect(page.getByText('Voici ce que vous aviez commencé à écrire')).toBeVisible();
	await expect(page.getByLabel('Votre idée en une phrase')).toHaveValue(title);
});

test('a regular author is asked nothing twice, and reads their idea at once @nojs', async ({
	page,
	browser,
	site
}) => {
	const email = `${unique('fidele')}@exemple.fr`;
	const name = unique('Fidèle');
	await page.goto(`${base}/connexion?suite=${base}/mon-nom`);
	await signIn(page, browser, site.url, email);
	await chooseName(page, name);
	await writeIdea(page, `Kiosque à tisanes ${unique('idée')}`, 'Un kiosque place du marché.');
	await expect(page.getByLabel('Nom affiché avec votre proposition')).toHaveCount(0);
	await expect(page.getByLabel(`Par e-mail, à ${email}`)).toBeChecked();
	await sendIdea(page);
	await page.getByRole('link', { name: 'Voir ma proposition' }).click();
	await expect(page.getByText('Un kiosque place du marché.')).toBeVisible();
	await page.getByRole('link', { name: 'Retirer ma proposition' }).click();
	await expect(page.getByText('Les soutiens seront perdus')).toBeVisible();
	await page.getByRole('button', { name: 'Oui, retirer ma proposition' }).click();
	await expect(page.getByText('Vous avez retiré cette proposition')).toBeVisible();
});
