// What comes into the text from elsewhere, and what typing makes of signs.
import { expect, test } from '../support/journey.ts';
import { unique } from './support/acts.ts';
import { expectAccessible } from './support/checks.ts';
import { expectSaved, paste, startWriting, textOf, typeAtEnd, wordsOf } from './support/writing.ts';

const patience = { timeout: 45_000 };

const fromWord = (word: string) => `<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml></xml><![endif]--></head><body>
<h1 style="mso-style-name:Titre">${word} titre de Word</h1>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span
style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>${word} premier point<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span>${word} point plus en retrait</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span>${word} premier numéro</p>
<p class=MsoNormal><b>${word} en gras</b>, <span style='font-style:italic'>penché</span></p></body></html>`;

const fromLibreOffice = (word: string) => `<meta http-equiv="content-type" content="text/html">
<style type="text/css">h2 { color: red }</style><h2 class="western">${word} titre de LibreOffice</h2>
<ol><li><p style="margin-bottom: 0cm"><font face="Liberation Serif">${word} article un</font></p></li>
<li><p>${word} article deux</p></li></ol><blockquote>${word} citation</blockquote>`;

const fromTheWeb = (word: string) => `<div onclick="alert(1)"><h3>${word} titre du web</h3>
<script>document.title = 'volé'</script><img src="x" onerror="document.title = 'volé'">
<p>${word} un <a href="javascript:document.title='volé'">lien méchant</a> et un
<a href="https://www.service-public.fr/" style="color:red">lien sûr</a></p>
<table><tr><td>${word} cellule</td></tr></table><iframe src="https://example.org"></iframe></div>`;

test('pages of Word, LibreOffice and the web come in as text with our own formats', async ({
	page
}) => {
	await startWriting(page, 'Solène M.');
	const title = await page.title();
	const text = textOf(page);
	const line = (tag: string, words: string) =>
		expect(text.locator(tag, { hasText: words })).toHaveCount(1);

	const word = unique('Bureau');
	await typeAtEnd(page, unique('Collé de Word'));
	await page.keyboard.press('Enter');
	await paste(page, fromWord(word), word);
	await line('h2', `${word} titre de Word`);
	await line('.bullet > li', `${word} premier point`);
	await line('.bullet[data-depth="1"] > li', `${word} point plus en retrait`);
	await line('.numbered > li', `${word} premier numéro`);
	await line('p > strong', `${word} en gras`);
	await line('p > em', 'penché');

	const libre = unique('Libre');
	await typeAtEnd(page, unique('Collé de LibreOffice'));
	await page.keyboard.press('Enter');
	await paste(page, fromLibreOffice(libre), libre);
	await line('h2', `${libre} titre de LibreOffice`);
	await line('.numbered > li[value="2"]', `${libre} article deux`);
	await line('blockquote', `${libre} citation`);

	const web = unique('Toile');
	await typeAtEnd(page, unique('Collé du web'));
	await page.keyboard.press('Enter');
	await paste(page, fromTheWeb(web), web);
	await line('h3', `${web} titre du web`);
	await line('p', `${web} cellule`);
	await line('a[href="https://www.service-public.fr/"]', 'lien sûr');
	await line('p', 'lien méchant');
	await expect(text.locator('a', { hasText: 'méchant' })).toHaveCount(0);
	await expect(text.locator('script, img, table, iframe, style, [onclick], [style]')).toHaveCount(
		0
	);
	expect(await page.title()).toBe(title);

	await expectSaved(page);
	await expectAccessible(page);
	const words = await wordsOf(page);
	await page.reload();
	await expect(text.locator('blockquote', { hasText: libre })).toBeVisible(patience);
	expect(await wordsOf(page)).toBe(words);
});

test('a paste of many pages is refused with a word, one of a long report is taken', async ({
	page
}) => {
	await startWriting(page, 'Julien Costes');
	await typeAtEnd(page, unique('Avant le rapport'));
	const before = await wordsOf(page);
	await paste(page, '', 'Mille pages. '.repeat(80_000));
	await expect(page.getByText('Ce que vous collez est trop long')).toBeVisible();
	expect(await wordsOf(page)).toBe(before);
	await expectAccessible(page);

	const report = unique('Rapport');
	await page.keyboard.press('Enter');
	await paste(page, '', `${report} ligne.\n\n`.repeat(2000));
	await expect(textOf(page).getByText(`${report} ligne.`).first()).toBeVisible();
	await expectSaved(page);
	await expect(page.getByText('Ce que vous collez est trop long')).toHaveCount(0);
	await page.keyboard.press('ControlOrMeta+Z');
	await expect(textOf(page)).not.toContainText(report);
	await expectSaved(page);
	expect((await wordsOf(page)).trimEnd()).toBe(before.trimEnd());
});

test('signs typed as on a keyboard become those of French', async ({ page }) => {
	await startWriting(page, 'Solène M.');
	const word = unique('Signes');
	await typeAtEnd(page, `${word} `);
	await page.keyboard.type('Vraiment ? Oui : "l\'eau" est là ; enfin !');
	const typed = 'Vraiment\u202F? Oui\u00A0: «\u00A0l’eau\u00A0» est là\u202F; enfin\u202F!';
	await expect(async () => expect(await wordsOf(page)).toContain(`${word} ${typed}`)).toPass();
	await page.keyboard.press('Enter');
	// All at once, as a starved browser or a phone's suggestion brings it.
	await page.keyboard.insertText(`- ${word} tiret`);
	const item = textOf(page)
		.getByRole('listitem')
		.filter({ hasText: `${word} tiret` });
	await expect(item).toHaveAttribute('aria-setsize', '1');
	await page.keyboard.press('Enter');
	await page.keyboard.type(`${word} suivant`);
	await expect(item).toHaveAttribute('aria-setsize', '2');
	await expect(
		textOf(page)
			.getByRole('listitem')
			.filter({ hasText: `${word} suivant` })
	).toHaveAttribute('aria-posinset', '2');
	await expect(item.locator('xpath=..')).toHaveRole('list');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await page.keyboard.type(`${word} fin`);
	await expect(textOf(page).locator('p', { hasText: `${word} fin` })).toBeVisible();
	await expectSaved(page);
});
