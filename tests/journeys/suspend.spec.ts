// Somebody who may no longer write: decided with a reason, told, lived with, and lifted.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, enterAs, enterAsNewcomer, openProposal, readMail, unique } from './support/acts.ts';
import { expectAccessible, overflowOf } from './support/checks.ts';
import { captage, expectSaved, openText, textOf, typeAtEnd } from './support/writing.ts';

const openGroup = 'Groupe de travail Santé, environnement, habitat';
const facts = 'Trois commentaires menaçants le 12 novembre, malgré un premier rappel.';
const sentence = 'Votre compte est suspendu ici : vous pouvez lire, pas écrire.';

async function asCoordinator(browser: Browser, url: string): Promise<Page> {
	const { javaScriptEnabled, viewport } = test.info().project.use;
	const context = await browser.newContext({
		baseURL: url,
		...(javaScriptEnabled === false && { javaScriptEnabled }),
		...(viewport && { viewport })
	});
	const page = await context.newPage();
	await enterAs(page, 'Nadia B.');
	return page;
}

/** Opens the page that suspends somebody, from the list of people. */
async function openSuspension(coordinator: Page, name: string): Promise<void> {
	await coordinator.goto(`${base}/coordination/reglages`);
	await coordinator.getByRole('link', { name: 'Les personnes et leurs rôles' }).click();
	await coordinator.getByLabel('Chercher un nom public').fill(name);
	await coordinator.getByRole('button', { name: 'Rechercher' }).click();
	await coordinator.getByRole('link', { name: `Suspendre ${name}` }).click();
	await expect(
		coordinator.getByRole('heading', { level: 1, name: `Suspendre ${name}` })
	).toBeVisible();
}

async function suspend(coordinator: Page, name: string): Promise<void> {
	await openSuspension(coordinator, name);
	await coordinator.getByLabel('C’est insultant ou menaçant').check();
	await coordinator.getByLabel(/^Les faits, dits à la personne/).fill(facts);
	await coordinator.getByRole('button', { name: 'Suspendre cette personne' }).click();
	await expect(coordinator.getByText('La personne est suspendue.')).toBeVisible();
}

async function lift(coordinator: Page, name: string): Promise<void> {
	await coordinator.goto(`${base}/coordination/reglages/suspensions`);
	await coordinator.getByRole('link', { name, exact: true }).click();
	await coordinator.getByRole('button', { name: 'Lever la suspension' }).click();
	await expect(coordinator.getByText('La suspension est levée.')).toBeVisible();
}

