// Opening a text again without a connection: what is shown, to whom, and what remains of it.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, enterAs, signIn, unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import {
	expectFreeToLeave,
	expectPublic,
	expectSaved,
	openText,
	startWriting,
	textOf,
	typeAtEnd
} from './support/writing.ts';

const patience = { timeout: 45_000 };
const offline = 'Pas de connexion\u00A0: voici la copie de cet ordinateur.';
const none = /Ce texte ne s’ouvre qu’avec une connexion/;

/** What this browser keeps for opening texts without a connection, and the copies of texts. */
async function keptIn(page: Page) {
	return page.evaluate(async () => {
		// Where a journey took the list away, it left it under another name.
		const list: IDBFactory['databases'] = Reflect.get(indexedDB, 'listed') ?? indexedDB.databases;
		const places = await caches.open('parvis-places');
		const databases = (await list.call(indexedDB)).map(({ name }) => name ?? '');
		return {
			workers: (await navigator.serviceWorker.getRegistrations()).length,
			places: (await places.keys()).length,
			shells: (await caches.keys()).filter((name) => name.startsWith('parvis-shell-')).length,
			copies: databases.filter((name) => name.startsWith('parvis-')).length,
			notes: Object.keys(localStorage).length
		};
	});
}

/** Waits until the text of this page would open without a connection. */
async function expectKept(page: Page): Promise<void> {
	await expect(async () => {
		expect(await keptIn(page)).toMatchObject({ workers: 1, shells: 1 });
		const isActive = await page.evaluate(async () => {
			const [registration] = await navigator.serviceWorker.getRegistrations();
			return registration?.active?.state === 'activated';
		});
		expect(isActive).toBe(true);
	}).toPass(patience);
}

/** Closes the page: it asks first for as long as the last letters are in it alone. */
async function closeAsAPerson(page: Page): Promise<void> {
	page.on('dialog', (dialog) => void dialog.dismiss());
	await expect(async () => {
		if (!page.isClosed()) await page.close({ runBeforeUnload: true });
		await expect.poll(() => page.isClosed(), { timeout: 2000 }).toBe(true);
	}).toPass(patience);
}

