// What another site sends in somebody's name: refused, whatever its form, in words.
import { expect, test } from '../support/journey.ts';
import { startServer } from '../support/server.ts';
import { base, enterAs } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';

const kinds = [
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'text/plain',
	'application/json',
	'application/octet-stream',
	''
];
const refused = 'Cet envoi ne vient pas d’une page de Parvis';

test('nothing that changes anything is taken from another site', async ({ page, site }) => {
	await enterAs(page, 'Solène M.');
	const signOut = `${site.url}${base}/compte?/sign-out`;
	const cookie = (await page.context().cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
	for (const origin of ['https://ailleurs.example', 'null', `${site.url}.ailleurs.example`, null]) {
		for (const kind of kinds) {
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
				// Not through the browser, which adds an origin of its own.
				const answer = await fetch(signOut, {
					method,
					redirect: 'manual',
					headers: { cookie, 'content-type': kind, ...(origin !== null && { origin }) }
				});
				const what = `${method} ${kind} from ${String(origin)}`;
				expect(answer.status, what).toBe(403);
				expect(answer.headers.get('set-cookie') ?? '', what).not.toContain('session');
			}
		}
	}
	for (const path of ['/langue', '/_app/remote/x/y', '/nulle-part', `${base}/__data.json`]) {
		const answer = await fetch(site.url + path, { method: 'POST', body: 'x', redirect: 'manual' });
		expect(answer.status, path).toBe(403);
	}
	for (const method of ['POST', 'DELETE']) {
		const live = await fetch(`${site.url}/collab/${crypto.randomUUID()}`, {
			method,
			headers: { cookie, origin: 'https://ailleurs.example', 'x-parvis': '1' }
		});
		expect(live.status, method).toBe(403);
	}
	await page.goto(`${base}/compte`);
	await expect(page.getByRole('button', { name: 'Me déconnecter', exact: true })).toBeVisible();
});

for (const [locale, title, text] of [
	['fr-FR', refused, 'Rien n’a été enregistré'],
	['en-GB', 'This was not sent from a page of Parvis', 'Nothing was saved']
] as const) {
	test(`a form of another site ends at a sentence, for a reader of ${locale} @nojs`, async ({
		browser,
		site
	}) => {
		const javaScriptEnabled = test.info().project.name !== 'nojs';
		const context = await browser.newContext({ locale, javaScriptEnabled });
		const page = await context.newPage();
		// Another name of this machine is another site to a browser.
		const elsewhere = 'http://ailleurs.localhost/';
		await page.route(elsewhere, (route) =>
			route.fulfill({
				contentType: 'text/html',
				body: `<form method="POST" action="${site.url}${base}/suivre?/voir"><button>Gagner</button></form>`
			})
		);
		await page.goto(elsewhere);
		const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
		await page.getByRole('button').click();
		expect((await answered).status()).toBe(403);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		await expect(page.getByText(text)).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
		await expectAccessible(page);
		await page.getByRole('main').getByRole('link').click();
		await expect(page).toHaveURL(new RegExp(`^${site.url}/`));
		await context.close();
	});
}

test('behind proxies the configured address counts, not what they make of it', async () => {
	const origin = 'https://parvis.example.fr';
	const site = await startServer({ variables: { ORIGIN: origin, TRUST_PROXY: '1', DEMO: '1' } });
	try {
		const post = (from: string) =>
			fetch(`${site.url}/langue`, {
				method: 'POST',
				redirect: 'manual',
				headers: { origin: from, 'x-forwarded-host': 'ailleurs.example' },
				body: new URLSearchParams({ vers: 'en', suite: '/' })
			});
		expect((await post(origin)).status).toBe(303);
		for (const from of [site.url, 'http://parvis.example.fr', 'https://ailleurs.example']) {
			expect((await post(from)).status, from).toBe(403);
		}
	} finally {
		await site.stop();
	}
});
