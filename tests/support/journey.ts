// The journeys' own `test`: one demonstration site for all journeys of a project, at `page.goto('/')`.
import { test as base } from '@playwright/test';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';

export { expect } from '@playwright/test';

interface SiteFixture {
	/** The running demonstration; journeys that stop or break a site start their own instead. */
	site: RunningServer;
}

export const test = base.extend<object, SiteFixture>({
	site: [
		async ({}, use) => {
			const site = await startServer();
			await use(site);
			await site.stop();
		},
		{ scope: 'worker', timeout: 90_000 }
	],
	baseURL: async ({ site }, use) => {
		await use(site.url);
	}
});
