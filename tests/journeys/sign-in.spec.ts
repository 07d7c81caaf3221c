// Saying who one is: by a code, in one click in the demonstration, and leaving again.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { expectAccessible } from './support/checks.ts';

/** The address of the demonstration's territory. */
const base = '/val-d-orsente';

async function askForCode(page: Page, email: string, shared = false): Promise<void> {
	await page.goto(`${base}/connexion?suite=${base}/compte`);
	await page.getByLabel('Votre adresse e-mail').fill(email);
	if (shared) await page.getByLabel('J’utilise un ordinateur partagé').check();
	await page.getByRole('button', { name: 'Recevoir un code' }).click();
	await expect(page.getByRole('heading', { name: 'Entrez votre code' })).toBeVisible();
}

/** What the last kept mail to somebody holds, read as anybody reads the outbox. */
async function mailTo(browser: Browser, url: string, email: string) {
	const context = await browser.newContext({ baseURL: url });
	const page = await context.newPage();
	await page.goto('/demonstration/courriers');
	await page.getByRole('listitem').filter({ hasText: email }).first().getByRole('link').click();
	const text = await page.locator('.paper-sheet').innerText();
	await context.close();
	const code = /\b(\w{4}-\w{4})\b/.exec(text)?.[1] ?? '';
	const link = /\/connexion\/lien\/[\w-]+/.exec(text)?.[0] ?? '';
	return { code, link: `${base}${link}` };
}

test('a code that arrives by e-mail signs in @nojs @phone', async ({ page, browser, site }) => {
	const email = `code-${Date.now()}@exemple.fr`;
	await askForCode(page, email);
	await expectAccessible(page);
	const { code } = await mailTo(browser, site.url, email);
	await page.getByLabel('Votre code').fill(code.toLowerCase());
	await page.getByRole('button', { name: 'Me connecter' }).click();
	await expect(page).toHaveURL(`${base}/compte`);
	await expect(page.getByText(email)).toBeVisible();
	await expectAccessible(page);
});

test('a wrong code says so, keeps the page, and is over after five @nojs', async ({
	page,
	browser,
	site
}) => {
	const email = `faux-${Date.now()}@exemple.fr`;
	await askForCode(page, email);
	const { code } = await mailTo(browser, site.url, email);
	for (let attempt = 1; attempt <= 5; attempt += 1) {
		await page.getByLabel('Votre code').fill('AAAA-AAAA');
		await page.getByRole('button', { name: 'Me connecter' }).click();
		await expect(page.getByRole('alert')).toContainText('Ce code n’est pas le bon');
	}
	await expectAccessible(page);
	await page.getByLabel('Votre code').fill(code);
	await page.getByRole('button', { name: 'Me connecter' }).click();
	await expect(page.getByRole('alert')).toContainText('Ce code ne sert plus');
});

test('the link opens a page with a button, and only signs in where it was asked @nojs', async ({
	page,
	browser,
	site
}) => {
	const email = `lien-${Date.now()}@exemple.fr`;
	await askForCode(page, email);
	const { link } = await mailTo(browser, site.url, email);

	const elsewhere = await browser.newContext({ baseURL: site.url });
	const other = await elsewhere.newPage();
	await other.goto(link);
	await expect(other.getByRole('heading', { level: 1 })).toContainText('l’autre navigateur');
	await expect(other.getByRole('button', { name: 'Me connecter' })).toHaveCount(0);
	await expectAccessible(other);
	await elsewhere.close();

	for (let scan = 0; scan < 3; scan += 1) await page.request.get(link);
	await page.goto(link);
	await page.getByRole('button', { name: 'Me connecter' }).click();
	await expect(page).toHaveURL(`${base}/compte`);
	await page.goto(link);
	await expect(page.getByRole('button', { name: 'Me connecter' })).toHaveCount(0);
});

test('the answer to a known and an unknown address is the same', async ({ request, site }) => {
	const answers: string[] = [];
	for (const email of ['solene@habitants.example', 'personne@habitants.example']) {
		const answer = await request.post(`${base}/connexion?/send`, {
			form: { email, suite: base },
			headers: { origin: site.url, accept: 'text/html' },
			maxRedirects: 0
		});
		const headers = answer.headers();
		for (const name of ['date', 'set-cookie']) Reflect.deleteProperty(headers, name);
		answers.push(JSON.stringify([answer.status(), headers, await answer.text()]));
	}
	expect(answers[0]).toBe(answers[1]);
});

