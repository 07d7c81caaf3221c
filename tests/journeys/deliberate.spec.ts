// Saying what one thinks: commenting, supporting, voting, reporting.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import {
	base,
	chooseName,
	enterAs,
	enterAsNewcomer,
	openProposal,
	signIn,
	unique
} from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';

const water = 'L’eau du captage';
const shade = 'Un parcours à l’ombre du collège à la pharmacie';

async function openPoll(page: Page): Promise<void> {
	await page.goto(`${base}/avis`);
	await page.getByRole('region', { name: 'Ouverts' }).getByRole('link').first().click();
}

test('a visitor’s comment waits while they say who they are, then goes on @nojs @phone', async ({
	page,
	browser,
	site
}) => {
	const words = `Chez nous aussi, l’été dernier. ${unique('avis')}`;
	await openProposal(page, water);
	await page.getByLabel('Votre commentaire').fill(words);
	await page.getByRole('button', { name: 'Publier mon commentaire' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se connecter');
	await expect(page.getByText('Ce que vous avez écrit est gardé')).toBeVisible();
	await signIn(page, browser, site.url, `${unique('voisine')}@exemple.fr`);
	await chooseName(page, unique('Voisine'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Publier votre commentaire');
	await expect(page.getByLabel('Votre commentaire')).toHaveValue(words);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Publier mon commentaire' }).click();
	await expect(page.getByText(words)).toBeVisible();
	await expect(page.getByText('votre premier commentaire est lu avant')).toBeVisible();

	const elsewhere = await browser.newContext({ baseURL: site.url });
	const coordinator = await elsewhere.newPage();
	await openProposal(coordinator, water);
	await expect(coordinator.getByText(words)).toHaveCount(0);
	await enterAs(coordinator, 'Nadia B.');
	await coordinator.goto(`${base}/coordination/signalements`);
	const held = coordinator.getByRole('article').filter({ hasText: words });
	await held.getByRole('button', { name: 'Publier' }).click();
	await expect(coordinator.getByText(words)).toHaveCount(0);
	await openProposal(coordinator, water);
	await expect(coordinator.getByText(words)).toBeVisible();
	await elsewhere.close();
});

test('somebody known comments, is answered, and takes their words back @nojs', async ({ page }) => {
	const words = unique('Et les bancs');
	const reply = unique('Oui, à l’ombre');
	await enterAs(page, 'Dr A. Verlhac');
	await openProposal(page, shade);
	await page.getByLabel('Votre commentaire').fill(words);
	await page.getByRole('button', { name: 'Publier mon commentaire' }).click();
	const comment = page.getByRole('article').filter({ hasText: words });
	await expect(comment).toBeVisible();

	await enterAs(page, 'Aïcha B.');
	await openProposal(page, shade);
	await comment.getByText('Répondre', { exact: true }).click();
	await comment.getByLabel('Répondre à Dr A. Verlhac').fill(reply);
	await comment.getByRole('button', { name: 'Publier mon commentaire' }).click();
	await expect(page.getByRole('article').filter({ hasText: reply })).toBeVisible();

	await enterAs(page, 'Dr A. Verlhac');
	await openProposal(page, shade);
	await comment.getByText('Retirer', { exact: true }).first().click();
	await comment.getByRole('button', { name: 'Retirer' }).click();
	await expect(page.getByText('Commentaire retiré par son auteur.')).toBeVisible();
	await expect(page.getByText(words)).toHaveCount(0);
	await expect(page.getByText(reply)).toBeVisible();
});

test('a visitor’s support waits for them, counts once, and is taken back @nojs @phone', async ({
	page,
	browser,
	site
}) => {
	await openProposal(page, shade);
	const count = async () =>
		Number(/(\d+) soutien/.exec(await page.locator('#soutiens').innerText())?.[1] ?? 0);
	const before = await count();
	await page.getByRole('button', { name: 'Soutenir', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Soutenir une proposition');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'S’identifier puis soutenir' }).click();
	await signIn(page, browser, site.url, `${unique('soutien')}@exemple.fr`);
	await page.getByRole('link', { name: 'Choisir mon nom public' }).click();
	await chooseName(page, unique('Soutien'));
	await page.getByRole('button', { name: 'Soutenir cette proposition' }).click();
	await expect(page.getByText('Vous soutenez cette proposition.')).toBeVisible();
	expect(await count()).toBe(before + 1);
	await page.getByRole('button', { name: 'Retirer mon soutien' }).click();
	await expect(page.getByRole('button', { name: 'Soutenir', exact: true })).toBeVisible();
	expect(await count()).toBe(before);
});

test('a ballot is checked, sent once, and gives a receipt @nojs @phone', async ({
	page,
	browser,
	site
}) => {
	await openPoll(page);
	await expect(page.getByText(/^Ouvert jusqu’au/)).toBeVisible();
	await page.getByRole('link', { name: 'Se connecter pour donner mon avis' }).click();
	await signIn(page, browser, site.url, `${unique('votante')}@exemple.fr`);
	await page.getByRole('link', { name: 'Choisir un nom pour donner mon avis' }).click();
	await chooseName(page, unique('Votante'));

	await page.getByRole('button', { name: 'Vérifier mes choix' }).click();
	await expect(page.getByRole('alert')).toContainText('Cochez au moins une réponse');
	for (const box of await page.getByRole('checkbox').all()) await box.check();
	await page.getByRole('button', { name: 'Vérifier mes choix' }).click();
	await expect(page.getByRole('alert')).toContainText('trop de réponses');
	await expect(page.getByRole('checkbox').nth(5)).toBeChecked();
	await expectAccessible(page);
	for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
	await page.getByLabel('Des lieux frais et des trajets à l’ombre').check();
	await page.getByRole('button', { name: 'Vérifier mes choix' }).click();
	await expect(page.getByRole('heading', { name: 'Vérifiez vos choix' })).toBeVisible();
	await page.getByRole('button', { name: 'Changer mes choix' }).click();
	await expect(page.getByLabel('Des lieux frais et des trajets à l’ombre')).toBeChecked();
	await page.getByLabel('Un dépistage dentaire à l’école').check();
	await page.getByRole('button', { name: 'Vérifier mes choix' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'dépistage dentaire' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Envoyer mon avis' }).click();
	await expect(page.getByText('Votre avis est enregistré')).toBeVisible();
	await expect(page.getByText(/^Numéro de votre bulletin/)).toBeVisible();
	await expectAccessible(page);

	await page.goto(page.url().replace(/\?.*$/, ''));
	await expect(page.getByText('Vous avez donné votre avis')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Vérifier mes choix' })).toHaveCount(0);
});

test('a second ballot of the same person is refused, and nothing is lost @nojs', async ({
	page,
	browser,
	site
}) => {
	await enterAsNewcomer(page, browser, site.url, 'Votant');
	const second = await page.context().newPage();
	for (const tab of [page, second]) {
		await openPoll(tab);
		await tab.getByLabel('Un dépistage dentaire à l’école').check();
		await tab.getByRole('button', { name: 'Vérifier mes choix' }).click();
	}
	await page.getByRole('button', { name: 'Envoyer mon avis' }).click();
	await expect(page.getByText('Votre avis est enregistré')).toBeVisible();
	const refused = second.waitForResponse((answer) => answer.request().method() === 'POST');
	await second.getByRole('button', { name: 'Envoyer mon avis' }).click();
	expect((await refused).status()).toBe(409);
	await expect(second.getByRole('alert')).toContainText('Il est bien enregistré, une seule fois');
	await second.close();
});

test('anybody reports what should not be there, and the coordination decides @nojs', async ({
	page,
	browser,
	site
}) => {
	const why = unique('On reconnaît une voisine');
	await openProposal(page, water);
	await page.getByRole('link', { name: 'Signaler un problème' }).click();
	await page.getByLabel('Expliquez en quelques mots').fill(why);
	await page.getByLabel('Votre adresse électronique').fill('pas une adresse');
	await page
		.locator('form')
		.last()
		.evaluate((form) => form.setAttribute('novalidate', ''));
	await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
	await expect(page.getByRole('alert')).toContainText('Choisissez une raison');
	await expect(page.getByLabel('Expliquez en quelques mots')).toHaveValue(why);
	await page.getByLabel('On y reconnaît une personne ou sa santé').check();
	await page.getByLabel('Votre adresse électronique').fill('');
	await page.getByRole('button', { name: 'Envoyer le signalement' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Merci');
	await expectAccessible(page);

	const elsewhere = await browser.newContext({ baseURL: site.url });
	const coordinator = await elsewhere.newPage();
	await enterAs(coordinator, 'Nadia B.');
	await coordinator.goto(`${base}/coordination/signalements`);
	const open = coordinator.getByRole('article').filter({ hasText: why });
	await open.getByRole('button', { name: 'Non fondé' }).click();
	await expect(coordinator.getByRole('alert')).toContainText('Donnez la raison');
	await open.getByLabel('Raison de la décision').fill('Personne n’y est nommé.');
	await open.getByRole('button', { name: 'Non fondé' }).click();
	await expect(coordinator.getByText('La décision est enregistrée.')).toBeVisible();
	await expect(coordinator.getByText(why)).toHaveCount(0);
	await elsewhere.close();
});
