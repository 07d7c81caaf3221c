// A demonstration of its own behind a line that can be made bad, and that can lose its process.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { Proxy } from '../../faults/support/proxy.ts';
import { findFreePort, startServer } from '../../support/server.ts';

export { expect } from '@playwright/test';

interface WeakSite {
	/** As browsers reach it, through the line. */
	url: string;
	line: Proxy;
	/** Ends the process as a power cut does; `start` begins it anew on the same data. */
	kill(): Promise<void>;
	start(): Promise<void>;
}

interface WeakSiteFixture {
	weak: WeakSite;
}

export const test = base.extend<{ healed: undefined }, WeakSiteFixture>({
	weak: [
		async ({}, use) => {
			const dataDir = await mkdtemp(join(tmpdir(), 'parvis-data-'));
			const port = await findFreePort();
			const line = new Proxy(port);
			const url = `http://127.0.0.1:${await line.open()}`;
			const start = () => startServer({ port, dataDir, variables: { ORIGIN: url } });
			let server = await start();
			await use({
				url,
				line,
				kill: () => server.kill(),
				start: async () => {
					server = await start();
				}
			});
			await server.stop();
			await line.close();
			await rm(dataDir, { recursive: true, force: true });
		},
		{ scope: 'worker', timeout: 90_000 }
	],
	baseURL: async ({ weak }, use) => {
		await use(weak.url);
	},
	// Each journey finds the line as good as new.
	healed: [
		async ({ weak }, use) => {
			weak.line.set('pass');
			await use(undefined);
			weak.line.set('pass');
			weak.line.cutAll();
		},
		{ auto: true }
	]
});