test('an address that is not one keeps what was typed and says so @nojs', async ({ page }) => {
	await page.goto(`${base}/connexion?suite=//evil.example`);
	await page.getByLabel('Votre adresse e-mail').fill('camille<script>');
	await page.getByRole('button', { name: 'Recevoir un code' }).click();
	await expect(page.getByRole('alert')).toContainText('Cette adresse ne semble pas complète');
	await expect(page.getByLabel('Votre adresse e-mail')).toHaveValue('camille<script>');
	await expect(page.locator('input[name="suite"]')).toHaveValue(base);
	await expectAccessible(page);
});

test('a shared computer keeps a cookie that ends with the browser', async ({
	page,
	browser,
	site
}) => {
	const email = `partage-${Date.now()}@exemple.fr`;
	await askForCode(page, email, true);
	const { code } = await mailTo(browser, site.url, email);
	await page.getByLabel('Votre code').fill(code);
	await page.getByRole('button', { name: 'Me connecter' }).click();
	await expect(page.getByText('ordinateur partagé')).toBeVisible();
	const cookies = await page.context().cookies();
	const session = cookies.find(({ name }) => name === 'parvis-session');
	expect(session).toMatchObject({ expires: -1, httpOnly: true, sameSite: 'Lax', path: '/' });
	expect(cookies.map(({ name }) => name)).not.toContain('parvis-browser');
});

test('a draft on a shared computer goes with the browser, or at once when asked @nojs', async ({
	page
}) => {
	const pending = async () =>
		(await page.context().cookies()).find(({ name }) => name === 'parvis-pending');
	const write = async () => {
		await page.goto(`${base}/propositions/nouvelle`);
		await page.getByLabel('Votre idée en une phrase').fill('Un banc devant la maison de santé');
		await page.getByLabel('Que proposez-vous ?').fill('Un banc à l’ombre.');
		await page.getByRole('button', { name: 'Continuer' }).click();
	};
	await write();
	expect((await pending())?.expires).toBeGreaterThan(Date.now() / 1000);
	await askForCode(page, `brouillon-${Date.now()}@exemple.fr`, true);
	expect(await pending()).toMatchObject({ expires: -1, httpOnly: true });
	await page.goto(`${base}/propositions/nouvelle`);
	await expect(page.getByText('Voici ce que vous aviez commencé à écrire.')).toBeVisible();
	await page.getByText('Effacer ce brouillon', { exact: true }).click();
	await page.getByRole('button', { name: 'Oui, effacer ce brouillon' }).click();
	await expect(page.getByText('Votre brouillon est effacé.')).toBeVisible();
	await expect(page.getByLabel('Votre idée en une phrase')).toHaveValue('');
	expect(await pending()).toBeUndefined();
	await expectAccessible(page);
});

test('a public name is chosen once, shown, and can be changed @nojs @phone', async ({
	page,
	browser,
	site
}) => {
	const email = `nom-${Date.now()}@exemple.fr`;
	await askForCode(page, email);
	const { code } = await mailTo(browser, site.url, email);
	await page.getByLabel('Votre code').fill(code);
	await page.getByRole('button', { name: 'Me connecter' }).click();
	await page.getByRole('link', { name: 'Choisir mon nom public' }).click();
	const field = page.getByLabel('Nom affiché');
	await expect(field).toHaveValue(/^\p{L}+ \d{4}$/u);
	await field.fill('');
	await page.getByRole('button', { name: 'Enregistrer mon nom' }).click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('Écrivez le nom à afficher');
	await expect(alert).toContainText('Dites à quel titre vous répondez');
	await expect(alert).toContainText('15 ans');
	await expectAccessible(page);
	const name = `Rivière ${Date.now() % 100_000}`;
	await page.getByLabel('Nom affiché').fill(name);
	await page.getByLabel('Habitant ou habitante').check();
	await page.getByLabel('J’ai 15 ans ou plus').check();
	await page.getByRole('button', { name: 'Enregistrer mon nom' }).click();
	await expect(page).toHaveURL(`${base}/compte`);
	await expect(page.getByRole('definition').filter({ hasText: name })).toBeVisible();
});

