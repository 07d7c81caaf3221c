// Paper has the same place: printed sheets, entered by hand, followed by their number.
import { expect, test } from '../support/journey.ts';
import { base, enterAs, unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';

test('a printed sheet is entered by the town hall, and followed by its number @nojs', async ({
	page,
	browser,
	site
}) => {
	const title = `Un banc devant la pharmacie, ${unique('feuille')}`;
	await enterAs(page, 'Odile R.');
	await page.goto(`${base}/feuilles/imprimer`);
	await page.getByLabel('Nombre de feuilles').fill('0');
	await page.getByRole('button', { name: 'Préparer les feuilles' }).click();
	await expect(page.getByRole('alert')).toContainText('de 1 à 50');
	await page.getByLabel('Nombre de feuilles').fill('2');
	await page.getByRole('button', { name: 'Préparer les feuilles' }).click();
	await expect(page.getByText('2 feuilles sont prêtes')).toBeVisible();
	const sheets = page.getByRole('article').filter({ hasText: 'Ma proposition pour la santé' });
	await expect(sheets).toHaveCount(2);
	await expectAccessible(page);
	const printed =
		/[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await sheets.first().innerText())?.[0] ?? '';

	const elsewhere = await browser.newContext({ baseURL: site.url });
	const visitor = await elsewhere.newPage();
	const follow = async () => {
		await visitor.goto(`${base}/suivre`);
		await visitor.getByLabel('Numéro de suivi').fill(printed);
		await visitor.getByRole('button', { name: 'Voir ce qu’elle devient' }).click();
	};
	await follow();
	await expect(visitor.getByRole('alert')).toContainText('n’est pas encore saisie');

	await page.goto(`${base}/feuilles/saisir`);
	await expect(page.getByLabel('Numéro de la feuille')).toBeFocused();
	await page.keyboard.type(printed);
	await page.getByLabel('Votre idée en une phrase').fill(title);
	await page.getByLabel('Que proposez-vous').fill('On attend debout, au soleil.');
	await page.getByLabel('Nom ou pseudonyme').fill('Mme Rose');
	await page.getByLabel('Reçue').selectOption({ label: 'Sur papier' });
	await page.getByLabel('Accord de la personne').selectOption({ label: 'Écrit, sur la feuille' });
	await page.getByLabel('Vous répondez comme').selectOption({ label: 'Habitant ou habitante' });
	await page.getByLabel('Réponse', { exact: true }).selectOption({ label: 'Lettre' });
	await page.getByRole('button', { name: 'Enregistrer et suivante' }).click();
	await expect(page.getByRole('alert')).toContainText('l’adresse postale');
	await expect(page.getByLabel('Votre idée en une phrase')).toHaveValue(title);
	await page.getByLabel('Nom et adresse postale').fill('Mme Rose\n2 place du Four\nVaubrune');
	await page.getByRole('button', { name: 'Enregistrer et suivante' }).click();
	await expect(page.getByText(`Enregistrée. Numéro de suivi : ${printed}`)).toBeVisible();
	await expect(page.getByLabel('Votre idée en une phrase')).toHaveValue('');
	await expect(page.getByRole('link', { name: title })).toBeVisible();
	await expectAccessible(page);

	await page.getByLabel('Numéro de la feuille').fill(printed);
	await page.getByLabel('Votre idée en une phrase').fill('Encore la même');
	await page.getByLabel('Que proposez-vous').fill('Deux fois.');
	await page.getByLabel('Réponse', { exact: true }).selectOption({ label: 'Aucune' });
	await page.getByRole('button', { name: 'Enregistrer et suivante' }).click();
	await expect(page.getByRole('alert')).toContainText('déjà saisie');

	await follow();
	await expect(visitor.getByRole('heading', { name: `Proposition ${printed}` })).toBeVisible();
	await expect(visitor.getByText('Reçue sur papier')).toBeVisible();
	await expect(visitor.getByText('place du Four')).toHaveCount(0);
	await elsewhere.close();
});

test('the mediator enters what somebody said, and the coordination publishes it @nojs', async ({
	page,
	browser,
	site
}) => {
	const title = `Des ordonnances en grosses lettres, ${unique('parole')}`;
	await enterAs(page, 'Samia T.');
	await page.goto(`${base}/feuilles/saisir`);
	await page.getByLabel('Votre idée en une phrase').fill(title);
	await page.getByLabel('Que proposez-vous').fill('Je ne lis pas ce qui est écrit petit.');
	await page.getByLabel('Reçue').selectOption({ label: 'De vive voix' });
	await page.getByLabel('Accord de la personne').selectOption({ label: 'Donné de vive voix' });
	await page.getByLabel('Vous répondez comme').selectOption({ label: 'Habitant ou habitante' });
	await page.getByLabel('Réponse', { exact: true }).selectOption({ label: 'À la mairie' });
	await page.getByLabel('Mairie', { exact: false }).last().selectOption({ label: 'Vaubrune' });
	await page.getByRole('button', { name: 'Enregistrer et suivante' }).click();
	const saved = await page.getByText('Enregistrée. Numéro de suivi').innerText();
	const number = /[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(saved)?.[0] ?? '';

	const elsewhere = await browser.newContext({ baseURL: site.url });
	const coordinator = await elsewhere.newPage();
	await enterAs(coordinator, 'Nadia B.');
	await coordinator.goto(`${base}/coordination/contributions`);
	await coordinator.getByRole('link', { name: title }).click();
	await expect(coordinator.getByText('saisie par Samia T.')).toBeVisible();
	await coordinator.getByRole('button', { name: 'Publier' }).click();
	await expect(coordinator.getByRole('status').first()).toBeVisible();

	const visitor = await elsewhere.newPage();
	await visitor.context().clearCookies();
	await visitor.goto(`${base}/suivre`);
	await visitor.getByLabel('Numéro de suivi').fill(number);
	await visitor.getByRole('button', { name: 'Voir ce qu’elle devient' }).click();
	await visitor.getByRole('link', { name: 'Lire la page de la proposition' }).click();
	await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title);
	await expect(visitor.getByText('Je ne lis pas ce qui est écrit petit.')).toBeVisible();
	await elsewhere.close();
});
