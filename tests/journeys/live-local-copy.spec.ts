// What a browser keeps of a text: its copy refused, thrown away or full; a shared computer; signing out.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, signIn, unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import { expectSaved, openText, startWriting, textOf, typeAtEnd } from './support/writing.ts';

const unkept = 'Pas encore enregistré : ne fermez pas cette page';
const patience = { timeout: 45_000 };

/** The copies of texts in this browser. */
function copiesIn(page: Page): Promise<string[]> {
	return page.evaluate(async () =>
		(await indexedDB.databases())
			.map(({ name }) => name ?? '')
			.filter((name) => name.startsWith('parvis-'))
	);
}

/** Leaves the page as a person would, and tells whether it asked first; it stays. */
async function asksBeforeLeaving(page: Page): Promise<boolean> {
	const asked = page.waitForEvent('dialog', { timeout: 5000 }).catch(() => null);
	await page.close({ runBeforeUnload: true });
	const dialog = await asked;
	await dialog?.dismiss();
	return dialog?.type() === 'beforeunload';
}

/** No link to the text gets through any more; pages do. */
async function blockText(page: Page): Promise<void> {
	const context = page.context();
	await context.route('**/collab/**', (route) => route.abort());
	await context.routeWebSocket(/\/collab\//, (socket) => socket.close());
}

test('a browser that refuses to keep anything saves all the same, and says what it cannot do', async ({
	page,
	context
}) => {
	await page.addInitScript(() => {
		indexedDB.open = () => {
			throw new DOMException('refused', 'SecurityError');
		};
	});
	await startWriting(page, 'Solène M.');
	await expect(page.getByText('ce navigateur refuse de garder une copie')).toBeVisible();
	const words = unique('Sans copie');
	await typeAtEnd(page, words);
	await expectSaved(page);
	await expectAccessible(page);

	await context.setOffline(true);
	await typeAtEnd(page, unique('Sans rien'));
	await expect(page.getByText(unkept).first()).toBeVisible();
	expect(await asksBeforeLeaving(page)).toBe(true);
	await context.setOffline(false);
	await expectSaved(page);
});

test('a copy that the browser throws away while one writes is made anew', async ({
	page,
	context
}) => {
	await startWriting(page, 'Solène M.');
	const [copy = ''] = await copiesIn(page);
	await page.evaluate((name) => void indexedDB.deleteDatabase(name), copy);
	const words = unique('Après le grand ménage');
	await typeAtEnd(page, words);
	await expectSaved(page);
	await expect(async () => expect(await copiesIn(page)).toEqual([copy])).toPass(patience);

	await context.setOffline(true);
	const later = unique('Dans la nouvelle copie');
	await typeAtEnd(page, later);
	await expect(page.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible();
	await context.setOffline(false);
	await expectSaved(page);
});

test('when the device is full, the text is saved and the page says that it keeps no copy', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	await page.evaluate(() => {
		// What a browser does past its quota: the request is taken, its transaction aborted.
		const add = Reflect.get(IDBObjectStore.prototype, 'add');
		IDBObjectStore.prototype.add = function (...given) {
			const request = add.apply(this, given);
			this.transaction.abort();
			return request;
		};
	});
	const words = unique('Appareil plein');
	await typeAtEnd(page, words);
	await expect(page.getByText('ce navigateur refuse de garder une copie')).toBeVisible();
	await expectSaved(page);
	await page.reload();
	await expect(textOf(page)).toContainText(words, patience);
});

test('a shared computer keeps nothing, and warns before the page is left', async ({
	page,
	browser,
	context,
	site
}) => {
	await page.goto(`${base}/connexion`);
	await page.getByLabel('J’utilise un ordinateur partagé').check();
	await signIn(page, browser, site.url, 'solene@habitants.example');
	await expect(page).not.toHaveURL(/connexion/);
	await openText(page);
	await typeAtEnd(page, unique('À la médiathèque'));
	await expectSaved(page);
	expect(await copiesIn(page)).toEqual([]);
	await expect(page.getByText('ce navigateur refuse')).toHaveCount(0);

	await context.setOffline(true);
	await typeAtEnd(page, unique('Rien ne reste'));
	await expect(page.getByText(unkept).first()).toBeVisible();
	expect(await asksBeforeLeaving(page)).toBe(true);
	await context.setOffline(false);
	await expectSaved(page);
});

test('signing out says first what is unsaved, then wipes what this browser kept', async ({
	page,
	context
}) => {
	await startWriting(page, 'Solène M.');
	expect(await copiesIn(page)).toHaveLength(1);
	await blockText(page);
	await page.reload();
	const words = unique('Jamais partis');
	await typeAtEnd(page, words);
	await expect(page.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible(patience);

	const other = await context.newPage();
	await other.goto(`${base}/compte`);
	await other.getByRole('button', { name: 'Me déconnecter' }).first().click();
	await expect(other.getByText('Des mots ne sont pas encore enregistrés.')).toBeVisible();
	await expect(other.getByLabel('Les lignes où vous avez écrit')).toHaveValue(words, patience);
	await expect(other.getByRole('link', { name: 'Ouvrir le texte pour les envoyer' })).toBeVisible();
	await expectAccessible(other);
	await other.getByRole('button', { name: 'Me déconnecter et effacer' }).click();
	await expect(other).toHaveURL(/connexion\/fin/);
	await expect(async () => expect(await copiesIn(other)).toEqual([])).toPass(patience);
	// The page that is still open keeps nothing more, and says so.
	await expect(page.getByText(unkept).first()).toBeVisible();
	expect((await context.cookies()).map(({ name }) => name).join()).not.toContain('parvis-unsaved');
});
