// What bad input gets: a sentence by the field, everything typed kept, and nothing that runs.
import type { APIResponse, Page } from '@playwright/test';
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

const unknown = '01940000-0000-7000-8000-000000000000';

/** Presses a button and gives the status that its form was answered with. */
async function statusOf(page: Page, button: string): Promise<number> {
	const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
	await page.getByRole('button', { name: button }).click();
	return (await answered).status();
}

test('a title that is empty or without end is refused at its field, all kept @nojs', async ({
	page
}) => {
	await page.goto(`${base}/propositions/nouvelle`);
	await page.getByLabel('Que proposez-vous').fill('Des mots que je tiens à garder.');
	await page.getByLabel('Commune concernée').selectOption({ label: 'Vaubrune' });
	await page.getByLabel('Je raconte quelque chose que j’ai vécu').check();
	expect(await statusOf(page, 'Continuer')).toBe(400);
	const title = page.getByLabel('Votre idée en une phrase');
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(title).toHaveAttribute('aria-invalid', 'true');
	await expect(title).toHaveAccessibleDescription(/Écrivez votre idée en une phrase/);
	await expect(page.getByLabel('Que proposez-vous')).toHaveValue('Des mots que je tiens à garder.');
	await expect(page.getByLabel('Je raconte quelque chose que j’ai vécu')).toBeChecked();
	await expectAccessible(page);

	const endless = 'é'.repeat(50_000);
	await title.fill(endless);
	expect(await statusOf(page, 'Continuer')).toBe(400);
	await expect(title).toHaveAccessibleDescription(/200 caractères au plus/);
	await expect(title).toHaveValue(endless);
	await expect(page.getByLabel('Commune concernée')).toHaveText(/Vaubrune/);
	await expect(page.getByLabel('Que proposez-vous')).toHaveValue('Des mots que je tiens à garder.');
});

test('a form heavier than the site takes is a sentence, not a fault', async ({ request, site }) => {
	const answer = await request.post(`${base}/propositions/nouvelle?/verifier`, {
		form: { title: 'x', what: 'é'.repeat(400_000) },
		headers: { origin: site.url, accept: 'text/html' }
	});
	expect(answer.status()).toBeGreaterThanOrEqual(400);
	expect(answer.status()).toBeLessThan(500);
	expect(await answer.text()).toContain('<html lang="fr">');
});

test('markup is words, emoji and accents stay as typed, wherever they are shown @nojs', async ({
	page,
	browser,
	site
}) => {
	const mark = unique('marque');
	const title = `<script>alert(1)</script> & <b>gras</b> 👩‍⚕️ ${mark}`;
	const what = `<img src=x onerror=alert(1)>\nE\u0301te\u0301 🌡️ « œuf »\n</textarea><script>alert(2)</script>`;
	let asked = 0;
	page.on('dialog', (dialog) => {
		asked += 1;
		void dialog.dismiss();
	});
	const { name } = await enterAsNewcomer(page, browser, site.url, 'Œuvre-É');
	await writeIdea(page, title, what);
	await expect(page.getByText(title)).toBeVisible();
	const number = await sendIdea(page);
	await page.getByRole('link', { name: 'Voir ma proposition' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
	await expect(page.getByText('Été 🌡️ « œuf »')).toBeVisible();
	await page.goto(`${base}/suivre`);
	await page.getByLabel('Numéro de suivi').fill(number);
	await page.getByRole('button', { name: 'Voir ce qu’elle devient' }).click();
	await expect(page.getByRole('heading', { name: `Proposition ${number}` })).toBeVisible();

	await enterAs(page, 'Nadia B.');
	await page.goto(`${base}/coordination/contributions`);
	await page.getByRole('link', { name: title }).click();
	await expect(page.getByLabel('Que proposez-vous')).toHaveValue(what.normalize('NFC'));
	await page.getByRole('button', { name: 'Publier ce texte' }).click();
	await expect(page.getByText('C’est enregistré.')).toBeVisible();
	await openProposal(page, title, mark);
	await expect(page.getByText('</textarea><script>alert(2)</script>')).toBeVisible();
	await expect(page.getByText(name).first()).toBeVisible();
	await page.getByLabel('Votre commentaire').fill(`<script>alert(3)</script> ${mark}`);
	await page.getByRole('button', { name: 'Publier mon commentaire' }).click();
	await expect(page.getByText(`<script>alert(3)</script> ${mark}`)).toBeVisible();
	await page.goto(`${base}/propositions?q=${encodeURIComponent('"><script>alert(4)</script>')}`);
	await expect(page.getByLabel('Chercher des mots')).toHaveValue('"><script>alert(4)</script>');
	expect(asked).toBe(0);
});

test('the same form posted twice is one proposal @nojs', async ({ page, browser, site }) => {
	const title = `Wagon de lecture ${unique('double')}`;
	await enterAsNewcomer(page, browser, site.url, 'Double');
	await writeIdea(page, title, 'Pressé deux fois.');
	await page.getByLabel('J’accepte que ma proposition').check();
	const posted = page.waitForRequest((request) => request.method() === 'POST');
	const form = page.locator('main form');
	await form.getByRole('button', { name: 'Envoyer ma proposition' }).click();
	const body = (await posted).postData() ?? '';
	await expect(page.getByRole('heading', { level: 1 })).toContainText('bien arrivée');
	const number = await page.getByRole('status').innerText();
	const again = await page.request.post(`${base}/propositions/nouvelle/repondre?/envoyer`, {
		data: body,
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			origin: site.url,
			accept: 'text/html'
		}
	});
	expect(await again.text()).toContain(number);

	await enterAs(page, 'Nadia B.');
	await page.goto(`${base}/coordination/contributions`);
	await expect(page.getByRole('link', { name: title })).toHaveCount(1);
});

test('the same comment posted twice is one comment', async ({ page, site }) => {
	const words = unique('Deux fois');
	await enterAs(page, 'Dr A. Verlhac');
	await openProposal(page, 'L’eau du captage');
	const posted = page.waitForRequest((request) => request.method() === 'POST');
	await page.getByLabel('Votre commentaire').fill(words);
	await page.getByRole('button', { name: 'Publier mon commentaire' }).click();
	const request = await posted;
	await expect(page.getByText(words)).toHaveCount(1);
	await page.request.post(request.url(), {
		data: request.postData() ?? '',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: site.url }
	});
	await page.reload();
	await expect(page.getByText(words)).toHaveCount(1);
});

