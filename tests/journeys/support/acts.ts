// What many journeys begin with: being somebody, reading one's mail, writing a proposal.
import type { Browser, Page } from '@playwright/test';
import { expect } from '../../support/journey.ts';

/** The address of the demonstration's territory. */
export const base = '/val-d-orsente';

let last = Date.now();

/** Something that no other journey of this run has: an address, a name. */
export function unique(word: string): string {
	last += 1;
	return `${word}-${last.toString(36)}`;
}

/** Takes the place of an invented person, where who one is is not the matter. */
export async function enterAs(page: Page, name: string): Promise<void> {
	await page.goto('/demonstration');
	const others = page.getByText('D’autres personnes du territoire');
	if (await others.isVisible()) await others.click();
	await page.getByRole('button', { name: `Continuer comme ${name}`, exact: true }).click();
	await expect(page).not.toHaveURL(/demonstration/);
}

/** Opens the last mail kept for somebody, as anybody reads the outbox, in a window of its own. */
export async function readMail(browser: Browser, url: string, recipient: string): Promise<string> {
	const context = await browser.newContext({ baseURL: url });
	try {
		const page = await context.newPage();
		await page.goto('/demonstration/courriers');
		const line = page.getByRole('listitem').filter({ hasText: recipient }).first();
		await line.getByRole('link').click();
		await expect(page.getByText(recipient)).toBeVisible();
		return await page.getByRole('main').innerText();
	} finally {
		await context.close();
	}
}

/** Types the code that arrived by e-mail. */
export async function typeCode(
	page: Page,
	browser: Browser,
	url: string,
	email: string
): Promise<void> {
	await expect(page.getByRole('heading', { name: 'Entrez votre code' })).toBeVisible();
	const mail = await readMail(browser, url, email);
	const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(mail)?.[0] ?? '';
	await page.getByLabel('Votre code').fill(code);
	await page.getByRole('button', { name: 'Me connecter' }).click();
}

/** Asks for a code on the sign-in page, and types it. */
export async function signIn(
	page: Page,
	browser: Browser,
	url: string,
	email: string
): Promise<void> {
	await page.getByLabel('Votre adresse e-mail').fill(email);
	await page.getByRole('button', { name: 'Recevoir un code' }).click();
	await typeCode(page, browser, url, email);
}

/** Chooses a public name, as everyone does once. */
export async function chooseName(page: Page, name: string): Promise<void> {
	await expect(page.getByRole('heading', { name: 'Votre nom public' })).toBeVisible();
	await page.getByLabel('Nom affiché').fill(name);
	await page.getByLabel('Habitant ou habitante').check();
	await page.getByLabel('J’ai 15 ans ou plus').check();
	await page.getByRole('button', { name: 'Enregistrer mon nom' }).click();
}

/** Becomes somebody who was never here: an address of one's own, a name, nothing done yet. */
export async function enterAsNewcomer(
	page: Page,
	browser: Browser,
	url: string,
	word: string
): Promise<{ email: string; name: string }> {
	const newcomer = { email: `${unique('nouvelle')}@exemple.fr`, name: unique(word) };
	await page.goto(`${base}/connexion?suite=${base}/mon-nom`);
	await signIn(page, browser, url, newcomer.email);
	await chooseName(page, newcomer.name);
	await expect(page).toHaveURL(/compte$/);
	return newcomer;
}

/** Writes an idea and goes on; similar ones are read past when there are any. */
export async function writeIdea(page: Page, title: string, what: string): Promise<void> {
	await page.goto(`${base}/propositions/nouvelle`);
	await page.getByLabel('Votre idée en une phrase').fill(title);
	await page.getByLabel(/^Que proposez-vous/).fill(what);
	await page.getByRole('button', { name: 'Continuer' }).click();
	await expect(page).toHaveURL(/\/(semblables|repondre)$/);
	const send = page.getByRole('link', { name: 'Envoyer la mienne' });
	if (await send.isVisible()) await send.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('recevoir la réponse');
}

/** Sends what one wrote, as somebody known, and gives the number to follow it by. */
export async function sendIdea(page: Page): Promise<string> {
	await page.getByLabel('J’accepte que ma proposition').check();
	await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('bien arrivée');
	return page.getByRole('status').innerText();
}

/** Opens a proposal from the list, by its words, as a reader does. */
export async function openProposal(page: Page, title: string, words = title): Promise<void> {
	await page.goto(`${base}/propositions`);
	await page.getByLabel('Chercher des mots').fill(words);
	await page.getByRole('button', { name: 'Afficher' }).first().click();
	await page.getByRole('link', { name: title }).click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}
