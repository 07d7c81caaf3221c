// Words that were typed and never saved, found again when the text no longer takes them.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, enterAs, openProposal, signIn, unique } from './support/acts.ts';
import { expectAccessible, overflowOf } from './support/checks.ts';
import { expectSaved, shade, startWriting, textOf, typeAtEnd } from './support/writing.ts';

const patience = { timeout: 45_000 };
const leftWords = `${base}/compte/mots-gardes`;
const field = 'Les lignes où vous avez écrit';

/** What this browser keeps of texts: copies, notes, marks. */
async function keptIn(page: Page) {
	const kept = await page.evaluate(async () => ({
		copies: (await indexedDB.databases())
			.map(({ name }) => name ?? '')
			.filter((name) => name.startsWith('parvis-')),
		notes: Object.keys(localStorage).length
	}));
	const cookies = await page.context().cookies();
	const marks = cookies.filter(({ name }) => name.startsWith('parvis-unsaved')).length;
	return { ...kept, marks };
}

/** Types without a connection and closes the tab: gives what was typed, and where. */
async function leaveWordsBehind(page: Page): Promise<{ words: string; address: string }> {
	const context = page.context();
	await startWriting(page, 'Solène M.');
	const address = page.url();
	await context.setOffline(true);
	const words = unique('Restés derrière');
	await typeAtEnd(page, words);
	await expect(page.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible();
	page.on('dialog', (dialog) => void dialog.dismiss());
	await expect(async () => {
		if (!page.isClosed()) await page.close({ runBeforeUnload: true });
		await expect.poll(() => page.isClosed(), { timeout: 2000 }).toBe(true);
	}).toPass(patience);
	await context.setOffline(false);
	return { words, address };
}

async function asCoordinator(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: url });
	const page = await context.newPage();
	await enterAs(page, 'Nadia B.');
	return page;
}

async function suspend(coordinator: Page, name: string): Promise<void> {
	await coordinator.goto(`${base}/coordination/reglages/membres`);
	await coordinator.getByLabel('Chercher un nom public').fill(name);
	await coordinator.getByRole('button', { name: 'Rechercher' }).click();
	await coordinator.getByRole('link', { name: `Suspendre ${name}` }).click();
	await coordinator.getByLabel('C’est insultant ou menaçant').check();
	await coordinator
		.getByLabel(/^Les faits, dits à la personne/)
		.fill('Des faits, pour ce parcours.');
	await coordinator.getByRole('button', { name: 'Suspendre cette personne' }).click();
	await expect(coordinator.getByText('La personne est suspendue.')).toBeVisible();
}

async function lift(coordinator: Page, name: string): Promise<void> {
	await coordinator.goto(`${base}/coordination/reglages/suspensions`);
	await coordinator.getByRole('link', { name, exact: true }).click();
	await coordinator.getByRole('button', { name: 'Lever la suspension' }).click();
	await expect(coordinator.getByText('La suspension est levée.')).toBeVisible();
}

async function press(coordinator: Page, button: 'Figer le texte' | 'Rouvrir le texte') {
	await openProposal(coordinator, shade);
	await coordinator.getByRole('link', { name: 'Historique du texte' }).click();
	await coordinator.getByRole('button', { name: button }).click();
	await expect(coordinator.getByText(/Le texte est (figé|rouvert)\./)).toBeVisible();
}

/** Zero faults, at 320 px and at the width of the window. */
async function expectWellMade(page: Page, name: string): Promise<void> {
	await expectAccessible(page);
	const size = page.viewportSize();
	const to = `test-results/${name}-${test.info().project.name}`;
	await page.screenshot({ path: `${to}.png`, fullPage: true });
	await page.setViewportSize({ width: 320, height: 700 });
	expect(await overflowOf(page)).toEqual([]);
	await expectAccessible(page);
	await page.screenshot({ path: `${to}-320.png`, fullPage: true });
	if (size) await page.setViewportSize(size);
}