test('a text opens again without a connection, and all is saved when it is back @phone', async ({
	page,
	context,
	browser,
	site
}) => {
	await startWriting(page, 'Solène M.');
	const address = page.url();
	const online = unique('Dit en ligne');
	await typeAtEnd(page, online);
	await expectSaved(page);
	await expectKept(page);

	await context.setOffline(true);
	const cut = unique('Dit sans réseau');
	await typeAtEnd(page, cut);
	await expect(page.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible();
	await closeAsAPerson(page);

	const again = await context.newPage();
	await again.goto(address);
	await expect(again.getByText(offline)).toBeVisible(patience);
	await expect(textOf(again)).toContainText(online, patience);
	await expect(textOf(again)).toContainText(cut);
	await expect(again.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible();
	await expect(again.getByText('Enregistré', { exact: true })).toHaveCount(0);
	expect(await again.evaluate(() => document.documentElement.lang)).toBe('fr');
	await expectAccessible(again);
	const later = unique('Dit après');
	await typeAtEnd(again, later);
	await expectFreeToLeave(again);
	await again.reload();
	await expect(textOf(again)).toContainText(later, patience);

	await context.setOffline(false);
	await expect(again.getByText('La connexion est revenue.')).toBeVisible(patience);
	await expectSaved(again);
	await expect(again.getByText(offline)).toHaveCount(0);
	await expectAccessible(again);
	await expectPublic(browser, site.url, cut);
	await expectPublic(browser, site.url, later);
	await again.getByRole('button', { name: 'Revenir à la page complète' }).click();
	await expect(
		again.getByRole('link', { name: 'Terminer et revenir à la proposition' })
	).toBeVisible();
	await expectSaved(again);
});

test('pages that are read never meet the worker, and the server’s word comes first', async ({
	page,
	context
}) => {
	await startWriting(page, 'Solène M.');
	const address = page.url();
	await expectKept(page);
	await page.goto(`${base}/propositions`);
	expect(await page.evaluate(() => navigator.serviceWorker.controller === null)).toBe(true);

	// The session is over: the way leads to signing in, and the text opens offline no more.
	const cookies = await context.cookies();
	await context.clearCookies({ name: /session/ });
	expect((await context.cookies()).length).toBeLessThan(cookies.length);
	await page.goto(address);
	await expect(page).toHaveURL(/connexion/);
	await expect(async () => {
		expect(await keptIn(page)).toMatchObject({ workers: 0, places: 0, copies: 1 });
	}).toPass(patience);
	await context.setOffline(true);
	await expect(page.goto(address)).rejects.toThrow();
	await context.setOffline(false);
});

test('who comes after sees nothing of who was here before', async ({ page, context }) => {
	await startWriting(page, 'Solène M.');
	const address = page.url();
	const words = unique('Pour moi seule');
	await typeAtEnd(page, words);
	await expectSaved(page);
	await expectKept(page);

	// Somebody else signs in without the first having signed out.
	await enterAs(page, 'Dr A. Verlhac');
	await context.setOffline(true);
	await page.goto(address);
	await expect(page.getByText(none)).toBeVisible();
	await expect(page.getByText(words)).toHaveCount(0);
	await expectAccessible(page);
	await context.setOffline(false);

	// Not let in: the copy of the text goes too.
	const answer = await page.goto(address);
	expect([403, 404]).toContain(answer?.status());
	await expect(async () => {
		expect(await keptIn(page)).toMatchObject({ workers: 0, places: 0, copies: 0 });
	}).toPass(patience);
});

test('what another account left is erased before the editor opens', async ({ page }) => {
	await startWriting(page, 'Solène M.');
	await expectKept(page);
	const [before] = await page.evaluate(() => indexedDB.databases());
	await startWriting(page, 'Julien Costes');
	await expectKept(page);
	const names = await page.evaluate(async () =>
		(await indexedDB.databases()).map(({ name }) => name)
	);
	expect(names).toHaveLength(1);
	expect(names).not.toContain(before?.name);
	expect(await keptIn(page)).toMatchObject({ workers: 1, places: 1 });
});

test('on a shared computer nothing opens without a connection', async ({ page, browser, site }) => {
	await page.goto(`${base}/connexion`);
	await page.getByLabel('J’utilise un ordinateur partagé').check();
	await signIn(page, browser, site.url, 'solene@habitants.example');
	await expect(page).not.toHaveURL(/connexion/);
	await openText(page);
	await typeAtEnd(page, unique('À la mairie'));
	await expectSaved(page);
	expect(await keptIn(page)).toEqual({ workers: 0, places: 0, shells: 0, copies: 0, notes: 0 });
	expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('parvis-writer');
});

for (const isHeard of [true, false]) {
	const browsers = isHeard ? 'erases when the server asks' : 'does not know how to be asked';
	test(`signing out leaves nothing in a browser that ${browsers}`, async ({ page, context }) => {
		if (!isHeard) {
			await context.route('**/compte?/sign-out', async (route) => {
				const answer = await route.fetch({ maxRedirects: 0 });
				const { 'clear-site-data': asked, ...headers } = answer.headers();
				expect(asked).toBe('"storage"');
				await route.fulfill({ response: answer, headers });
			});
			// Such browsers cannot list their databases either.
			await context.addInitScript(() => {
				Reflect.set(IDBFactory.prototype, 'listed', indexedDB.databases);
				Reflect.deleteProperty(IDBFactory.prototype, 'databases');
			});
		}
		await startWriting(page, 'Solène M.');
		await expectKept(page);
		await page.goto(`${base}/compte`);
		await page.getByRole('button', { name: 'Me déconnecter' }).first().click();
		await expect(page).toHaveURL(/connexion\/fin/);
		await expect(async () => {
			expect(await keptIn(page)).toEqual({ workers: 0, places: 0, shells: 0, copies: 0, notes: 0 });
		}).toPass(patience);
		expect((await context.cookies()).map(({ name }) => name)).not.toContain('parvis-writer');
	});
}
