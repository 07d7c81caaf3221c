// The other language: whole, on every page, and kept.
import { expect, test } from '../support/journey.ts';
import { fr } from '#lib/messages/fr.ts';
import { en } from '#lib/messages/en.ts';
import { base, enterAs } from './support/acts.ts';
import { kindOf, samplesOf, walk } from './support/walk.ts';
import { unmarkedIn, writtenPassages } from './support/written.ts';

/** Every sentence of a catalogue, by its place. */
function sentencesOf(catalogue: unknown, place = ''): [string, string][] {
	if (typeof catalogue === 'string') return [[place, catalogue]];
	if (typeof catalogue !== 'object' || catalogue === null) return [];
	return Object.entries(catalogue).flatMap(([key, inner]) => sentencesOf(inner, `${place}.${key}`));
}

/** French words of the site that English has other words for. */
function leftovers(): Set<string> {
	const english = new Set(sentencesOf(en).map(([, words]) => words));
	// Words that residents and the territory wrote too: groups are named by their kind, texts hold
	// headings of the form.
	const written = new Set([
		...Object.values(fr.body.kinds),
		...Object.values(fr.proposal.headings)
	]);
	return new Set(
		sentencesOf(fr)
			.map(([, words]) => words)
			.filter((words) => words.length > 2 && !english.has(words) && !written.has(words))
	);
}

test('the two languages say the same things', () => {
	const places = (catalogue: unknown) =>
		sentencesOf(catalogue)
			.map(([place]) => place)
			.sort();
	expect(places(en)).toEqual(places(fr));
	const untranslated = sentencesOf(en)
		.filter(([place, words]) => words.length > 25 && new Map(sentencesOf(fr)).get(place) === words)
		.map(([place]) => place);
	expect(untranslated).toEqual([]);
});

for (const [who, name] of [
	['a visitor', null],
	['the coordinator', 'Nadia B.']
] as const) {
	test(`every page speaks English to ${who} who asks for it`, async ({ page }) => {
		test.setTimeout(180_000);
		if (name !== null) await enterAs(page, name);
		await page.goto(base);
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page).toHaveURL(base);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		const french = leftovers();
		const written = writtenPassages();
		expect(written.length).toBeGreaterThan(500);
		const pages = await walk(page.request, [name === null ? base : `${base}/a-faire`]);
		const faults: string[] = [];
		for (const { path, html } of samplesOf(pages, 1)) {
			const { lang, words } = await page.evaluate((source) => {
				const read = new DOMParser().parseFromString(source, 'text/html');
				const parts =
					'header a, footer a, footer p, button, summary, label, legend, th, dt, h1, h2, h3, .hint, [aria-label]';
				return {
					lang: read.documentElement.lang,
					words: [...read.querySelectorAll(parts)]
						.filter((element) => !element.closest('[lang="fr"]'))
						.flatMap((element) => [element.textContent, element.getAttribute('aria-label') ?? ''])
						.map((text) => text.replace(/\s+/g, ' ').trim())
				};
			}, html);
			for (const passage of await unmarkedIn(page, html, written)) {
				faults.push(`${kindOf(path)} does not say that this is French: ${passage}`);
			}
			if (lang !== 'en') faults.push(`${path} says lang=${lang}`);
			for (const text of new Set(words)) {
				if (french.has(text)) faults.push(`${kindOf(path)} says « ${text} »`);
			}
		}
		expect(faults).toEqual([]);
	});
}

test('what people write is checked and read as French, what the site asks is not', async ({
	page
}) => {
	await page.goto(`/langue?vers=en&suite=${base}/propositions/nouvelle`);
	const title = page.getByLabel('Your idea in one sentence');
	await expect(title).toHaveAttribute('lang', 'fr');
	await expect(page.locator('label', { hasText: 'Your idea in one sentence' })).toBeVisible();
	await expect(page.locator('label:lang(fr)', { hasText: 'Your idea' })).toHaveCount(0);
	await page.goto(`${base}/connexion`);
	await expect(page.locator('input[type="email"]')).not.toHaveAttribute('lang');
});

test('French pages say their language once', async ({ page }) => {
	const pages = await walk(page.request, [base]);
	const marked = samplesOf(pages, 1).flatMap(({ path, html }) => {
		// But for the links to the other languages.
		const body = html.slice(html.indexOf('<body')).replace(/<a [^>]*hreflang="[^>]*>/g, '');
		const [found] = /<[^>]* lang="[^>]*>/.exec(body) ?? [];
		return found === undefined ? [] : [`${path}: ${found}`];
	});
	expect(marked).toEqual([]);
});

test('numbers and days are written as English readers write them @nojs', async ({ page }) => {
	await page.goto(`/langue?vers=en&suite=${base}/avis`);
	await expect(page.getByText(/^Open until \w+,? \d{1,2} \w+ \d{4}/)).toBeVisible();
});
