// With a keyboard alone: every act reached in order, focus in sight, nothing that holds it.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, enterAs, enterAsNewcomer, openProposal, readMail, unique } from './support/acts.ts';

/** What has the focus: its role or tag, its name, and whether one can see that it has it. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!(element instanceof HTMLElement) || element === document.body) return null;
		const box = element.getBoundingClientRect();
		// A card shows the focus of its title around itself.
		const shown = [getComputedStyle(element), getComputedStyle(element, '::after')].some(
			(style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
		);
		const label =
			'labels' in element && element.labels instanceof NodeList
				? [...element.labels].map((one) => one.textContent).join(' ')
				: '';
		return {
			name: (label || element.getAttribute('aria-label') || element.textContent)
				.replace(/\s+/g, ' ')
				.trim(),
			shown,
			inSight: box.bottom > 0 && box.top < innerHeight && box.width > 0
		};
	});
}

/** Presses Tab until the named thing has the focus; each stop on the way must be in sight. */
async function tabTo(page: Page, name: string): Promise<void> {
	const stops: string[] = [];
	for (let presses = 0; presses < 90; presses += 1) {
		await page.keyboard.press('Tab');
		const stop = await focused(page);
		if (stop === null) continue;
		expect(stop, `focus on « ${stop.name} »`).toMatchObject({ shown: true, inSight: true });
		stops.push(stop.name);
		if (stop.name.startsWith(name)) return;
	}
	throw new Error(`« ${name} » is not reached; passed: ${stops.slice(-20).join(' | ')}`);
}

async function fill(page: Page, name: string, words: string): Promise<void> {
	await tabTo(page, name);
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type(words);
}

async function press(page: Page, name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
	await tabTo(page, name);
	await page.keyboard.press(key);
	await page.waitForLoadState();
}

async function typeCode(page: Page, code: string): Promise<void> {
	await fill(page, 'Votre code', code);
	await page.keyboard.press('Enter');
}

function codeIn(mail: string): string {
	return /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(mail)?.[0] ?? '';
}

test('the first stop of a page leads past its menu', async ({ page }) => {
	await page.goto(`${base}/propositions`);
	await page.keyboard.press('Tab');
	expect(await focused(page)).toMatchObject({ name: 'Aller au contenu', shown: true });
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await focused(page)).toMatchObject({ name: 'Proposer une idée' });
});

test('no page holds the focus: Tab goes round, and back', async ({ page }) => {
	for (const path of ['', '/propositions', '/propositions/nouvelle', '/plan', '/contrat']) {
		await page.goto(`${base}${path}`);
		let left = false;
		for (let presses = 0; presses < 250 && !left; presses += 1) {
			await page.keyboard.press('Tab');
			left = presses > 3 && (await focused(page)) === null;
		}
		expect(left, `${path} lets the focus go`).toBe(true);
	}
});

test('an idea is proposed with the keyboard alone', async ({ page, browser, site }) => {
	const email = `${unique('clavier')}@exemple.fr`;
	await page.goto(base);
	await press(page, 'Donner une idée');
	await expect(page).toHaveURL(/nouvelle$/);
	await press(page, 'Continuer');
	await expect(page.getByRole('alert')).toBeFocused();
	await press(page, 'Écrivez votre idée en une phrase.');
	await expect(page.getByLabel('Votre idée en une phrase')).toBeFocused();
	await page.keyboard.type(`Zinzolin du clavier ${unique('idée')}`);
	await fill(page, 'Que proposez-vous', 'Écrit sans souris.');
	await press(page, 'Continuer');
	await expect(page).toHaveURL(/(semblables|repondre)$/);
	if (page.url().endsWith('semblables')) await press(page, 'Envoyer la mienne');
	await press(page, 'Par e-mail', 'Space');
	await fill(page, 'Adresse électronique', email);
	await fill(page, 'Nom affiché', unique('Clavier'));
	await press(page, 'Habitant ou habitante', 'Space');
	await press(page, 'J’ai 15 ans ou plus', 'Space');
	await press(page, 'J’accepte que ma proposition', 'Space');
	await press(page, 'Envoyer ma proposition');
	await expect(page).toHaveURL(/connexion\/code$/);
	await typeCode(page, codeIn(await readMail(browser, site.url, email)));
	await expect(page).toHaveURL(/repondre$/);
	await press(page, 'Envoyer ma proposition');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('bien arrivée');
});

test('one signs in, comments and answers with the keyboard alone', async ({
	page,
	browser,
	site
}) => {
	const email = `${unique('clavier')}@exemple.fr`;
	const words = unique('Tapé sans souris');
	await openProposal(page, 'L’eau du captage');
	await fill(page, 'Votre commentaire', words);
	await press(page, 'Publier mon commentaire');
	await expect(page).toHaveURL(/connexion\?/);
	await fill(page, 'Votre adresse e-mail', email);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/connexion\/code$/);
	await typeCode(page, codeIn(await readMail(browser, site.url, email)));
	await expect(page).toHaveURL(/mon-nom/);
	await fill(page, 'Nom affiché', unique('Clavier'));
	await press(page, 'Habitant ou habitante', 'Space');
	await press(page, 'J’ai 15 ans ou plus', 'Space');
	await press(page, 'Enregistrer mon nom');
	await expect(page).toHaveURL(/commentaires/);
	await press(page, 'Publier mon commentaire');
	await expect(page.getByText(words)).toBeVisible();
});

test('one votes with the keyboard alone', async ({ page, browser, site }) => {
	await enterAsNewcomer(page, browser, site.url, 'Votante');
	await page.goto(`${base}/avis`);
	await press(page, 'L’avenant n° 1');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’avenant n° 1');
	await press(page, 'Une eau expliquée', 'Space');
	await press(page, 'Vérifier mes choix');
	await expect(page.getByRole('heading', { name: 'Vérifiez vos choix' })).toBeVisible();
	await press(page, 'Envoyer mon avis');
	await expect(page.getByText('Votre avis est enregistré')).toBeVisible();
});

test('the editor lets the keyboard in, about, and out', async ({ page }) => {
	const words = unique('Sans souris');
	await enterAs(page, 'Solène M.');
	await openProposal(page, 'Un parcours à l’ombre du collège à la pharmacie');
	await page.getByRole('link', { name: 'Modifier', exact: true }).focus();
	await page.keyboard.press('Enter');
	const text = page.getByRole('textbox', { name: 'Texte de la proposition' });
	await expect(text).toBeVisible();
	await text.focus();
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.type(` ${words}`);
	await expect(text).toContainText(words);
	await page.keyboard.press('Escape');
	const toolbar = page.getByRole('toolbar', { name: 'Mise en forme' });
	await expect(toolbar.locator(':focus')).toHaveCount(1);
	await page.keyboard.press('ArrowRight');
	await expect(toolbar.locator(':focus')).toHaveCount(1);
	await text.focus();
	await page.keyboard.press('Tab');
	await expect(text).not.toBeFocused();
	await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
});
