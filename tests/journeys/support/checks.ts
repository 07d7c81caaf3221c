// What must hold of any page, whoever reads it.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/journey.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Looking {
	/** These rules alone. */
	only?: string[];
	/** All rules but these. */
	without?: string[];
}

/** What axe finds wrong on the page as it stands: one line a rule and element. */
export async function violationsOf(page: Page, { only, without }: Looking = {}): Promise<string[]> {
	// Pages have no frames: nothing to gather in a window of its own.
	const builder = new AxeBuilder({ page }).setLegacyMode();
	builder.options({ resultTypes: ['violations'] });
	if (only) builder.withRules(only);
	else builder.withTags(tags).disableRules(without ?? []);
	const { violations } = await builder.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`)
	);
}

/**
 * Fails when axe finds anything wrong. Where scripts are off axe cannot run either: the same journey
 * checks the same page where they are on.
 */
export async function expectAccessible(page: Page): Promise<void> {
	if (test.info().project.use.javaScriptEnabled === false) return;
	expect(await violationsOf(page), page.url()).toEqual([]);
}

/** Elements that reach past the right edge of the window, when the page scrolls sideways. */
export function overflowOf(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		return [...document.body.querySelectorAll('*')]
			.filter((element) => element.getBoundingClientRect().right > width + 1)
			.slice(-3)
			.map((element) => element.outerHTML.slice(0, 160));
	});
}

/** Opens everything that is folded. */
export async function unfold(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('main details')) {
			details.setAttribute('open', '');
		}
	});
}
