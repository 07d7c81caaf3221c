// A page that was loaded before the site changed the form of its texts.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, signIn, unique } from './support/acts.ts';
import { expectAccessible, overflowOf } from './support/checks.ts';
import {
	expectPublic,
	expectSaved,
	openText,
	placeCaret,
	startWriting,
	textOf,
	typeAtEnd
} from './support/writing.ts';

const patience = { timeout: 45_000 };
const old = 'Cette page est plus ancienne que le site. Rechargez-la pour continuer.';

/** Once `makeOld` was called, the page announces an earlier form of texts, as one of yesterday would. */
async function mayGrowOld(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const Ordinary = globalThis.WebSocket;
		globalThis.WebSocket = class extends Ordinary {
			constructor(address: string | URL, protocols?: string | string[]) {
				const url = new URL(address);
				if (Reflect.get(globalThis, 'isOld') === true) url.searchParams.set('schema', '0');
				super(url, protocols);
			}
		};
	});
}

async function makeOld(page: Page): Promise<void> {
	await page.evaluate(() => Reflect.set(globalThis, 'isOld', true));
}

test('a page older than the site is told so; what was typed is kept, and sent once it is loaded anew @phone', async ({
	page,
	context,
	browser,
	site
}) => {
	await mayGrowOld(page);
	await startWriting(page, 'Solène M.');
	await context.setOffline(true);
	const words = unique('Avant la mise à jour');
	await typeAtEnd(page, words);
	await expect(page.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible();
	await makeOld(page);
	await context.setOffline(false);

	await expect(page.getByRole('alert')).toContainText(old, patience);
	await expect(page.getByRole('alert')).toContainText('est gardé dans ce navigateur');
	await expect(textOf(page)).toHaveAttribute('aria-readonly', 'true');
	await expect(page.getByLabel(/Votre version, à copier/)).toHaveCount(0);
	await expectAccessible(page);
	expect(await overflowOf(page)).toEqual([]);
	await page.screenshot({ path: `test-results/old-page-${test.info().project.name}.png` });

	// Nothing would be lost: it is not asked whether to leave.
	await page.getByRole('button', { name: 'Recharger la page' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expectSaved(page);
	await expect(textOf(page)).toContainText(words);
	await expectPublic(browser, site.url, words);
});

test('on a shared computer, where nothing is kept, the words of an older page are there to be copied', async ({
	page,
	browser,
	context,
	site
}) => {
	await mayGrowOld(page);
	await page.goto(`${base}/connexion`);
	await page.getByLabel('J’utilise un ordinateur partagé').check();
	await signIn(page, browser, site.url, 'solene@habitants.example');
	await expect(page).not.toHaveURL(/connexion/);
	await openText(page);
	await context.setOffline(true);
	const words = unique('À la médiathèque');
	await typeAtEnd(page, words);
	await makeOld(page);
	await context.setOffline(false);

	await expect(page.getByRole('alert')).toContainText(old, patience);
	const aside = page.getByLabel('Votre version, à copier si vous voulez la garder');
	await expect(aside).toHaveValue(new RegExp(words));
	await expect(page.getByText('est gardé dans ce navigateur')).toHaveCount(0);
	await page.getByRole('button', { name: 'Copier' }).click();
	await expect(page.getByText('Copié.')).toBeVisible();
	await expectAccessible(page);
	await page.screenshot({ path: 'test-results/old-page-shared.png' });

	page.on('dialog', (dialog) => void dialog.accept());
	await page.getByRole('button', { name: 'Recharger la page' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expectSaved(page);
	await expect(textOf(page)).not.toContainText(words);
	// What was copied can be put back by hand.
	await placeCaret(page);
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.press('ControlOrMeta+V');
	await expect(textOf(page)).toContainText(words);
	await expectSaved(page);
});
