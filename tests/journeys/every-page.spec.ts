// Every page there is, found by its links: whole, accessible, narrow enough, and alone.
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { base, enterAs } from './support/acts.ts';
import { overflowOf, unfold, violationsOf } from './support/checks.ts';
import { kindOf, samplesOf, walk } from './support/walk.ts';
import type { Walked } from './support/walk.ts';

const readers = [
	{ who: 'a visitor', name: null, starts: [base, '/demonstration'] },
	{ who: 'a resident', name: 'Solène M.', starts: [base, `${base}/compte/deconnexion`] },
	{ who: 'a group’s lead', name: 'Julien Costes', starts: [base] },
	{ who: 'the town hall', name: 'Odile R.', starts: [`${base}/feuilles/saisir`] },
	{
		who: 'the coordinator',
		name: 'Nadia B.',
		starts: [`${base}/a-faire`, `${base}/coordination/signalements`, '/admin/verification']
	}
];

/** What a theme changes and a width does not. */
const colours = ['color-contrast', 'link-in-text-block'];

/** Kinds of pages that a reader before has looked at closely. */
const examined = new Set<string>();

async function openAs(browser: Browser, url: string, name: string | null): Promise<Page> {
	const context = await browser.newContext({ baseURL: url, locale: 'fr-FR' });
	const page = await context.newPage();
	if (name !== null) await enterAs(page, name);
	return page;
}

/** What is wrong with the words and headers of a page, whatever it says. */
function faultsOf({ path, from, arrivedAt, status, headers, html }: Walked): string[] {
	const faults: string[] = [];
	const say = (fault: string) => faults.push(`${path} (from ${from}): ${fault}`);
	if (status !== 200) say(`answers ${status}`);
	if (html === '') return faults;
	const policy = headers['content-security-policy'] ?? '';
	if (!policy.includes(`script-src 'self'`) || /unsafe-(?:inline|eval)/.test(policy))
		say(`policy ${policy}`);
	const scripts = html.match(/<script\b[^>]*>/g) ?? [];
	const writes = /\/(ecrire|mots-gardes)(\?|$)/.test(arrivedAt);
	if (scripts.length > 0 && !writes) say('has a script');
	for (const script of scripts) {
		if (!/\ssrc="\/(?!\/)/.test(script)) say('has a script in the page');
	}
	if (/<[a-z][^>]*\s(?:style|on[a-z]+)="/.test(html)) say('has an inline style or handler');
	for (const [, address = ''] of html.matchAll(
		/<(?:link|img|script)\b[^>]*(?:href|src)="([^"]+)"/g
	)) {
		if (/^(?:https?:)?\/\//.test(address)) say(`loads ${address}`);
	}
	if (!/<html lang="fr">/.test(html)) say('does not say its language');
	if ((html.match(/<h1[\s>]/g) ?? []).length !== 1) say('has not one title');
	if (/\bundefined\b|\[object |\bNaN\b/.test(html.replace(/<[^>]*>/g, ' '))) say('shows a fault');
	return faults;
}

function titleOf(html: string): string {
	return /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
}

/** Pages that bear the same title, without their filters. */
function sharedTitles(pages: readonly Walked[]): string[] {
	const byTitle = new Map<string, Set<string>>();
	for (const { arrivedAt, html } of pages) {
		if (html === '') continue;
		const path = arrivedAt.replace(/[?#].*$/, '');
		byTitle.set(titleOf(html), (byTitle.get(titleOf(html)) ?? new Set()).add(path));
	}
	return [...byTitle]
		.filter(([title, paths]) => title === '' || new Set([...paths].map(kindOf)).size > 1)
		.map(([title, paths]) => `« ${title} »: ${[...paths].slice(0, 3).join(', ')}`);
}

for (const { who, name, starts } of readers) {
	test(`every page is whole and accessible to ${who}, wide, narrow and dark`, async ({
		browser,
		site
	}) => {
		test.setTimeout(480_000);
		const page = await openAs(browser, site.url, name);
		const pages = await walk(page.request, starts);
		expect(pages.length).toBeGreaterThan(40);
		expect.soft(pages.flatMap(faultsOf), 'what pages say').toEqual([]);
		expect.soft(sharedTitles(pages), 'titles that do not tell pages apart').toEqual([]);

		const elsewhere = new Set<string>();
		page.on('request', (request) => {
			if (!request.url().startsWith(site.url)) elsewhere.add(request.url());
		});
		const faults: string[] = [];
		for (const { path } of samplesOf(pages, 1)) {
			if (examined.has(kindOf(path)) && path !== base) continue;
			const say = (when: string) => (fault: string) => faults.push(`${path} ${when}: ${fault}`);
			await page.emulateMedia({ colorScheme: 'light' });
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.goto(path);
			await unfold(page);
			(await violationsOf(page)).forEach(say('wide'));
			await page.emulateMedia({ colorScheme: 'dark' });
			(await violationsOf(page, { only: colours })).forEach(say('dark'));
			await page.setViewportSize({ width: 390, height: 844 });
			await page.emulateMedia({ colorScheme: 'light' });
			(await violationsOf(page, { without: colours })).forEach(say('narrow'));
			await page.setViewportSize({ width: 320, height: 640 });
			(await overflowOf(page)).forEach(say('at 320 px'));
			examined.add(kindOf(path));
		}
		expect.soft(faults, 'what axe and a narrow window find').toEqual([]);
		expect.soft([...elsewhere], 'requests to other sites').toEqual([]);
		await page.context().close();
	});
}

test('a list that nothing matches says so, and helps', async ({ browser, site }) => {
	const page = await openAs(browser, site.url, null);
	for (const path of [
		`${base}/propositions?q=xylophone+zinc`,
		`${base}/propositions?vue=reponses&q=xylophone+zinc`
	]) {
		await page.goto(path);
		await expect(page.getByText('Aucune proposition ne correspond')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Effacer les filtres' }).first()).toBeVisible();
		expect(await violationsOf(page), path).toEqual([]);
	}
	await page.context().close();
});