test('a right is withdrawn while the tab was closed: the words are found, copied, and wiped at sign-out @phone', async ({
	page,
	context,
	browser,
	site
}) => {
	const { words, address } = await leaveWordsBehind(page);
	const coordinator = await asCoordinator(browser, site.url);
	await suspend(coordinator, 'Solène M.');
	try {
		const again = await context.newPage();
		const answer = await again.goto(address);
		expect(answer?.status()).toBe(403);
		await expectWellMade(again, 'left-words-refused');
		await again.getByRole('link', { name: 'Retrouver ce que vous aviez écrit' }).click();
		await expect(again.getByRole('heading', { level: 2, name: shade })).toBeVisible(patience);
		await expect(again.getByLabel(field)).toHaveValue(words);
		await expect(again.getByRole('link', { name: /Ouvrir le texte/ })).toHaveCount(0);
		await expectWellMade(again, 'left-words');
		await again.getByText('Voir tout le texte avec vos mots').click();
		await expect(again.getByLabel('Tout le texte, tel qu’il est')).toHaveValue(
			new RegExp(`\\n${words}$`)
		);
		await again.getByText('Ne plus garder ces mots').click();
		await expectWellMade(again, 'left-words-unfolded');

		await again.goto(address.replace(/[\da-f]{12}\/ecrire$/, '000000000000/ecrire'));
		await expect(again.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
		await expect(again.getByRole('link', { name: /Retrouver ce que vous/ })).toBeVisible();

		for (const path of ['a-faire', 'compte']) {
			await again.goto(`${base}/${path}`);
			await expect(again.getByText('Des mots ne sont pas encore enregistrés.')).toBeVisible();
		}
		await expectWellMade(again, 'left-words-account');
		await again.getByRole('button', { name: 'Me déconnecter' }).first().click();
		await expect(again.getByText('Des mots ne sont pas encore enregistrés.')).toBeVisible();
		await expect(again.getByLabel(field)).toHaveValue(words);
		await expectWellMade(again, 'left-words-sign-out');
		await again.getByRole('button', { name: 'Copier' }).click();
		await expect(again.getByText('Copié.')).toBeVisible();
		await context.grantPermissions(['clipboard-read']);
		expect(await again.evaluate(() => navigator.clipboard.readText())).toBe(words);

		await again.getByRole('button', { name: 'Me déconnecter et effacer' }).click();
		await expect(again).toHaveURL(/connexion\/fin/);
		await expect(async () =>
			expect(await keptIn(again)).toEqual({ copies: [], notes: 0, marks: 0 })
		).toPass(patience);
	} finally {
		await lift(coordinator, 'Solène M.');
		await coordinator.context().close();
	}
});

test('words that are let go leave the device, and those that are kept are sent when the text opens', async ({
	page,
	context
}) => {
	const { words } = await leaveWordsBehind(page);
	const again = await context.newPage();
	await again.goto(leftWords);
	await expect(again.getByLabel(field)).toHaveValue(words, patience);
	// A browser may have dropped the mark that the server reads: the copy itself says what it is of.
	await context.clearCookies({ name: /^parvis-unsaved/ });
	await again.reload();
	await expect(again.getByRole('heading', { level: 2 })).toContainText(shade, patience);
	expect((await keptIn(again)).marks).toBe(1);
	await again.reload();
	await again.getByRole('link', { name: 'Ouvrir le texte pour les envoyer' }).click();
	await expectSaved(again);
	await expect(textOf(again)).toContainText(words);
	await again.goto(leftWords);
	await expect(again.getByText('Cet appareil ne garde aucun mot à copier.')).toBeVisible(patience);
	await expectWellMade(again, 'left-words-none');

	const second = await leaveWordsBehind(again);
	const last = await context.newPage();
	await last.goto(leftWords);
	await expect(last.getByLabel(field)).toHaveValue(second.words, patience);
	await last.getByText('Ne plus garder ces mots').click();
	await last.getByRole('button', { name: 'Effacer ces mots de cet appareil' }).click();
	await expect(last.getByText('Ces mots sont effacés de cet appareil.')).toBeFocused();
	await expect(last.getByLabel(field)).toHaveCount(0);
	expect(await keptIn(last)).toMatchObject({ copies: [], marks: 0 });
	await last.goto(`${base}/compte/deconnexion`);
	await expect(last.getByText('Des mots ne sont pas encore enregistrés.')).toHaveCount(0);
});

test('words of an earlier epoch are found too, and signing out warns of them though the text is saved', async ({
	page,
	context
}) => {
	const { words, address } = await leaveWordsBehind(page);
	const again = await context.newPage();
	await again.goto(leftWords);
	await expect(again.getByLabel(field)).toHaveValue(words, patience);
	// As when the text is made anew: what the browser has is the copy of another epoch.
	await again.evaluate(async () => {
		const wait = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(new Error('refused'));
			});
		const storeOf = (db: IDBDatabase, name: string, mode?: IDBTransactionMode): IDBObjectStore =>
			Reflect.apply(Reflect.get(db, 'transaction'), db, [name, mode]).objectStore(name);
		const [{ name = '' } = {}] = (await indexedDB.databases()).filter(({ name }) =>
			name?.startsWith('parvis-')
		);
		const from = await wait(indexedDB.open(name));
		const opening = indexedDB.open(name.replace(/\d+$/, '99'));
		opening.onupgradeneeded = () => {
			opening.result.createObjectStore('updates', { autoIncrement: true });
			opening.result.createObjectStore('custom');
		};
		const to = await wait(opening);
		for (const name of ['updates', 'custom']) {
			const keys = await wait(storeOf(from, name).getAllKeys());
			const values = await wait(storeOf(from, name).getAll());
			const copy = storeOf(to, name, 'readwrite');
			for (const [n, value] of values.entries()) copy.put(value, keys[n]);
		}
		from.close();
		to.close();
		await wait(indexedDB.deleteDatabase(name));
	});
	await again.goto(address);
	await expectSaved(again);
	await expect(textOf(again)).not.toContainText(words);
	await expect(again.getByLabel(/Vous aviez écrit ceci hors ligne/)).toHaveValue(new RegExp(words));
	await again.goto(`${base}/compte`);
	await again.getByRole('button', { name: 'Me déconnecter' }).first().click();
	await expect(again.getByLabel(field)).toHaveValue(words, patience);
	await again.goto(address);
	await expectSaved(again);
	await again.getByRole('button', { name: 'J’ai copié, ne plus montrer' }).click();
	await expect(async () => expect((await keptIn(again)).marks).toBe(0)).toPass(patience);
});

