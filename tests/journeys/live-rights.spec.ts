// Rights that change, and doors that close, while somebody writes.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, enterAs, openProposal, unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import {
	captage,
	expectPublic,
	expectSaved,
	startWriting,
	textOf,
	typeAtEnd
} from './support/writing.ts';

const patience = { timeout: 45_000 };

/** Freezes or opens the text, as the coordination does from its history. */
async function press(coordinator: Page, button: 'Figer le texte' | 'Rouvrir le texte') {
	await openProposal(coordinator, captage);
	await coordinator.getByRole('link', { name: 'Historique du texte' }).click();
	await coordinator.getByRole('button', { name: button }).click();
	await expect(coordinator.getByText(/Le texte est (figé|rouvert)\./)).toBeVisible();
}

test('a text that is frozen takes no word more, holds the last ones, and takes them when opened', async ({
	page,
	context,
	browser,
	site
}) => {
	await startWriting(page, 'Julien Costes', captage);
	const elsewhere = await browser.newContext({ baseURL: site.url });
	const coordinator = await elsewhere.newPage();
	await enterAs(coordinator, 'Nadia B.');

	await press(coordinator, 'Figer le texte');
	await expect(page.getByText('Ce texte est figé pour le moment')).toBeVisible(patience);
	await expect(textOf(page)).toHaveAttribute('aria-readonly', 'true');
	await expect(page.getByText('Lecture seule', { exact: true })).toBeVisible();
	await expectAccessible(page);
	await press(coordinator, 'Rouvrir le texte');
	await expect(textOf(page)).toHaveAttribute('aria-readonly', 'false', patience);
	await expectSaved(page);

	await context.setOffline(true);
	const words = unique('Un instant trop tard');
	await typeAtEnd(page, words);
	await press(coordinator, 'Figer le texte');
	await context.setOffline(false);
	const held = page.getByLabel(/Vos derniers mots sont arrivés quand le texte venait d’être figé/);
	await expect(held).toHaveValue(new RegExp(words), patience);
	await expect(page.getByText('Vos derniers mots ne sont pas enregistrés')).toBeVisible();
	await expectAccessible(page);

	await press(coordinator, 'Rouvrir le texte');
	await expectSaved(page);
	await expect(held).toHaveCount(0);
	await expectPublic(browser, site.url, words, captage);
	await elsewhere.close();
});

const closings = [
	{ code: 4403, says: 'Vous ne pouvez plus modifier ce texte.' },
	{ code: 4409, says: 'Ce texte a été refait entre-temps. Rechargez la page.' },
	{ code: 4415, says: 'Une modification n’a pas pu être acceptée. Rechargez la page.' }
];
for (const { code, says } of closings) {
	test(`when the server shuts the door for good (${code}), what was typed is there to be copied`, async ({
		page
	}) => {
		let isMuted = false;
		let shut = (): void => {};
		await page.routeWebSocket(/\/collab\//, (socket) => {
			const server = socket.connectToServer();
			socket.onMessage((message) => {
				if (!isMuted) server.send(message);
			});
			shut = () => void socket.close({ code, reason: 'told by the test' });
		});
		await startWriting(page, 'Solène M.');
		isMuted = true;
		const words = unique('Sur le pas de la porte');
		await typeAtEnd(page, words);
		shut();
		await expect(page.getByRole('alert')).toContainText(says);
		const aside = page.getByLabel('Votre version, à copier si vous voulez la garder');
		await expect(aside).toHaveValue(new RegExp(words));
		await expect(textOf(page)).toHaveAttribute('aria-readonly', 'true');
		await expectAccessible(page);
		// It could never be let in: it is not tried again.
		isMuted = false;
		page.on('dialog', (dialog) => void dialog.accept());
		await page.getByRole('button', { name: 'Recharger la page' }).click();
		await expect(page.getByRole('alert')).toHaveCount(0);
		await expectSaved(page);
		await expect(textOf(page)).not.toContainText(words);
	});
}

test('somebody who signs out elsewhere is told where they were writing', async ({
	page,
	context
}) => {
	await startWriting(page, 'Solène M.');
	const other = await context.newPage();
	await other.goto(`${base}/compte`);
	await other.getByRole('button', { name: 'Me déconnecter' }).first().click();
	await expect(other).toHaveURL(/connexion\/fin/);
	await expect(page.getByRole('alert')).toContainText('Vous êtes déconnecté.', patience);
	await expect(textOf(page)).toHaveAttribute('aria-readonly', 'true');
	await page.getByRole('button', { name: 'Recharger la page' }).click();
	await expect(page).toHaveURL(/connexion/);
});