test('a code is not good in another browser, nor twice @nojs', async ({ page, browser, site }) => {
	const email = `${unique('code')}@exemple.fr`;
	await page.goto(`${base}/connexion`);
	await page.getByLabel('Votre adresse e-mail').fill(email);
	await page.getByRole('button', { name: 'Recevoir un code' }).click();
	await page.getByLabel('Votre code').fill('court');
	expect(await statusOf(page, 'Me connecter')).toBe(400);
	await expect(page.getByRole('alert')).toContainText('Le code a 8 caractères');
	const mail = await readMail(browser, site.url, email);
	const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(mail)?.[0] ?? '';

	const elsewhere = await browser.newContext({ baseURL: site.url });
	const thief = await elsewhere.newPage();
	await thief.goto(`${base}/connexion/code`);
	await thief.getByLabel('Votre code').fill(code);
	expect(await statusOf(thief, 'Me connecter')).toBe(400);
	await expect(thief.getByRole('alert')).toContainText('Ce code ne sert plus');
	await elsewhere.close();

	await page.getByLabel('Votre code').fill(code);
	await page.getByRole('button', { name: 'Me connecter' }).click();
	await expect(page).toHaveURL(base);
	await page.goto(`${base}/connexion/code`);
	await page.getByLabel('Votre code').fill(code);
	expect(await statusOf(page, 'Me connecter')).toBe(400);
});

/** All that a browser learns from an answer, but for what changes each time. */
async function seenIn(answer: APIResponse): Promise<string> {
	// The length and the print of a page vary with its nonce; the words themselves are compared.
	const hidden = ['date', 'content-length', 'etag'];
	const headers = Object.entries(answer.headers()).filter(([name]) => !hidden.includes(name));
	const text = JSON.stringify([answer.status(), headers.sort(), await answer.text()]);
	return text.replaceAll(/nonce-[\w+/=]+|nonce=\\"[^"]+/g, 'nonce');
}

test('what is hidden answers as what does not exist, to the letter', async ({
	page,
	browser,
	site
}) => {
	await enterAsNewcomer(page, browser, site.url, 'Cachée');
	await writeIdea(page, `Idée cachée ${unique('idée')}`, 'Pas encore relue.');
	await sendIdea(page);
	await page.getByRole('link', { name: 'Voir ma proposition' }).click();
	const hidden = page.url().split('/').at(-1) ?? '';
	await enterAs(page, 'Nadia B.');
	await page.goto(`${base}/coordination/fiches`);
	await page.goto(page.url());
	const drafts = page
		.getByRole('listitem')
		.filter({ hasText: 'en cours d’écriture' })
		.getByRole('link');
	const draft = (await drafts.first().getAttribute('href'))?.split('/').at(-1) ?? '';
	expect(draft).toMatch(/^[0-9a-f-]{36}$/);

	const stranger = await browser.newContext({ baseURL: site.url });
	const somebody = await browser.newContext({ baseURL: site.url });
	await enterAs(await somebody.newPage(), 'Solène M.');
	const pairs = [
		...['', '/commentaires', '/soutenir', '/ecrire', '/texte', '/retirer', '/reprendre'].map(
			(end) => [`/propositions/${hidden}${end}`, `/propositions/${unknown}${end}`]
		),
		[`/plan/${draft}`, `/plan/${unknown}`],
		[`/plan/${draft}/commentaires`, `/plan/${unknown}/commentaires`],
		[`/signaler?objet=proposal&id=${hidden}`, `/signaler?objet=proposal&id=${unknown}`]
	];
	for (const { request } of [stranger, somebody]) {
		for (const [real = '', none = ''] of pairs) {
			const [one, other] = [await request.get(base + real), await request.get(base + none)];
			const [first, second] = [await seenIn(one), await seenIn(other)];
			// A page that says its own address says only that, and differs by nothing else.
			const same = (text: string) => text.replaceAll(hidden, unknown).replaceAll(draft, unknown);
			expect(same(first), real).toBe(same(second));
		}
		const missing = await request.get(`${base}/propositions/${unknown}`);
		expect(missing.status()).toBe(404);
		expect(await seenIn(missing)).toBe(
			await seenIn(await request.get(`${base}/propositions/${hidden}`))
		);
	}
	for (const path of ['/propositions/nimporte', '/nulle-part', '/avis/1', '/plan/x']) {
		expect((await stranger.request.get(base + path)).status(), path).toBe(404);
	}
	await stranger.close();
	await somebody.close();
});

