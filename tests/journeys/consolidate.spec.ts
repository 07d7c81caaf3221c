// From a citizen's sentence to an action of the plan, and to the answer its author receives.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import {
	base,
	enterAs,
	enterAsNewcomer,
	openProposal,
	readMail,
	sendIdea,
	unique,
	writeIdea
} from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';

async function somebody(browser: Browser, url: string, javaScriptEnabled: boolean): Promise<Page> {
	const context = await browser.newContext({ baseURL: url, javaScriptEnabled });
	return context.newPage();
}

/** Sends an idea as somebody new, to be answered by e-mail; gives their address. */
async function sendAsNewcomer(
	page: Page,
	browser: Browser,
	url: string,
	idea: { title: string; what: string }
): Promise<string> {
	const { email } = await enterAsNewcomer(page, browser, url, 'Autrice');
	await writeIdea(page, idea.title, idea.what);
	await sendIdea(page);
	return email;
}

/** Reads and publishes what arrived, under the third axis; gives the axis's name. */
async function publish(page: Page, title: string): Promise<string> {
	await page.goto(`${base}/coordination/contributions`);
	await page.getByRole('link', { name: title }).click();
	const axis = page.getByLabel('Axe du contrat');
	const name = await axis.getByRole('option').nth(3).innerText();
	await axis.selectOption({ label: name });
	await page.getByRole('button', { name: 'Publier ce texte' }).click();
	await expect(page.getByText('C’est enregistré.')).toBeVisible();
	return name;
}