test('one click takes the place of an invented person, and signing out leaves nothing @nojs', async ({
	page
}) => {
	await page.goto('/demonstration');
	await expectAccessible(page);
	await expect(page.getByRole('button', { name: /^Continuer comme/ }).first()).toBeVisible();
	await page.getByRole('button', { name: 'Continuer comme Solène M.' }).click();
	await expect(page).toHaveURL(base);
	await page.goto(`${base}/compte`);
	await expect(page.getByText('c’est cet appareil')).toBeVisible();
	await page.getByRole('button', { name: 'Me déconnecter', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Vous êtes déconnecté' })).toBeVisible();
	const names = (await page.context().cookies()).map(({ name }) => name);
	expect(names.filter((name) => name !== 'parvis-locale')).toEqual([]);
	await page.goto(`${base}/compte`);
	await expect(page).toHaveURL(`${base}/connexion?suite=%2Fval-d-orsente%2Fcompte`);
});

test('a device is signed out from another, and everywhere at once @nojs', async ({
	page,
	browser,
	site
}) => {
	const enter = async (on: Page) => {
		await on.goto('/demonstration');
		await on.getByRole('button', { name: 'Continuer comme Dr A. Verlhac' }).click();
		await on.goto(`${base}/compte`);
	};
	const elsewhere = await browser.newContext({ baseURL: site.url });
	const other = await elsewhere.newPage();
	await enter(other);
	await enter(page);
	await page
		.getByRole('button', { name: /^Déconnecter / })
		.first()
		.click();
	await expect(page.getByText('Cet appareil est déconnecté.')).toBeVisible();
	await other.goto(`${base}/compte`);
	await expect(other).toHaveURL(/connexion/);
	await enter(other);
	await page.getByRole('button', { name: 'Me déconnecter partout' }).click();
	await other.goto(`${base}/compte`);
	await expect(other).toHaveURL(/connexion/);
	await elsewhere.close();
});

test('one’s data are a file that only their owner gets', async ({ page, request }) => {
	expect((await request.get(`${base}/compte/donnees`, { maxRedirects: 0 })).status()).toBe(303);
	await page.goto('/demonstration');
	await page.getByRole('button', { name: 'Continuer comme Solène M.' }).click();
	const answer = await page.request.get(`${base}/compte/donnees`);
	expect(answer.headers()['content-disposition']).toContain('attachment');
	expect(await answer.json()).toMatchObject({
		account: { email: 'solene@habitants.example' },
		persons: [{ publicName: 'Solène M.' }]
	});
});

test('an account is deleted after a box was ticked, and its address is gone @nojs', async ({
	page,
	browser,
	site
}) => {
	const email = `depart-${Date.now()}@exemple.fr`;
	await askForCode(page, email);
	const { code } = await mailTo(browser, site.url, email);
	await page.getByLabel('Votre code').fill(code);
	await page.getByRole('button', { name: 'Me connecter' }).click();
	await page.getByRole('link', { name: 'Supprimer mon compte' }).click();
	await page.getByRole('button', { name: 'Supprimer mon compte' }).click();
	await expect(page.getByRole('alert')).toContainText('Cochez la case');
	await expectAccessible(page);
	await page.getByLabel('J’ai compris').check();
	await page.getByRole('button', { name: 'Supprimer mon compte' }).click();
	await expect(page.getByRole('heading', { name: 'Votre compte est supprimé' })).toBeVisible();
	await page.goto('/demonstration/courriers');
	await expect(page.getByText(email)).toHaveCount(0);
});

test('the other language is one link away and stays @nojs', async ({ page }) => {
	await page.goto(`${base}/connexion`);
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.goto(`${base}/connexion/code`);
	await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
	const answer = await page.request.get('/langue?vers=fr&suite=//evil.example', {
		maxRedirects: 0
	});
	expect(answer.headers().location).toBe('/');
});