test('an address that leads nowhere says so, and leads on @nojs', async ({ page }) => {
	expect((await page.goto(`${base}/nulle-part`))?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page).toHaveTitle(/./);
	await expectAccessible(page);
	await page.getByRole('main').getByRole('link').first().click();
	await expect(page).toHaveURL(new RegExp(`${base}$`));
	for (const path of ['/coordination/contributions', '/feuilles/saisir']) {
		await page.goto(base + path);
		await expect(page).toHaveURL(/connexion\?suite=/);
	}
	await enterAs(page, 'Solène M.');
	expect((await page.goto(`${base}/coordination/contributions`))?.status()).toBe(403);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expectAccessible(page);
});

test('thanks are for what this browser sent, whatever its cookie says', async ({
	page,
	browser,
	site
}) => {
	await enterAsNewcomer(page, browser, site.url, 'Merci');
	await writeIdea(page, `Idée à remercier ${unique('idée')}`, 'Envoyée d’ici.');
	const number = await sendIdea(page);
	const path = `${base}/propositions/nouvelle`;
	const thanks = await page.goto(`${path}/merci`);
	expect(thanks?.headers()['cache-control']).toBe('private, no-store');
	await page.getByRole('link', { name: 'Voir ma proposition' }).click();
	const id = page.url().split('/').at(-1) ?? '';
	const stranger = await browser.newContext({ baseURL: site.url });
	const forger = await stranger.newPage();
	for (const value of [`${number}.${id}.1.1`, id, unknown, 'x', '%27--']) {
		await stranger.addCookies([{ name: 'parvis-sent', value, url: `${site.url}${path}` }]);
		await forger.goto(`${path}/merci`);
		await expect(forger.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(forger.getByRole('status'), value).toHaveCount(0);
		await expect(forger.getByText(number), value).toHaveCount(0);
	}
	await stranger.close();
});

test('forms from another site are refused', async ({ page, site }) => {
	await enterAs(page, 'Solène M.');
	for (const origin of ['https://ailleurs.example', 'null']) {
		const answer = await page.request.post(`${base}/compte?/sign-out`, {
			form: {},
			headers: { origin },
			maxRedirects: 0
		});
		expect(answer.status(), origin).toBe(403);
	}
	expect((await page.request.get(`${site.url}${base}/compte`)).url()).toContain('/compte');
});

test('a window that closes while one writes keeps the words @nojs', async ({
	page,
	browser,
	site
}) => {
	const title = `Trop tard ${unique('idée')}`;
	const coordination = await browser.newContext({ baseURL: site.url });
	const coordinator = await coordination.newPage();
	await enterAs(coordinator, 'Nadia B.');
	await coordinator.goto(`${base}/coordination/reglages/fenetres`);
	await coordinator.getByRole('link', { name: 'Préparer l’avenant n° 1' }).click();
	const last = coordinator.locator('input[name="closesOn"]');
	const before = await last.inputValue();
	await page.goto(`${base}/propositions/nouvelle`);
	await page.getByLabel('Votre idée en une phrase').fill(title);
	await page.getByLabel('Que proposez-vous').fill('Des mots écrits la veille.');
	await last.fill(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10));
	await coordinator.getByRole('button', { name: 'Enregistrer' }).first().click();
	await expect(coordinator.getByRole('status').first()).toBeVisible();
	try {
		expect(await statusOf(page, 'Continuer')).toBe(403);
		await expect(page.getByRole('alert')).toContainText('n’est plus ouverte');
		await expect(page.getByLabel('Votre texte')).toHaveValue(new RegExp(title));
		await expectAccessible(page);
	} finally {
		await coordinator.goto(`${base}/coordination/reglages/fenetres`);
		await coordinator.getByRole('link', { name: 'Préparer l’avenant n° 1' }).click();
		await last.fill(before);
		await coordinator.getByRole('button', { name: 'Enregistrer' }).first().click();
		await expect(coordinator.getByRole('status').first()).toBeVisible();
		await coordination.close();
	}
});
