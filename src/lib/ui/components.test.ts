import { render } from 'svelte/server';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ui as englishWords } from '#lib/messages/ui.en.ts';
import BarChart from './BarChart.svelte';
import Breadcrumb from './Breadcrumb.svelte';
import DateText from './DateText.svelte';
import Fate from './Fate.svelte';
import Meter from './Meter.svelte';
import Money from './Money.svelte';
import Notice from './Notice.svelte';
import Pagination from './Pagination.svelte';
import Phases from './Phases.svelte';
import SiteFooter from './SiteFooter.svelte';
import SiteHeader from './SiteHeader.svelte';
import Tabs from './Tabs.svelte';
import Stat from './Stat.svelte';
import TestContext from './TestContext.svelte';

const sources = readdirSync(new URL('.', import.meta.url))
	.filter((name) => name.endsWith('.svelte'))
	.map((name): [string, string] => [name, readFileSync(new URL(name, import.meta.url), 'utf8')]);

describe.each(sources)('%s', (_, source) => {
	it('keeps to the content policy: no inline style, no inline handler, no raw HTML', () => {
		expect(source).not.toMatch(/\sstyle(=|:)/);
		expect(source).not.toMatch(/\son[a-z]+="/);
		expect(source).not.toContain('{@html');
	});

	it('writes its style in its layer, in what old phones understand', () => {
		const style = /<style>([\s\S]*)<\/style>/.exec(source)?.[1] ?? '@layer ui {';
		expect(style.trim()).toMatch(/^@layer ui \{/);
		expect(style).not.toMatch(/:global|!important|light-dark\(|color-mix\(|\d(dvh|svh)/);
	});
});

it('marks the current phase for eyes and ears alike', () => {
	const page = html(
		render(Phases, {
			props: {
				phases: [
					{ name: 'Diagnostic', note: 'juin 2024', state: 'done' },
					{ name: 'Mise en œuvre', state: 'current' },
					{ name: 'Évaluation', state: 'upcoming' }
				]
			}
		})
	);
	expect(page.match(/aria-current="step"/g)).toHaveLength(1);
	expect(words(page)).toMatch(/Diagnostic, terminé.*Mise en œuvre, en cours.*Évaluation, à venir/);
});

it('tells the fate of a contribution as an ordered list whose arrows are not read out', () => {
	const page = html(
		render(Fate, {
			props: {
				label: 'Un bus du jeudi',
				steps: [{ label: 'Proposée sur papier' }, { label: 'Action 2.3', href: '/a', tone: 'pine' }]
			}
		})
	);
	expect(page).toMatch(/<ol aria-label="Un bus du jeudi"/);
	expect(page.match(/<svg[^>]*aria-hidden="true"/g)).toHaveLength(1);
	expect(page).toContain('href="/a"');
});

it('pages by previous and next, and shows nothing when there is one page', () => {
	const page = html(render(Pagination, { props: { previous: '?before=2', next: '?after=9' } }));
	expect(page).toMatch(/href="\?before=2"[^>]*rel="prev"/);
	expect(page).toMatch(/href="\?after=9"[^>]*rel="next"/);
	expect(html(render(Pagination, { props: {} }))).not.toContain('<nav');
});

it('marks the current place in every navigation', () => {
	const items = [
		{ label: 'Accueil', href: '/', current: false },
		{ label: 'Propositions', href: '/p', current: true, count: 6 }
	];
	expect(html(render(Tabs, { props: { label: 'Vues', items } }))).toMatch(
		/href="\/p"[^>]*aria-current="page"/
	);
	const header = html(
		render(SiteHeader, {
			props: {
				brand: 'Parvis',
				place: 'Val d’Orsente',
				homeHref: '/',
				items
			}
		})
	);
	expect(header).toMatch(/href="\/p"[^>]*aria-current="page"/);
	expect(header).toContain('<summary');
	expect(header).not.toContain(' id=');
	const trail = html(
		render(Breadcrumb, {
			props: {
				items: [{ label: 'Propositions', href: '/p' }, { label: 'Un bus' }]
			}
		})
	);
	expect(trail).toMatch(/aria-current="page"[^>]*>Un bus/);
	expect(trail.match(/›/g)).toHaveLength(1);
});

it('offers each language in that language, and a number that can be dialled', () => {
	const page = html(
		render(SiteFooter, {
			props: {
				links: [{ label: 'Accessibilité : non conforme', href: '/accessibilite' }],
				languages: [{ label: 'English', href: '?lang=en', lang: 'en', current: false }],
				telephone: { number: '05 00 00 00 00' }
			}
		})
	);
	expect(tag(page, /<a[^>]*hreflang="en"[^>]*>/)).toContain('lang="en"');
	expect(page).toContain('href="tel:0500000000"');
});

it('draws figures without style attributes and gives them as a table too', () => {
	const chart = html(
		render(BarChart, {
			props: {
				caption: 'Propositions par thème',
				headings: ['Thème', 'Propositions'],
				rows: [
					{ label: 'Soins', value: 1084 },
					{ label: 'Jeunes', value: 0 }
				]
			}
		})
	);
	expect(chart).toMatch(/<th scope="row"[^>]*>Soins<\/th>/);
	expect(chart).toContain('width="100"');
	expect(chart).toContain('1\u202f084');
	expect(html(render(Meter, { props: { label: '3 sur 0', value: 3, max: 0 } }))).toContain(
		'width="0"'
	);
	expect(html(render(Meter, { props: { label: '9 sur 3', value: 9, max: 3 } }))).toContain(
		'width="100"'
	);
	expect(html(render(Stat, { props: { value: 1084, label: 'participants' } }))).toContain(
		'1\u00a0084'
	);
});

it('announces only what answers an act', () => {
	expect(html(render(Notice, { props: { title: 'Bon à savoir' } }))).toContain('role="note"');
	expect(
		html(render(Notice, { props: { title: 'Enregistré', kind: 'success', live: true } }))
	).toContain('role="status"');
	expect(html(render(Notice, { props: { title: 'Perdu', kind: 'danger', live: true } }))).toContain(
		'role="alert"'
	);
});

it('writes amounts and dates in the language and time zone of the place', () => {
	expect(words(html(render(Money, { props: { cents: 1_800_000 } })))).toBe('18\u202f000\u00a0€');
	expect(words(html(render(Money, { props: { cents: null } })))).toBe('montant non connu');
	const at = new Date('2026-12-31T23:30:00Z');
	expect(html(render(DateText, { props: { at, form: 'short' } }))).toContain('1er janvier 2027');
	expect(html(render(DateText, { props: { at: '2026-03-12' } }))).toContain(
		'datetime="2026-03-12"'
	);
});

it('follows the language and time zone that the layout has set', () => {
	const page = html(
		render(TestContext, {
			props: {
				at: new Date('2026-12-31T23:30:00Z'),
				context: { locale: 'en', timeZone: 'America/Martinique', words: englishWords }
			}
		})
	);
	expect(page).toContain('31 December 2026');
	expect(page).toContain('(optional)');
	expect(page).not.toContain(englishWords.demoPersonal);
});

it('says by each field that asks for an address that a public demonstration is public', () => {
	const context = {
		...{ locale: 'en' as const, timeZone: 'Europe/Paris', words: englishWords },
		publicDemonstration: true
	};
	const page = html(render(TestContext, { props: { at: new Date('2026-12-31'), context } }));
	expect(page.split(englishWords.demoPersonal)).toHaveLength(3);
	expect(page).toMatch(/id="mail-hint"[^>]*>Public demonstration/);
	expect(page).toMatch(/id="post-hint"[^>]*>Public demonstration/);
});

it('tells words of people from those of the page, where the two differ in language', () => {
	const english = { locale: 'en' as const, timeZone: 'Europe/Paris', words: englishWords };
	const at = new Date('2026-12-31');
	const abroad = html(
		render(TestContext, { props: { at, context: { ...english, written: 'fr' } } })
	);
	expect(abroad).toContain('<p>By <span lang="fr">Comité</span>, today</p>');
	expect(abroad).toContain('<p>By nobody</p>');
	expect(tag(abroad, /<input[^>]*name="where"/)).toContain('lang="fr"');
	expect(tag(abroad, /<input[^>]*name="mail"/)).not.toContain('lang=');
	expect(tag(abroad, /<textarea[^>]*/)).toContain('lang="fr"');
	const home = html(render(TestContext, { props: { at, context: english } }));
	expect(home).toContain('<p>By Comité, today</p>');
	expect(home).not.toContain('lang=');
});

function html(output: { body: string }): string {
	// Markers of hydration stand between tags; they are nothing to a reader.
	return output.body.replaceAll(/<!--.*?-->/g, '');
}

function words(page: string): string {
	return page
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll(/[ \t\n]+/g, ' ')
		.trim();
}

function tag(page: string, pattern: RegExp): string {
	const found = pattern.exec(page)?.[0];
	if (!found) throw new Error(`nothing like ${pattern} in ${page}`);
	return found;
}
