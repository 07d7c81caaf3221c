// Writing over networks as they are: sockets blocked, lines that fall silent, a server that dies.
import { enterAs, unique } from './support/acts.ts';
import { expect, test } from './support/weak-site.ts';
import {
	expectPublic,
	expectSaved,
	openText,
	somebodyElse,
	startWriting,
	textOf,
	typeAtEnd,
	wordsOf
} from './support/writing.ts';

const patience = { timeout: 45_000 };

test('where sockets are blocked, ordinary requests carry the words both ways', async ({
	page,
	browser,
	weak
}) => {
	const other = await somebodyElse(browser, weak.url, 'Julien Costes');
	weak.line.set('no-sockets');
	await startWriting(page, 'Solène M.');
	await expect(page.getByText('Ce réseau bloque la liaison directe')).toBeVisible();

	const mine = unique('Par la petite porte');
	await typeAtEnd(page, mine);
	await expectSaved(page);
	await expect(textOf(other.page)).toContainText(mine, patience);
	const theirs = unique('Par la grande');
	await typeAtEnd(other.page, theirs);
	await expect(textOf(page)).toContainText(theirs, patience);
	expect(await wordsOf(page)).toBe(await wordsOf(other.page));
	await expectPublic(browser, weak.url, mine);
	await other.context.close();
});

test('a line that falls silent without a word is noticed, and what was typed meanwhile is saved', async ({
	page,
	weak
}) => {
	await startWriting(page, 'Solène M.');
	weak.line.set('swallow');
	const words = unique('Dans le silence');
	await typeAtEnd(page, words);
	await expect(page.getByText('La connexion est coupée.')).toBeVisible(patience);
	await expect(page.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible();
	await expect(page.getByText('Enregistré', { exact: true })).toHaveCount(0);

	weak.line.set('pass');
	weak.line.cutAll();
	await expectSaved(page);
	await expect(page.getByText('La connexion est coupée.')).toHaveCount(0);
	await expect(page.getByText('Ce réseau bloque')).toHaveCount(0);
	await page.reload();
	await expect(textOf(page)).toContainText(words, patience);
});

test('typed without a network, words outlive their tab and are sent when it is opened again', async ({
	page,
	context,
	browser,
	weak
}) => {
	await startWriting(page, 'Solène M.');
	const address = page.url();
	await context.setOffline(true);
	const words = unique('Dans le train');
	await typeAtEnd(page, words);
	await expect(page.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible();
	await expect(page.getByText('Continuez à écrire')).toBeVisible(patience);
	await page.close();

	await context.setOffline(false);
	const again = await context.newPage();
	await again.goto(address);
	await expect(textOf(again)).toContainText(words, patience);
	await expectSaved(again);
	await expectPublic(browser, weak.url, words);
});

test('the server dies while two people write: nothing is lost, and both read the same', async ({
	page,
	browser,
	weak
}) => {
	const other = await somebodyElse(browser, weak.url, 'Julien Costes');
	await enterAs(page, 'Solène M.');
	await openText(page);
	const before = [unique('Avant la panne'), unique('Juste avant')];
	await typeAtEnd(page, before[0] ?? '');
	await typeAtEnd(other.page, before[1] ?? '');
	await expectSaved(page);
	await expectSaved(other.page);

	await weak.kill();
	const during = [unique('Pendant la panne'), unique('Elle aussi')];
	await typeAtEnd(page, during[0] ?? '');
	await typeAtEnd(other.page, during[1] ?? '');
	for (const one of [page, other.page]) {
		await expect(one.getByText('Hors ligne, gardé sur cet appareil')).toBeVisible(patience);
		await expect(one.getByText('La connexion est coupée.')).toBeVisible(patience);
	}
	await weak.start();
	for (const one of [page, other.page]) {
		await expectSaved(one);
		for (const words of [...before, ...during]) {
			await expect(textOf(one)).toContainText(words, patience);
		}
		await expect(one.getByText('Ce réseau bloque')).toHaveCount(0);
	}
	expect(await wordsOf(page)).toBe(await wordsOf(other.page));
	await page.reload();
	for (const words of during) await expect(textOf(page)).toContainText(words, patience);
	await other.context.close();
});