test('signing out everywhere and leaving for good tell of the words too, and then do what was asked', async ({
	page,
	context,
	browser,
	site
}) => {
	await leaveWordsBehind(page);
	const elsewhere = await browser.newContext({ baseURL: site.url });
	const other = await elsewhere.newPage();
	await enterAs(other, 'Solène M.');
	const again = await context.newPage();
	await again.goto(`${base}/compte/suppression`);
	await expect(again.getByText('Des mots ne sont pas encore enregistrés.')).toBeVisible();
	await again.goto(`${base}/compte`);
	await again.getByRole('button', { name: 'Me déconnecter partout' }).click();
	await expect(again.getByText('Des mots ne sont pas encore enregistrés.')).toBeVisible();
	await again.getByRole('button', { name: 'Me déconnecter partout et effacer' }).click();
	await expect(again).toHaveURL(/connexion\/fin/);
	await other.goto(`${base}/compte`);
	await expect(other).toHaveURL(/connexion/);
	await elsewhere.close();
});

test('nobody is shown the words of somebody else, nor anything on a shared computer', async ({
	page,
	context,
	browser,
	site
}) => {
	const { words } = await leaveWordsBehind(page);
	const again = await context.newPage();
	await enterAs(again, 'Julien Costes');
	await again.goto(leftWords);
	await expect(again.getByText('Cet appareil ne garde aucun mot à copier.')).toBeVisible(patience);
	await expect(again.getByLabel(field)).toHaveCount(0);
	expect(await again.content()).not.toContain(words);
	await enterAs(again, 'Solène M.');
	await again.goto(leftWords);
	await expect(again.getByLabel(field)).toHaveValue(words, patience);
	await again.goto(`${base}/compte/deconnexion`);
	await expect(again.getByLabel(field)).toHaveValue(words, patience);

	const elsewhere = await browser.newContext({ baseURL: site.url });
	const shared = await elsewhere.newPage();
	await shared.goto(`${base}/connexion?suite=${leftWords}`);
	await shared.getByLabel('J’utilise un ordinateur partagé').check();
	await signIn(shared, browser, site.url, 'solene@habitants.example');
	await expect(shared.getByText('Sur un ordinateur partagé, rien n’est gardé')).toBeVisible();
	await expect(shared.locator('script')).toHaveCount(0);
	await expectAccessible(shared);
	await elsewhere.close();
});

test('a text that was frozen meanwhile shows what was typed, to be copied, and takes it when it is open again', async ({
	page,
	context,
	browser,
	site
}) => {
	const { words, address } = await leaveWordsBehind(page);
	const coordinator = await asCoordinator(browser, site.url);
	await press(coordinator, 'Figer le texte');
	let isFrozen = true;
	try {
		const again = await context.newPage();
		await again.goto(address);
		const held = again.getByLabel(
			/Vos derniers mots sont arrivés quand le texte venait d’être figé/
		);
		await expect(held).toHaveValue(new RegExp(words), patience);
		await again.getByRole('button', { name: 'Copier' }).click();
		await expect(again.getByText('Copié.')).toBeVisible();
		await expectWellMade(again, 'left-words-frozen');

		await again.goto(`/langue?vers=en&suite=${leftWords}`);
		await expect(again.getByLabel('The lines you wrote in')).toHaveValue(words, patience);
		// Nothing can be sent now: it is not offered.
		await expect(again.getByRole('link', { name: 'Open the text to send them' })).toHaveCount(0);
		await expectWellMade(again, 'left-words-english');
		await press(coordinator, 'Rouvrir le texte');
		isFrozen = false;
		await again.reload();
		await again.getByRole('link', { name: 'Open the text to send them' }).click();
		await expect(again.getByText('Saved', { exact: true })).toBeVisible(patience);
		await again.goto(leftWords);
		await expect(again.getByText('This device keeps no words to copy.')).toBeVisible(patience);
	} finally {
		if (isFrozen) await press(coordinator, 'Rouvrir le texte');
		await coordinator.context().close();
	}
});
