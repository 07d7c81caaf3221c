// Every form there is, posted wrong: nothing typed is lost, and a sentence says what to correct.
import type { Locator, Page } from '@playwright/test';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';
import { expect, test } from '../support/journey.ts';
import { base, enterAs } from './support/acts.ts';
import { violationsOf } from './support/checks.ts';
import { kindOf, samplesOf, walk } from './support/walk.ts';

// These forms are posted for good: on a site of their own.
let own: RunningServer;
test.beforeAll(async () => {
	own = await startServer();
});
test.afterAll(async () => {
	await own.stop();
});

/** Acts that end what comes after: signing out, leaving, another language. */
const last = /connexion\/fin|compte|suppression|langue|demonstration/;
const hostile = '<script>document.title="volé"</script><b onclick=x>é🙂e\u0301</b>';

/** A whole text may be that long. */
const proseOfItsOwn = /\/texte(\?|$)/;
/** Pages that run a script: what they hold without one is posted by a journey without JavaScript. */
const scripted = /\/ecrire(\?|$)/;

type Filling = 'empty' | 'long';

/** Fills a form as its kind of misuse wants, without the browser's own checks. */
function fill(form: Locator, filling: Filling): Promise<string | null> {
	return form.evaluate(
		(element, { kind, words }) => {
			if (!(element instanceof HTMLFormElement)) return null;
			element.noValidate = true;
			let first: string | null = null;
			for (const control of element.elements) {
				if (control instanceof HTMLInputElement) {
					if (control.type === 'hidden') continue;
					if (control.type === 'checkbox' || control.type === 'radio') control.checked = false;
					else if (!['text', 'search', 'email', 'url', 'tel'].includes(control.type))
						control.value = '';
					else if (kind === 'empty') control.value = '';
					else {
						control.value = first === null ? words.repeat(1600).slice(0, 100_000) : words;
						first ??= control.name;
					}
				} else if (control instanceof HTMLTextAreaElement && !control.readOnly) {
					control.value = kind === 'empty' ? '' : first === null ? words.repeat(1600) : words;
					if (kind === 'long') first ??= control.name;
				} else if (control instanceof HTMLSelectElement && kind === 'empty') {
					control.value = '';
				}
			}
			return first;
		},
		{ kind: filling, words: hostile }
	);
}

/** Whether a form asks for anything that can be typed or chosen. */
function asks(form: Locator): Promise<boolean> {
	return form.evaluate(
		(element) =>
			element instanceof HTMLFormElement &&
			[...element.elements].some(
				(control) =>
					(control instanceof HTMLInputElement && control.type !== 'hidden') ||
					(control instanceof HTMLTextAreaElement && !control.readOnly) ||
					control instanceof HTMLSelectElement
			)
	);
}

/** Where the forms of a page post to. */
function kindsOfForms(html: string, path: string): string[] {
	return [...html.matchAll(/<form\b[^>]*\smethod="POST"[^>]*>/gi)].map(([tag]) => {
		const action = /\saction="([^"]*)"/.exec(tag)?.[1] ?? '';
		return kindOf(new URL(action.replaceAll('&amp;', '&'), `http://site.invalid${path}`).href);
	});
}

/** Posts one form of a page and gives what was wrong with the answer. */
async function faultsOf(page: Page, path: string, index: number, filling: Filling) {
	await page.goto(path);
	const form = page.locator('main form[method="POST" i]').nth(index);
	const first = await fill(form, filling);
	const typed = first === null ? '' : await valueOf(page, form, first);
	const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
	const loaded = page.waitForEvent('load');
	await form.evaluate((element) => {
		if (element instanceof HTMLFormElement) element.requestSubmit();
	});
	const status = (await answered).status();
	await loaded;
	const faults: string[] = [];
	if (status >= 500) faults.push(`answers ${status}`);
	if ((await page.title()).includes('volé')) faults.push('ran what was typed');
	if (status < 400 || status >= 500) {
		const isTooMuch = filling === 'long' && first !== null && !proseOfItsOwn.test(path);
		return isTooMuch ? [...faults, `took 100 kB in ${first}`] : faults;
	}
	const alert = page.getByRole('alert').first();
	if (!(await alert.isVisible())) return [...faults, `answers ${status} without a sentence`];
	if (!(await alert.evaluate((element) => element === document.activeElement))) {
		faults.push('does not lead to its errors');
	}
	const said = await alert.innerText();
	if (/n’a pas pu être enregistré|[a-z]+\.[a-z]+_[a-z]+|Invalid|undefined/.test(said)) {
		faults.push(`says only « ${said.replace(/\s+/g, ' ')} »`);
	}
	const links = alert.getByRole('link');
	for (const link of await links.all()) {
		const target = await link.getAttribute('href');
		if (target && (await page.locator(target.replace('#', '[id="') + '"]').count()) === 0) {
			faults.push(`leads to ${target}, which is not there`);
		}
	}
	if (first !== null) {
		const kept = await page
			.locator(`main [name="${first}"]`)
			.evaluateAll((controls) =>
				controls.map((control) => ('value' in control ? String(control.value) : ''))
			);
		if (!kept.includes(typed.normalize('NFC'))) faults.push(`lost what was typed in ${first}`);
	}
	return filling === 'empty' ? [...faults, ...(await violationsOf(page))] : faults;
}

function valueOf(page: Page, form: Locator, name: string): Promise<string> {
	return form
		.locator(`[name="${name}"]`)
		.first()
		.evaluate((control) => ('value' in control ? String(control.value) : ''));
}

/** Kinds of forms that a reader before has posted. */
const seen = new Set<string>();

for (const [who, name] of [
	['a visitor', null],
	['a resident', 'Solène M.'],
	['the coordinator', 'Nadia B.']
] as const) {
	test(`no form of ${who} loses what was typed`, async ({ browser }) => {
		test.setTimeout(480_000);
		const context = await browser.newContext({ baseURL: own.url });
		const page = await context.newPage();
		if (name !== null) await enterAs(page, name);
		const pages = await walk(page.request, [name === 'Nadia B.' ? `${base}/a-faire` : base]);
		const faults: string[] = [];
		for (const { path, arrivedAt, html } of samplesOf(pages, 1)) {
			const isNew = (kind: string) => !seen.has(kind) && !last.test(kind);
			if (scripted.test(path) || !kindsOfForms(html, arrivedAt).some(isNew)) continue;
			await page.goto(path);
			const forms = page.locator('main form[method="POST" i]');
			for (let index = 0; index < (await forms.count()); index += 1) {
				const action = (await forms.nth(index).getAttribute('action')) ?? '';
				const kind = kindOf(new URL(action, page.url()).href.replace(own.url, ''));
				if (!isNew(kind) || !(await asks(forms.nth(index)))) continue;
				seen.add(kind);
				for (const filling of ['empty', 'long'] as const) {
					const found = await faultsOf(page, path, index, filling).catch((error: unknown) => [
						String(error).slice(0, 300)
					]);
					faults.push(...found.map((fault) => `${path} ${kind} ${filling}: ${fault}`));
				}
				await page.goto(path);
			}
		}
		expect(seen.size).toBeGreaterThan(3);
		expect(faults).toEqual([]);
		await context.close();
	});
}