/** Opens a new sheet under the first objective of the third axis. */
async function openSheet(page: Page, title: string): Promise<void> {
	await page.goto(`${base}/coordination/fiches/nouvelle`);
	const objective = page.getByLabel('Objectif opérationnel');
	const options = await objective.getByRole('option').allInnerTexts();
	await objective.selectOption({ label: options.find((text) => text.includes('OO3.')) ?? '' });
	await page.getByLabel('Titre').fill(title);
	await page.getByLabel('Résumé en langage simple').fill('De l’ombre sur les trajets de l’été.');
	await page.getByLabel('Description').fill('Planter là où l’on marche.');
	await page.getByRole('button', { name: 'Ouvrir une fiche' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** Opens the workbench of an axis on a contribution and a sheet. */
async function openBench(page: Page, axis: string, title: string, sheet: string): Promise<void> {
	await page.goto(`${base}/coordination/fiches`);
	await page.getByRole('link', { name: /^Consolider/ }).click();
	await page.getByRole('link', { name: axis }).click();
	await page.getByRole('link', { name: title }).click();
	const choice = page.getByLabel('Choisir la fiche');
	const options = await choice.getByRole('option').allInnerTexts();
	await choice.selectOption({ label: options.find((text) => text.includes(sheet)) ?? '' });
	await page.getByRole('button', { name: 'Afficher', exact: true }).click();
	await expect(page.getByRole('heading', { level: 2, name: sheet })).toBeVisible();
}

test('words go into the plan, a body decides, and their author is told @nojs', async ({
	page,
	browser,
	site,
	javaScriptEnabled
}) => {
	test.setTimeout(120_000);
	const idea = {
		title: `Des tilleuls sur le chemin de l’école ${unique('idée')}`,
		what: 'Le trottoir brûle en juin. Plantons quarante tilleuls le long du chemin de l’école.'
	};
	const sheet = `Trajets à l’ombre ${unique('fiche')}`;
	const email = await sendAsNewcomer(page, browser, site.url, idea);
	expect(await readMail(browser, site.url, email)).toContain('est bien arrivée');

	const coordinator = await somebody(browser, site.url, javaScriptEnabled);
	await enterAs(coordinator, 'Nadia B.');
	await coordinator.goto(`${base}/a-faire`);
	await expect(coordinator.getByRole('link', { name: /^Relire/ }).first()).toBeVisible();
	const axis = await publish(coordinator, idea.title);
	await openSheet(coordinator, sheet);
	await openBench(coordinator, axis, idea.title, sheet);
	await expectAccessible(coordinator);

	await coordinator.getByText('Reprendre un passage dans la fiche', { exact: true }).click();
	await coordinator.getByRole('button', { name: 'Reprendre dans la fiche' }).click();
	await expect(coordinator.getByRole('alert')).toContainText('Cochez au moins une phrase');
	await coordinator.getByLabel('Plantons quarante tilleuls').check();
	await coordinator.getByRole('button', { name: 'Reprendre dans la fiche' }).click();
	await expect(coordinator.getByText('le passage arrive dans le texte').first()).toBeVisible();
	await expect(async () => {
		await coordinator.reload();
		const panel = coordinator.getByRole('article', { name: 'Fiche' });
		await expect(panel.locator('.prose')).toContainText('Plantons quarante', { timeout: 500 });
	}).toPass();

	await coordinator.getByLabel('Retenue dans une fiche').check();
	await coordinator.getByLabel('La réponse à l’auteur').fill('Les tilleuls entrent dans le plan.');
	await coordinator.getByLabel('Fiche concernée').selectOption({
		label: (
			await coordinator.getByLabel('Fiche concernée').getByRole('option').allInnerTexts()
		).find((text) => text.includes(sheet))
	});
	await coordinator.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
	await expect(coordinator.getByText('Le brouillon est enregistré.')).toBeVisible();
	await coordinator
		.getByLabel('Les raisons', { exact: false })
		.first()
		.fill('Le trajet est le plus chaud.');
	await coordinator.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
	await coordinator.getByText('Proposer à un groupe', { exact: true }).click();
	await coordinator.getByLabel('Groupe qui décide').selectOption({ label: 'Comité de pilotage' });
	await coordinator.getByRole('button', { name: 'Proposer à ce groupe' }).click();
	await expect(coordinator.getByText('Proposée à : Comité de pilotage')).toBeVisible();

	await openProposal(page, idea.title);
	await expect(page.getByText('Les tilleuls entrent dans le plan.')).toHaveCount(0);

	const chair = await somebody(browser, site.url, javaScriptEnabled);
	await enterAs(chair, 'Catherine Albaret');
	await chair.goto(`${base}/a-faire`);
	await chair
		.getByRole('link', { name: /^Décider/ })
		.first()
		.click();
	const proposed = chair.getByRole('listitem').filter({ hasText: idea.title });
	await proposed.getByLabel('Date de la décision').fill('2999-01-01');
	await proposed.getByRole('button', { name: 'Noter la décision' }).click();
	await expect(chair.getByRole('alert')).toContainText('n’est pas encore passée');
	await expectAccessible(chair);
	await proposed.getByLabel('Date de la décision').fill('2026-01-15');
	await proposed.getByRole('button', { name: 'Noter la décision' }).click();
	await expect(chair.getByText('Enregistré.')).toBeVisible();

	await coordinator.goto(`${base}/coordination/reponses?etape=decided`);
	const decided = coordinator.getByRole('listitem').filter({ hasText: idea.title });
	await decided.getByRole('button', { name: 'Envoyer la réponse' }).click();
	await expect(coordinator.getByRole('alert')).toHaveCount(0);
	await coordinator.goto(`${base}/coordination/fiches`);
	await coordinator.getByRole('link', { name: sheet }).click();
	await coordinator.getByRole('button', { name: 'Faire relire' }).click();
	await expect(coordinator.getByText('en relecture').first()).toBeVisible();

	expect(await readMail(browser, site.url, email)).toContain('Les tilleuls entrent dans le plan.');
	await page.goto(`${base}/propositions?vue=reponses&q=${encodeURIComponent(idea.title)}`);
	await page.getByRole('link', { name: idea.title }).click();
	const answer = page.locator('section', {
		has: page.getByRole('heading', { name: 'La réponse', exact: true })
	});
	await expect(answer).toContainText('Décidée par : Comité de pilotage');
	await expect(answer).toContainText('15 janvier 2026');
	await expect(answer).toContainText('Le trajet est le plus chaud.');
	await expect(page.getByRole('region', { name: 'Où vont ses mots' })).toContainText(
		'Plantons quarante tilleuls'
	);
	await expectAccessible(page);
	await page
		.getByRole('region', { name: 'Où vont ses mots' })
		.getByRole('link', { name: sheet })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(sheet);
	await expect(page.getByText('Plantons quarante tilleuls').first()).toBeVisible();
	const origin = page.getByRole('complementary', { name: 'Origine du texte' });
	await expect(origin.getByRole('link', { name: idea.title })).toBeVisible();
	await expect(origin.getByText('mot pour mot')).toBeVisible();
	await expectAccessible(page);
	await coordinator.context().close();
	await chair.context().close();
});

test('what is off-topic is passed on by the coordination, who says why @nojs', async ({
	page,
	browser,
	site,
	javaScriptEnabled
}) => {
	const idea = {
		title: `Refaire le rond-point de la gare ${unique('idée')}`,
		what: 'Il y a des trous.'
	};
	const email = await sendAsNewcomer(page, browser, site.url, idea);
	const coordinator = await somebody(browser, site.url, javaScriptEnabled);
	await enterAs(coordinator, 'Nadia B.');
	await coordinator.goto(`${base}/coordination/contributions`);
	await coordinator.getByRole('link', { name: idea.title }).click();
	await coordinator.getByText('Transmettre ailleurs', { exact: true }).click();
	await coordinator.getByRole('button', { name: 'Transmettre', exact: true }).click();
	await expect(coordinator.getByRole('alert')).toContainText('Dites à qui');
	await coordinator.getByLabel('Transmise à').fill('Service des routes, 01 99 00 00 00');
	const form = coordinator.locator('form').filter({ hasText: 'Transmise à' });
	await form
		.getByLabel('Raison, dite à l’auteur')
		.fill('La voirie n’est pas du ressort du contrat.');
	await form.getByRole('button', { name: 'Transmettre' }).click();
	await expect(coordinator.getByText('C’est enregistré.')).toBeVisible();
	await coordinator.context().close();

	expect(await readMail(browser, site.url, email)).toContain('a été transmise');
	await page.goto(page.url());
	await page.getByRole('link', { name: 'Voir ma proposition' }).click();
	await expect(page.getByText('La voirie n’est pas du ressort du contrat.')).toBeVisible();
	await expect(page.getByText('Service des routes')).toBeVisible();
});