test('somebody is suspended, told why, reads on and writes no more, until it is lifted @nojs @phone', async ({
	page,
	browser,
	site
}) => {
	const { email, name } = await enterAsNewcomer(page, browser, site.url, 'Suspendu');
	await openProposal(page, captage);
	await page.getByRole('button', { name: 'Soutenir' }).click();
	await expect(page.getByText('Vous soutenez')).toBeVisible();

	const coordinator = await asCoordinator(browser, site.url);
	await openSuspension(coordinator, name);
	await expectAccessible(coordinator);
	// Nothing is said: what is missing is said, and what was typed is kept.
	await coordinator.getByLabel(/^Dernier jour/).fill('2020-01-01');
	await coordinator.getByRole('button', { name: 'Suspendre cette personne' }).click();
	await expect(coordinator.getByRole('alert')).toContainText('Choisissez un motif.');
	await expect(coordinator.getByRole('alert')).toContainText('Décrivez les faits');
	await coordinator.getByLabel('C’est insultant ou menaçant').check();
	await coordinator.getByLabel(/^Les faits, dits à la personne/).fill(facts);
	await coordinator.getByRole('button', { name: 'Suspendre cette personne' }).click();
	await expect(coordinator.getByRole('alert')).toContainText('Ce jour est passé.');
	await expect(coordinator.getByLabel(/^Les faits, dits/)).toHaveValue(facts);
	await expectAccessible(coordinator);

	// Two of the coordination decide at once: the second is told.
	const second = await coordinator.context().newPage();
	await openSuspension(second, name);
	await coordinator.getByLabel(/^Dernier jour/).fill('2032-03-12');
	await coordinator.getByRole('button', { name: 'Suspendre cette personne' }).click();
	await expect(coordinator.getByText('La personne est suspendue.')).toBeVisible();
	const entry = coordinator.getByRole('listitem').filter({ hasText: name });
	await expect(entry).toContainText('12 mars 2032');
	await expect(entry).toContainText(facts);
	await expectAccessible(coordinator);
	expect(await overflowOf(coordinator)).toEqual([]);
	await second.getByLabel('Autre chose').check();
	await second.getByLabel(/^Les faits, dits/).fill('Une fois de trop.');
	await second.getByRole('button', { name: 'Suspendre cette personne' }).click();
	await expect(second.getByRole('alert')).toContainText('Cette personne est déjà suspendue.');
	await second.close();

	const mail = await readMail(browser, site.url, email);
	expect(mail).toContain('Votre compte est suspendu');
	expect(mail).toContain(facts);
	expect(mail).toContain('12 mars 2032');
	expect(mail).toContain('Défenseur des droits');

	// What was open before is refused with words, and nothing typed is lost.
	await page.getByRole('button', { name: 'Retirer mon soutien' }).click();
	await expect(page.getByRole('alert')).toContainText(sentence);
	await openProposal(page, captage);
	await expect(page.getByText(sentence).first()).toBeVisible();
	await expect(page.getByText('Vous soutenez')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Publier mon commentaire' })).toHaveCount(0);
	await expectAccessible(page);
	await page.goto(`${base}/propositions/nouvelle`);
	const idea = unique('Une idée malgré tout');
	await page.getByLabel('Votre idée en une phrase').fill(idea);
	await page.getByLabel(/^Que proposez-vous/).fill('Un banc à l’ombre.');
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expect(page.getByRole('alert')).toContainText(sentence);
	await expect(page.getByLabel('Votre idée en une phrase')).toHaveValue(idea);
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Pourquoi, jusqu’à quand et comment contester' }).click();
	await expect(
		page.getByRole('heading', { level: 1, name: 'Votre compte est suspendu' })
	).toBeVisible();
	await expect(page.getByText(facts)).toBeVisible();
	await expect(page.getByText('12 mars 2032')).toBeVisible();
	await expect(page.getByText('Défenseur des droits')).toBeVisible();
	await expectAccessible(page);
	expect(await overflowOf(page)).toEqual([]);

	await lift(coordinator, name);
	await expect(coordinator.getByRole('listitem').filter({ hasText: name })).toContainText(
		'levée par Nadia B.'
	);
	await expectAccessible(coordinator);
	expect(await readMail(browser, site.url, email)).toContain('Votre compte n’est plus suspendu');
	await page.goto(`${base}/compte/suspension`);
	await expect(page.getByText('Vous pouvez lire et écrire ici.')).toBeVisible();
	await openProposal(page, captage);
	await expect(page.getByText(sentence)).toHaveCount(0);
	await page.getByRole('button', { name: 'Retirer mon soutien' }).click();
	await expect(page.getByRole('button', { name: 'Soutenir' })).toBeVisible();
	await coordinator.context().close();
});

test('nobody suspends themselves, nor the last who coordinates, nor without the right @nojs', async ({
	page,
	browser,
	site
}) => {
	const coordinator = await asCoordinator(browser, site.url);
	await coordinator.goto(`${base}/coordination/reglages/membres?nom=Nadia`);
	await expect(coordinator.getByText('Changer les rôles de Nadia B.')).toBeVisible();
	await expect(coordinator.getByRole('link', { name: 'Suspendre Nadia B.' })).toHaveCount(0);

	// Another coordinator is suspended; with a page that they still have open they suspend nobody.
	const { name } = await enterAsNewcomer(page, browser, site.url, 'Coordination');
	await coordinator.goto(`${base}/coordination/reglages/membres?nom=${name}`);
	await coordinator.getByText(`Changer les rôles de ${name}`).click();
	await coordinator.getByLabel('Rôle').last().selectOption('coordinator');
	await coordinator.getByRole('button', { name: 'Donner ce rôle' }).click();
	await expect(coordinator.getByText('Le rôle est donné.')).toBeVisible();
	await openSuspension(page, 'Nadia B.');
	const address = page.url();
	await suspend(coordinator, name);
	await page.getByLabel('Autre chose').check();
	await page.getByLabel(/^Les faits, dits/).fill('À mon tour.');
	await page.getByRole('button', { name: 'Suspendre cette personne' }).click();
	await expect(page.getByText(sentence).first()).toBeVisible();
	expect((await page.goto(address))?.status()).toBe(403);
	await expect(page.getByText(sentence)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Pourquoi, jusqu’à quand et comment contester' }).click();
	await expect(page.getByText(facts)).toBeVisible();

	await lift(coordinator, name);
	await coordinator.goto(`${base}/coordination/reglages/membres?nom=${name}`);
	await coordinator.getByText(`Changer les rôles de ${name}`).click();
	await coordinator.getByRole('button', { name: 'Retirer : coordination du contrat' }).click();
	await expect(coordinator.getByText('Le rôle est retiré.')).toBeVisible();
	await page.goto(`${base}/coordination/reglages/suspensions`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Cette page ne vous est pas ouverte'
	);
	await coordinator.context().close();
});

test('who is suspended while writing reads on within two seconds, keeps their words, and is told', async ({
	page,
	browser,
	site
}) => {
	const { name } = await enterAsNewcomer(page, browser, site.url, 'Rédaction');
	await page.goto(`${base}/contrat/groupes`);
	await page.getByRole('link', { name: openGroup }).click();
	await page.getByRole('button', { name: 'Rejoindre ce groupe' }).click();
	await expect(page.getByText('Bienvenue dans le groupe.')).toBeVisible();
	await openText(page, captage);
	const plain = await page.context().newPage();
	await openProposal(plain, captage);
	await plain.getByRole('link', { name: 'Modifier sans l’éditeur' }).click();
	await plain.getByRole('link', { name: 'Modifier le début' }).click();
	const words = unique('Écrit avant');
	await typeAtEnd(page, words);
	await expectSaved(page);

	const coordinator = await asCoordinator(browser, site.url);
	await openSuspension(coordinator, name);
	await coordinator.getByLabel('Autre chose').check();
	await coordinator.getByLabel(/^Les faits, dits à la personne/).fill(facts);
	const began = Date.now();
	await coordinator.getByRole('button', { name: 'Suspendre cette personne' }).click();
	await expect(textOf(page)).toHaveAttribute('aria-readonly', 'true');
	const took = Date.now() - began;
	await expect(coordinator.getByText('La personne est suspendue.')).toBeVisible();
	expect(took).toBeLessThan(2000);
	await expect(page.getByRole('status').getByText('Vos droits ont changé.')).toBeVisible();
	await expect(page.getByText('Lecture seule', { exact: true })).toBeVisible();
	await expectAccessible(page);

	// The plain form, open since before: a sentence, and the words are still there.
	const field = plain.getByRole('textbox', { name: 'Texte de la partie' });
	const late = unique('Écrit trop tard');
	await field.fill(`${await field.inputValue()}\n\n${late}`);
	await plain.getByRole('button', { name: 'Enregistrer le texte' }).click();
	await expect(plain.getByRole('alert')).toContainText(sentence);
	await expect(plain.getByText(late)).toBeVisible();
	await expectAccessible(plain);

	await page.getByRole('button', { name: 'Recharger la page' }).click();
	await expect(page.getByText(sentence)).toBeVisible();
	await page.getByRole('link', { name: 'Pourquoi, jusqu’à quand et comment contester' }).click();
	await expect(page.getByText(facts)).toBeVisible();

	// Lifted: the text is theirs to write again, without signing in anew.
	await lift(coordinator, name);
	await openText(page, captage);
	await expect(textOf(page)).toContainText(words);
	await expect(textOf(page)).toHaveAttribute('aria-readonly', 'false');
	await coordinator.context().close();
});
